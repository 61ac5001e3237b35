// Sellers at their desks: so many at once, each taking the next two seats when the last ones are paid. Owns what counts as a sale in
// every bench that counts sales; must never know which house they sell from.

import { type House, deskActor } from '../src/main/house/open-house.ts'
import { systemChance } from '../src/main/house/world.ts'
import type { Output } from '../src/shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../src/shared/contract/port.ts'
import type { CartId, CommandId, SeatId, ShowId, TicketTypeId } from '../src/shared/domain/ids.ts'
import type { Passenger } from '../src/shared/domain/pricing.ts'
import { Bug, known } from '../src/shared/lib/assert.ts'
import { Ulids } from '../src/shared/lib/ulid.ts'
import { unsoldShow } from './demo-house.ts'
import type { SeatPair } from './seat-pairs.ts'

export const SEATS = 80_000

/** So many sellers at once sell these pairs of the stadium: engine, file, log and clock are those of the product. */
export type Sales = (sellers: number, pairs: readonly SeatPair[]) => Promise<void>

export function desksOf({ engine }: House, count: number): readonly BoxOffice[] {
  return Array.from({ length: count }, (_, index) => engine.deskFor(deskActor(`desk-${index}`)))
}

export async function openSales(house: House, sellersMax: number): Promise<Sales> {
  const desks = desksOf(house, sellersMax)
  const { showId } = await unsoldShow(known(desks[0], 'desk'), SEATS)
  return async (sellers, pairs) => {
    const waiting = pairs.values()
    await Promise.all(desks.slice(0, sellers).map((desk) => sellAll(desk, showId, waiting)))
  }
}

/** One seller: takes the next pair when the last one is paid. */
async function sellAll(desk: BoxOffice, showId: ShowId, waiting: Iterator<SeatPair>): Promise<void> {
  for (let next = waiting.next(); !next.done; next = waiting.next()) {
    // oxlint-disable-next-line no-await-in-loop -- a seller has two hands
    const { booking } = done(await holdPair(desk, showId, next.value))
    // oxlint-disable-next-line no-await-in-loop -- the same
    done(await payFor(desk, booking))
  }
}

export type Held = Output<'hold-seats'>

/** `passenger`: who sits there, where seats of the show are reserved for some. */
export function holdPair(
  desk: BoxOffice,
  showId: ShowId,
  seats: SeatPair,
  passenger?: Passenger,
): Promise<Answer<Held>> {
  const ticketTypeId = 0 as TicketTypeId
  const lines = seats.map((seatId) => ({
    seatId: seatId as SeatId,
    ticketTypeId,
    ...(passenger && { passenger }),
  }))
  const cartId = newId() as CartId
  const wanted = { showId, cartId, lines, customerId: null, couponCode: null }
  return desk.call('hold-seats', wanted, newId() as CommandId)
}

export function payFor(desk: BoxOffice, booking: Held['booking']): Promise<Answer<unknown>> {
  const { totalMinor } = booking.totals
  const money = { mode: 'CASH', totalMinor, tenderedMinor: totalMinor } as const
  return desk.call('pay-booking', { bookingId: booking.bookingId, ...money }, newId() as CommandId)
}

const ids = new Ulids((count) => systemChance.bytes(count))

/** Made as a screen makes them: later ones sort after earlier ones. */
export function newId(): string {
  return ids.next(Date.now())
}

export function done<Value>(answer: Answer<Value>): Value {
  if (answer.kind !== 'done') throw new Bug(`no sale: ${JSON.stringify(answer)}`)
  return answer.value
}

/** The next pairs that nobody has sold in this run. */
export function take(pairs: SeatPair[], count: number): readonly SeatPair[] {
  const taken = pairs.splice(-count)
  if (taken.length < count) throw new Bug('the house is sold out: fewer rounds')
  return taken
}

/** How many per second. */
export async function rate(count: number, work: () => unknown): Promise<number> {
  const beganMs = performance.now()
  await work()
  return (count / (performance.now() - beganMs)) * 1000
}
