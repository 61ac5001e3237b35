// A joined kiosk without a screen, and clients that want the same few seats: what each asked and heard goes to a file, with the
// time of a clock that all processes of this machine share. Owns its order (a line before it is asked, a line after it is
// answered); must never judge.

import { openSync, writeSync } from 'node:fs'
import { openKiosk } from '../../src/main/lan/open-kiosk.ts'
import type { Answer } from '../../src/shared/contract/port.ts'
import type { Membership } from '../../src/shared/contract/network.ts'
import type { CommandName } from '../../src/shared/contract/operations.ts'
import type { BookingId, CartId, CommandId, SeatId, TicketTypeId } from '../../src/shared/domain/ids.ts'
import { Dice } from '../dice.ts'
import { hallShow } from '../hall.ts'
import type { Deed } from './search.ts'

export interface KioskOrders {
  readonly name: string
  readonly data: string
  readonly membership: Membership
  readonly seed: number
  readonly clients: number
  readonly opsEach: number
  readonly seats: number
  readonly file: string
}

export type KioskLine =
  | ({ readonly t: 'called'; readonly id: string; readonly seat: number; readonly atMs: number } & Deed)
  | { readonly t: 'returned'; readonly id: string; readonly atMs: number; readonly code: string }

/** After this a client goes on with something else: the outcome of the command is unknown to it. */
const PATIENCE_MS = 1500
/** How long commands under way at the end are waited for. */
const LAST_MS = 12_000

interface Mine {
  readonly token: string
  readonly seat: number
  readonly bookingId: BookingId
  readonly totalMinor: number
}

const orders = JSON.parse(process.argv[2] ?? '') as KioskOrders
const file = openSync(orders.file, 'a')
const nowMs = () => Number(process.hrtime.bigint()) / 1e6
const say = (line: KioskLine) => writeSync(file, `${JSON.stringify(line)}\n`)
const rest = (ms: number) => new Promise<'late'>((resolve) => setTimeout(resolve, ms, 'late'))
const kiosk = await openKiosk({ data: orders.data }, orders.membership, 'proof', () => null)
const underWay = new Set<Promise<unknown>>()

async function client(at: number): Promise<void> {
  const dice = new Dice(orders.seed * 100 + at)
  const mine: Mine[] = []
  for (let n = 0; n < orders.opsEach; n += 1) {
    const id = `${orders.name}-${at}-${n}`
    const own = mine.at(-1 - dice.below(3))
    const asked = !own || dice.isLucky(0.5) ? hold(id, dice.below(orders.seats)) : settle(own, dice)
    say({ t: 'called', id, seat: asked.seat, atMs: nowMs(), kind: asked.kind, token: asked.token })
    const heard = kiosk.office.call(asked.name, asked.input as never, id as CommandId).then((answer) => {
      say({ t: 'returned', id, atMs: nowMs(), code: codeOf(answer) })
      if (asked.kind === 'hold') keep(mine, asked, answer)
    })
    underWay.add(heard)
    void heard.finally(() => underWay.delete(heard))
    // oxlint-disable-next-line no-await-in-loop -- a client does one thing after the other
    await Promise.race([heard, rest(PATIENCE_MS)])
    // oxlint-disable-next-line no-await-in-loop -- the same
    await rest(dice.below(12))
  }
}

interface Asking extends Deed {
  readonly seat: number
  readonly name: CommandName
  readonly input: unknown
}

function hold(id: string, seat: number): Asking {
  const lines = [{ seatId: seat as SeatId, ticketTypeId: 0 as TicketTypeId }]
  const input = { showId: hallShow, cartId: id as CartId, lines, customerId: null, couponCode: null }
  return { kind: 'hold', token: id, seat, name: 'hold-seats', input }
}

function settle({ token, seat, bookingId, totalMinor }: Mine, dice: Dice): Asking {
  if (dice.isLucky(0.6))
    return { kind: 'cancel', token, seat, name: 'cancel-booking', input: { bookingId, reason: 'proof' } }
  const input = { bookingId, mode: 'CASH', totalMinor, tenderedMinor: totalMinor }
  return { kind: 'pay', token, seat, name: 'pay-booking', input }
}

function keep(mine: Mine[], { token, seat }: Asking, answer: Answer<unknown>): void {
  if (answer.kind !== 'done') return
  const { booking } = answer.value as { booking: { bookingId: BookingId; totals: { totalMinor: number } } }
  mine.push({ token, seat, bookingId: booking.bookingId, totalMinor: booking.totals.totalMinor })
}

function codeOf(answer: Answer<unknown>): string {
  return answer.kind === 'refused' ? answer.refusal.code : answer.kind
}

await new Promise<void>((resolve) => {
  if (kiosk.office.connection === 'open') return resolve()
  kiosk.office.watch((connection) => connection === 'open' && resolve())
})
await Promise.all(Array.from({ length: orders.clients }, (_, at) => client(at)))
await Promise.race([Promise.allSettled(underWay), rest(LAST_MS)])
kiosk.close()
process.exit(0)
