// Who sits on the chosen seats: a woman or a man where a rule asks, a name and an age where a show does. Owns adding that to the
// cart and finally sending it to the house; the house decides what is required.

import { createStore } from 'zustand/vanilla'
import type { SeatId } from '../../shared/domain/ids.ts'
import type { Passenger, WantedLine } from '../../shared/domain/pricing.ts'
import { choose, sale, takeLines } from './sale.ts'

/** The seat whose passenger must be entered next; payment waits for it. */
export const passengers = createStore<{ readonly askedFor: SeatId | null }>(() => ({ askedFor: null }))

/** [L3] A held seat is then held again, so that the rule is checked again. */
export function choosePassenger(seatId: SeatId, gender: Passenger['gender']): void {
  if (sale.getState().asking === null) takeLines(changed(seatId, (passenger) => ({ ...passenger, gender })))
}

/** As typed; sent to the house at payment. Null if missing, or not valid. */
export function namePassenger(seatId: SeatId, { name, age }: NameAndAge): void {
  const lines = changed(seatId, ({ gender }) => ({
    gender,
    ...(name !== null && { name }),
    ...(age !== null && { age }),
  }))
  sale.setState({ lines, notice: null })
}

export interface NameAndAge {
  readonly name: string | null
  readonly age: number | null
}

/** True once the house has every name; otherwise the first seat without one is asked for. */
export async function sayNames(): Promise<boolean> {
  const { lines, booking, couponCode } = sale.getState()
  const askedFor = lines.find(({ passenger }) => !isNamed(passenger))?.seatId ?? null
  passengers.setState({ askedFor })
  if (askedFor !== null) return false
  const isSaid = lines.every((line) =>
    booking?.lines.some(
      ({ seatId, name, age }) =>
        seatId === line.seatId && name === line.passenger?.name && age === line.passenger?.age,
    ),
  )
  return isSaid || choose(lines, couponCode)
}

export function isNamed(passenger: Passenger | undefined): boolean {
  return passenger?.name !== undefined && passenger.age !== undefined
}

function changed(seatId: SeatId, say: (before: Passenger) => Passenger): readonly WantedLine[] {
  const said = (line: WantedLine): WantedLine => ({
    ...line,
    passenger: say(line.passenger ?? { gender: 'unspecified' }),
  })
  return sale.getState().lines.map((line) => (line.seatId === seatId ? said(line) : line))
}
