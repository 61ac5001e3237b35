// V6: fifty screens want one seat in the same instant, and a holder pays while another takes the seat as the hold ends. Real hub,
// real sockets. Owns who must win: exactly one; must never look at anything but answers until the hub has ended.

import { join } from 'node:path'
import type { CartId, SeatId, TicketTypeId } from '../src/shared/domain/ids.ts'
import type { CommandName, Input, Output } from '../src/shared/contract/operations.ts'
import type { Answer } from '../src/shared/contract/port.ts'
import { checkHouse, lookAt } from './checks.ts'
import { Client, type Desk, enter } from './client.ts'
import { Dice } from './dice.ts'
import { hallSeats, hallShow } from './hall.ts'
import { furnishProductHouse } from './product-house.ts'
import { HubProcess } from './hub-process.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'

/** A hub accepts 64 sockets, twelve per desk: fifty race for seats, the rest pay and take. */
const DESKS = 6
const RACERS = 50
const PAYERS = 7
/** A screen may send 50 commands a second. */
const RACE_EVERY_MS = 28
/** A grace longer than any machine stalls: a payer who comes late must find that another was faster, never that the grace is over. */
export const raceSpans = { holdMs: 1000, graceMs: 120_000 }
/** Around the end of a hold. */
const JITTER_MS = 50
/**
 * By chance alone the other gets the seat in one race of eight, so in a short run perhaps never. Therefore in every fourth race
 * the other is clearly first.
 */
const CLEAR_EVERY = 4
const CLEAR_MS = 250
/** The first half of the hall is raced for; the other is held, this many seats at a time. */
const RACED_SEATS = hallSeats / 2
const HELD_AT_ONCE = 50

export const racesProof: Proof = {
  name: 'races',
  rule: 'V6',
  about:
    'fifty screens want one seat at once; a holder pays as another takes the seat at the deadline: one wins',
  round: 'race of each kind',
  rounds: { push: 200, proof: 2000, release: 10_000 },
  missing: () => (process.platform === 'win32' ? 'a system with signals: links are asked for by one' : null),
  run,
}

async function run({ rounds, seed, folder }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const data = join(folder, 'house')
  furnishProductHouse(data, raceSpans)
  const hub = new HubProcess(folder, data)
  try {
    const desks: Desk[] = []
    // oxlint-disable-next-line no-await-in-loop -- a link lets one desk in
    for (let desk = 0; desk < DESKS; desk += 1) desks.push(await enter(await hub.link()))
    const racers = await open(RACERS, desks.slice(1), 'racer')
    const payers = await open(PAYERS, desks.slice(0, 1), 'payer')
    const takers = await open(PAYERS, desks.slice(1), 'taker')
    const dice = new Dice(seed)
    await Promise.all([
      raceForSeats(racers, { rounds, everyMs: RACE_EVERY_MS, tally }),
      raceForDeadlines({ payers, takers, dice }, { rounds, tally }),
    ])
    for (const client of [...racers, ...payers, ...takers]) client.close()
  } finally {
    await hub.stop()
  }
  await tally.guard('the house afterwards', () => lookAt(join(data, 'house.db'), checkHouse))
  tally.expectSome('a seat won', 'refused SEAT_NOT_AVAILABLE', 'the holder paid', 'the other took it')
  return tally.outcome
}

function open(count: number, desks: readonly Desk[], name: string): Promise<Client[]> {
  const clients = Array.from({ length: count }, (_, at) => {
    const desk = desks[at % desks.length]
    if (!desk) throw new Error('no desk')
    return Client.open(desk, `${name}${at}`)
  })
  return Promise.all(clients)
}

/** A participant, over whichever kind of line. */
export interface Racer {
  ask<Name extends CommandName>(name: Name, input: Input<Name>): Promise<Answer<Output<Name>>>
}

interface Rounds {
  readonly rounds: number
  /** Time between two races for a seat. */
  readonly everyMs: number
  readonly tally: Tally
}

export async function raceForSeats(
  racers: readonly Racer[],
  { rounds, everyMs, tally }: Rounds,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const rest = new Promise((resolve) => setTimeout(resolve, everyMs))
    const seat = round % RACED_SEATS
    // Another one is first each time, or the same would always win.
    const first = round % racers.length
    const inOrder = [...racers.slice(first), ...racers.slice(0, first)]
    const asked = inOrder.map((racer, at) => racer.ask('hold-seats', holdOf(seat, `race${round}-${at}`)))
    // oxlint-disable-next-line no-await-in-loop -- one race after the other
    const answers = await Promise.all(asked)
    const winners = answers.flatMap((answer, at) => (answer.kind === 'done' ? [{ answer, at }] : []))
    tally.count('races for a seat')
    tally.count('a seat won', winners.length)
    if (winners.length !== 1) tally.violate(`race ${round} for seat ${seat} had ${winners.length} winners`)
    for (const answer of answers) if (answer.kind !== 'done') expectTaken(answer, tally, `race ${round}`)
    for (const { answer, at } of winners) {
      // oxlint-disable-next-line no-await-in-loop -- the next who wants it must find it free
      await inOrder[at]?.ask('cancel-booking', { bookingId: answer.value.booking.bookingId, reason: '' })
    }
    // oxlint-disable-next-line no-await-in-loop -- not faster than a screen may be
    await rest
  }
}

