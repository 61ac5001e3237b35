// The hub of a clock scenario: the product's engine on a machine whose clocks are wrong. Owns one hall and one seat that everybody wants.

import { checkInvariants } from '../src/main/checks/check-invariants.ts'
import { Engine } from '../src/main/engine/engine.ts'
import { deskActor } from '../src/main/house/open-house.ts'
import { noPictures } from '../src/main/engine/ports.ts'
import { MemoryStore } from '../src/main/store/memory-store.ts'
import type { CartId, CommandId, SeatId, TicketTypeId } from '../src/shared/domain/ids.ts'
import { createHash } from 'node:crypto'
import { furnishHall, hallShow } from './hall.ts'
import { Life, type Machine } from './sim/machine.ts'

const HOLD_MS = 300_000
const GRACE_MS = 30_000
const quiet = { error: () => {}, info: () => {}, debug: () => {} }

export class ClockHub {
  /** A screen was told that the seat is free again. */
  toldFree = false
  readonly #engine: Engine
  readonly #store = new MemoryStore()

  constructor(machine: Machine, seed: string) {
    const life = new Life(machine)
    let drawn = 0
    const chance = {
      bytes: (count: number) =>
        Uint8Array.from(
          createHash('sha512')
            .update(`${seed} ${(drawn += 1)}`)
            .digest()
            .subarray(0, count),
        ),
    }
    this.#engine = new Engine({
      store: this.#store,
      clock: life,
      chance,
      scheduler: life,
      log: quiet,
      signer: { sign: (text) => `SIGNED${text.length}`, publicKeyText: () => 'NONE' },
      version: 'proof',
      houseTerms: {},
      terminal: null,
      pictures: noPictures,
      printers: null,
      paperShelf: null,
      kioskNet: null,
      post: null,
      backups: null,
      updates: null,
      pinHasher: { digest: () => Promise.reject(new Error('nobody signs in here')) },
      claims: 'pessimistic',
      isShared: false,
    })
    furnishHall(this.#engine, { holdMs: HOLD_MS, graceMs: GRACE_MS })
    this.#desk('screen').subscribe({ kind: 'seats', showId: hallShow, afterRevision: null }, (news) => {
      const isFree = news.kind === 'delta' && news.seatIds.includes(0 as SeatId) && news.states.includes(0)
      this.toldFree ||= isFree
    })
  }

  nowMs(): number {
    return this.#engine.nowMs()
  }

  hold(cartId: CartId, id: CommandId) {
    const lines = [{ seatId: 0 as SeatId, ticketTypeId: 0 as TicketTypeId }]
    return this.#desk(cartId).call(
      'hold-seats',
      { showId: hallShow, cartId, lines, customerId: null, couponCode: null },
      id,
    )
  }

  findings(): readonly string[] {
    return checkInvariants(this.#store).map(({ id, where, found }) => `${id} ${where}: ${found}`)
  }

  close(): void {
    this.#engine.close()
  }

  #desk(kiosk: string) {
    return this.#engine.deskFor(deskActor(kiosk))
  }
}
