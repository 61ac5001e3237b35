// A small house in which people sign in: kiosks in the name of whoever is signed in, PINs compared without the delay. Owns the
// waiting for a comparison; must never open a desk by itself.

import type { Role } from '../../shared/domain/catalogue.ts'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import type { Input, OperationName, Output } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { Bug } from '../../shared/lib/assert.ts'
import { TestHouse, type TestHouseParts } from './test-house.ts'

export const adminPin = '90817263'
export const clerkPin = '55801'

export class PeopleHouse extends TestHouse {
  constructor(parts: TestHouseParts = {}) {
    super(parts)
  }

  kiosk(name: string): BoxOffice {
    const kioskId = name as KioskId
    return this.engine.kioskFor({ staffId: 1 as StaffId, name: 'Desk', role: 'manager', kioskId })
  }

  /** One call at a kiosk, with its comparison of PINs if it has one. */
  async at<Name extends OperationName>(
    kiosk: string,
    name: Name,
    input: Input<Name>,
    commandId = this.newCommandId(),
  ): Promise<Answer<Output<Name>>> {
    return this.settled(this.kiosk(kiosk).call(name, input, commandId))
  }

  /** The same, but fails unless the answer is `done`. */
  async doneAt<Name extends OperationName>(
    kiosk: string,
    name: Name,
    input: Input<Name>,
  ): Promise<Output<Name>> {
    const answer = await this.at(kiosk, name, input)
    if (answer.kind !== 'done') throw new Bug(`${name}: ${JSON.stringify(answer)}`)
    return answer.value
  }

  async settled<Value>(answering: Promise<Value>): Promise<Value> {
    const turn = { isOver: false }
    const answer = answering.finally(() => {
      turn.isOver = true
    })
    while (!turn.isOver) {
      this.scheduler.flush()
      await Promise.resolve()
    }
    return answer
  }

  /** Adds a person; the first of a house must be an administrator to get a PIN. `kiosk` must be allowed to do this. */
  async hire(kiosk: string, name: string, role: Role, pin: string | null): Promise<StaffId> {
    const { staffId } = await this.doneAt(kiosk, 'save-staff', { staffId: null, name, role, active: true })
    if (pin !== null) await this.doneAt(kiosk, 'set-pin', { staffId, pin, oldPin: null })
    return staffId
  }

  /** Mina (admin) signed in at `office`; Asha (clerk) has a PIN. */
  async staffed(): Promise<{ mina: StaffId; asha: StaffId }> {
    const mina = await this.hire('office', 'Mina', 'admin', adminPin)
    await this.doneAt('office', 'sign-in', { staffId: mina, pin: adminPin })
    const asha = await this.hire('office', 'Asha', 'clerk', clerkPin)
    return { mina, asha }
  }
}