function expectTaken(answer: Answer<unknown>, tally: Tally, what: string): void {
  const code = answer.kind === 'refused' ? answer.refusal.code : answer.kind
  tally.count(`refused ${code}`)
  if (code !== 'SEAT_NOT_AVAILABLE') tally.violate(`${what}: a loser heard ${code}`)
}

interface Crowd {
  readonly payers: readonly Racer[]
  readonly takers: readonly Racer[]
  readonly dice: Dice
}

export async function raceForDeadlines(
  crowd: Crowd,
  { rounds, tally }: Omit<Rounds, 'everyMs'>,
): Promise<void> {
  for (let done = 0; done < rounds; done += HELD_AT_ONCE) {
    const many = Math.min(HELD_AT_ONCE, rounds - done)
    const races = Array.from({ length: many }, (_, at) =>
      raceAtDeadline(crowd, { at, round: done + at }, tally),
    )
    // oxlint-disable-next-line no-await-in-loop -- the hall has only so many seats
    await Promise.all(races)
  }
}

/** [H5] The holder may pay until somebody takes a seat; whoever comes first has it, and nobody else. */
async function raceAtDeadline(
  { payers, takers, dice }: Crowd,
  { at, round }: { at: number; round: number },
  tally: Tally,
): Promise<void> {
  const payer = payers[at % payers.length]
  const taker = takers[at % takers.length]
  if (!payer || !taker) throw new Error('nobody to race')
  const seat = RACED_SEATS + at
  const [payAfterMs, takeAfterMs] = timesOf(round, dice)
  const held = await payer.ask('hold-seats', holdOf(seat, `held${round}`))
  if (held.kind !== 'done') return tally.violate(`round ${round}: seat ${seat} could not be held`)
  const { bookingId, totals, expiresAtMs } = held.value.booking
  const { totalMinor } = totals
  const pay = { bookingId, mode: 'CASH', totalMinor, tenderedMinor: totalMinor } as const
  const [paid, taken] = await Promise.all([
    until(expiresAtMs + payAfterMs).then(() => payer.ask('pay-booking', pay)),
    until(expiresAtMs + takeAfterMs).then(() => taker.ask('hold-seats', holdOf(seat, `taken${round}`))),
  ])
  tally.count('races at a deadline')
  const what = `round ${round}, paid at ${payAfterMs} ms, taken at ${takeAfterMs} ms`
  if ((paid.kind === 'done') === (taken.kind === 'done'))
    tally.violate(`${what}: ${paid.kind} and ${taken.kind}`)
  if (paid.kind === 'done') tally.count('the holder paid')
  else expectExpired(paid, tally, what)
  if (taken.kind === 'done') tally.count('the other took it')
  else expectTaken(taken, tally, what)
  await payer.ask('cancel-booking', { bookingId, reason: '' })
  if (taken.kind === 'done')
    await taker.ask('cancel-booking', { bookingId: taken.value.booking.bookingId, reason: '' })
}

function expectExpired(answer: Answer<unknown>, tally: Tally, what: string): void {
  const refusal = answer.kind === 'refused' ? answer.refusal : null
  if (refusal?.code !== 'HOLD_EXPIRED' || refusal.taken.length !== 1)
    tally.violate(`${what}: the holder heard ${JSON.stringify(answer)}`)
}

/** When the holder pays and when the other takes the seat, in milliseconds after the end of the hold. */
function timesOf(round: number, dice: Dice): [number, number] {
  const [pay, take] = [jitter(dice), jitter(dice)]
  if (round % CLEAR_EVERY > 0) return [pay, take]
  return [Math.abs(take) + CLEAR_MS, Math.abs(take)]
}

function jitter(dice: Dice): number {
  return Math.round((2 * dice.roll() - 1) * JITTER_MS)
}

/** By this machine's clock, which is also the hub's. */
function until(instantMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, instantMs - Date.now())))
}

function holdOf(seat: number, cart: string) {
  return {
    showId: hallShow,
    cartId: cart as CartId,
    lines: [{ seatId: seat as SeatId, ticketTypeId: 0 as TicketTypeId }],
    customerId: null,
    couponCode: null,
  }
}
