// Random sellers on a small hall, against a tiny model: whatever they do, no seat has two owners and every count is right [C1].
// `PROOF_RUNS` and `PROOF_SEED` make it longer or repeat it; a failure prints its seed and the shortest way there.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BookingId, CommandId } from '../../shared/domain/ids.ts'
import { seatStateCode } from '../../shared/domain/seat-state.ts'
import type { Input, OperationName } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import type { News } from '../../shared/contract/topics.ts'
import { known } from '../../shared/lib/assert.ts'
import { checkBookings, checkInvariants } from '../checks/check-invariants.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { checkSwept } from './swept.fixture.ts'
import { recount, seatsFromRows } from './recount.fixture.ts'
import { type Expected, type Kept, SeatModel } from './seat-model.fixture.ts'
import { TestHouse, holdOf, linesOf, seatCount, show1 } from './test-house.ts'

const RUNS = Number(process.env['PROOF_RUNS'] ?? 300)
const STEPS = 60
const seed = process.env['PROOF_SEED'] === undefined ? {} : { seed: Number(process.env['PROOF_SEED']) }

/** Short, so that ends and graces come often; the lengths are terms, no rule knows them. */
const terms = { holdMs: 1000, vipHoldMs: 2000, graceMs: 300 }
const kiosks = ['desk-1', 'desk-2', 'desk-3'] as const

const jumps = ['bit', 'before', 'exactly', 'after', 'back'] as const

type Kiosk = (typeof kiosks)[number]
type Sale =
  | { do: 'hold'; kiosk: Kiosk; cart: number; seats: number[]; coupon: boolean; vip: boolean }
  | { do: 'extend'; kiosk: Kiosk | null; pick: number }
  | { do: 'cancel'; kiosk: Kiosk | null; pick: number }
  | { do: 'choose'; kiosk: Kiosk | null; pick: number; type: number; coupon: boolean }
  | { do: 'pay'; kiosk: Kiosk | null; pick: number; offer: 'exact' | 'more' | 'less' | 'stale' }
type Step =
  | { do: 'turn'; sales: Sale[]; failAfter: number }
  | { do: 'release'; kiosk: Kiosk | null }
  | { do: 'time'; jump: (typeof jumps)[number]; wake: boolean }
  | { do: 'restart' }
  | { do: 'repeat'; pick: number; other: boolean }

const kiosk = fc.constantFrom(...kiosks)
/** Null: the kiosk that owns the booking. */
const ownOrAny = fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: kiosk })
const pick = fc.nat({ max: 1000 })
const sale: fc.Arbitrary<Sale> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('hold' as const),
      kiosk,
      cart: fc.nat({ max: 1 }),
      seats: fc.array(fc.nat({ max: seatCount - 1 }), { minLength: 1, maxLength: 4 }),
      coupon: fc.boolean(),
      vip: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('extend' as const), kiosk: ownOrAny, pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), kiosk: ownOrAny, pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      kiosk: ownOrAny,
      pick,
      type: fc.nat({ max: 1 }),
      coupon: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      kiosk: ownOrAny,
      pick,
      offer: fc.constantFrom(
        'exact' as const,
        'exact' as const,
        'more' as const,
        'less' as const,
        'stale' as const,
      ),
    }),
  },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('turn' as const),
      sales: fc.array(sale, { minLength: 1, maxLength: 3 }),
      // Most turns meet a sound disk.
      failAfter: fc.oneof(
        { weight: 9, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), kiosk: fc.option(kiosk) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('time' as const),
      jump: fc.constantFrom(...jumps),
      wake: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat' as const), pick, other: fc.boolean() }) },
)

interface Sent {
  readonly kiosk: string
  readonly name: OperationName
  readonly input: unknown
  readonly commandId: CommandId
  readonly answer: Answer<unknown>
}

const counters = new Map<string, number>()
function count(what: string): void {
  counters.set(what, (counters.get(what) ?? 0) + 1)
}

/** One run: the house, the model beside it, and a screen that follows by deltas. */
class Run {
  readonly store: FailingStore
  readonly house: TestHouse
  readonly model = new SeatModel({ graceMs: terms.graceMs, blocked: [13] })
  readonly sent: Sent[] = []
  screen = { revision: -1, states: new Uint8Array(seatCount) }
  #leave: () => void = () => {}

  constructor(isSqlite: boolean) {
    this.store = new FailingStore(isSqlite ? new SqliteStore(openDatabase(':memory:')) : new MemoryStore())
    this.house = new TestHouse({ store: this.store, houseTerms: terms })
    this.#follow()
  }

  get nowMs(): number {
    return this.house.engine.nowMs()
  }

  async take(one: Step): Promise<void> {
    if (one.do === 'turn') await this.#turn(one.sales, one.failAfter)
    else if (one.do === 'release') await this.#release(one.kiosk)
    else if (one.do === 'time') this.#time(one)
    else if (one.do === 'restart') this.#restart()
    else await this.#repeat(one)
    await this.#check()
  }

  /** All of a turn at once, in one commit; the model follows in the order they were sent. */
  async #turn(sales: readonly Sale[], failAfter: number): Promise<void> {
    const calls = sales.flatMap((one) => this.#callOf(one) ?? [])
    const answers = calls.map(({ kiosk: from, name, input, commandId }) =>
      this.house.desk(from).call(name, input as never, commandId),
    )
    if (failAfter > 0) this.store.failAfter = failAfter
    this.house.scheduler.flush()
    const hasFailed = this.store.failAfter <= 0
    this.store.failAfter = Number.POSITIVE_INFINITY
    for (const [index, call] of calls.entries()) {
      const answer: Answer<unknown> = await known(answers[index], 'answer')
      if (hasFailed) {
        expect(answer).toMatchObject({ kind: 'fault', reason: 'storage' })
        count('storage fault')
        continue
      }
      this.sent.push({ ...call, answer })
      const expected = call.expect()
      count(`${call.name} ${answer.kind}`)
      expect(answer.kind, JSON.stringify([call.name, call.input, answer])).toBe(
        expected === 'yes' ? 'done' : 'refused',
      )
      if (answer.kind === 'done') call.apply(answer.value as never)
    }
  }

  #callOf(one: Sale) {
    const commandId = this.house.newCommandId()
    if (one.do === 'hold') return { ...this.#hold(one), commandId }
    // Mostly one of the last few: earlier ones are over.
    const kept = this.model.kept.at(-1 - (one.pick % Math.max(1, Math.min(4, this.model.kept.length))))
    if (!kept) return null
    const from = one.kiosk ?? kept.kiosk
    const bookingId = kept.id as BookingId
    const base = { kiosk: from, commandId }
    if (one.do === 'extend') {
      const expect = () => this.model.mayExtend(from, kept, this.nowMs)
      return {
        ...base,
        name: 'extend-hold' as const,
        input: { bookingId },
        expect,
        apply: () => this.model.extended(kept),
      }
    }
    if (one.do === 'cancel') {
      const input = { bookingId, reason: '' }
      const apply = () => void (kept.state = 'gone')
      return {
        ...base,
        name: 'cancel-booking' as const,
        input,
        expect: () => this.model.mayCancel(from, kept),
        apply,
      }
    }
    if (one.do === 'choose') return { ...base, ...this.#choose(one, kept, from) }
    return { ...base, ...this.#pay(one.offer, kept, from) }
  }

  #hold({ kiosk: from, cart: which, seats, coupon: asks, vip }: Extract<Sale, { do: 'hold' }>) {
    const cart = `${from}-cart-${which}`
    const coupon = asks ? 'ONCE' : null
    const input = holdOf(seats, { cart, couponCode: coupon, customerId: (vip ? 1 : 2) as never })
    const expect = (): Expected => this.model.mayHold(cart, { seats, coupon }, this.nowMs)
    const apply = ({ booking }: { booking: { bookingId: string; totals: { totalMinor: number } } }) => {
      const { totalMinor } = booking.totals
      const holdMs = vip ? terms.vipHoldMs : terms.holdMs
      this.model.held(
        { id: booking.bookingId, kiosk: from, cart, seats, holdMs, totalMinor, coupon },
        this.nowMs,
      )
    }
    return { kiosk: from, name: 'hold-seats' as const, input, expect, apply }
  }

  #pay(offer: 'exact' | 'more' | 'less' | 'stale', kept: Kept, from: string) {
    const total = kept.totalMinor + (offer === 'stale' ? 1 : 0)
    const tendered = total + (offer === 'more' ? 5 : offer === 'less' ? -1 : 0)
    const input: Input<'pay-booking'> = {
      bookingId: kept.id as BookingId,
      mode: 'CASH',
      totalMinor: total,
      tenderedMinor: tendered,
    }
    const expect = () => this.model.mayPay(from, kept, { total, tendered }, this.nowMs)
    return { name: 'pay-booking' as const, input, expect, apply: () => void (kept.state = 'paid') }
  }

  #choose({ type, coupon: asks }: Extract<Sale, { do: 'choose' }>, kept: Kept, from: string) {
    const coupon = asks ? 'ONCE' : null
    const admitted = kept.seats.every((seat) => seat < 10) ? type : 0
    const input = {
      bookingId: kept.id as BookingId,
      lines: linesOf(kept.seats, admitted),
      couponCode: coupon,
    }
    const apply = ({ booking }: { booking: { totals: { totalMinor: number } } }) => {
      kept.totalMinor = booking.totals.totalMinor
      kept.coupon = coupon
    }
    const expect = () => this.model.mayChoose(from, kept, coupon, this.nowMs)
    return { name: 'choose-tickets' as const, input, expect, apply }
  }

  async #release(of: Kiosk | null): Promise<void> {
    const filter = of === null ? {} : { kioskId: of as never }
    const pending = this.model.kept.filter(
      (one) => one.state === 'pending' && (of === null || one.kiosk === of),
    )
    const answer = await this.house.ask('manager', 'release-holds', { filter, reason: '' })
    expect(answer).toMatchObject({ kind: 'done', value: { bookings: pending.length } })
    for (const one of pending) one.state = 'gone'
    count('release-holds done')
  }

  /** Mostly to where something ends: a millisecond before, exactly, after; sometimes the clock is set back. */
  #time({ jump, wake }: Extract<Step, { do: 'time' }>): void {
    const { clock } = this.house
    const next = Math.min(...this.model.deadlines(this.nowMs))
    const end = Number.isFinite(next) ? next : this.nowMs + 100
    const to = {
      bit: this.nowMs + 50,
      before: end - 1,
      exactly: end,
      after: end + 1,
      back: this.nowMs - 5000,
    }
    clock.atMs = to[jump]
    count(`time ${jump}${wake ? ', swept' : ''}`)
    if (!wake) return
    this.house.scheduler.wakeUntil(this.nowMs)
    this.model.swept(this.nowMs)
    checkSwept(this.store, this.nowMs)
  }

  #restart(): void {
    this.#leave()
    this.house.restart()
    this.#follow()
    count('restart')
  }

  /** An earlier command again: its first answer and nothing else, whatever happened since; with another content, a refusal. */
  async #repeat({ pick: which, other }: Extract<Step, { do: 'repeat' }>): Promise<void> {
    const earlier = this.sent[which % Math.max(1, this.sent.length)]
    if (!earlier) return
    const sequence = this.house.engine.sequence
    const { kiosk: from, name, input, commandId } = earlier
    const answer = await this.house.ask(other ? 'desk-9' : from, name, input as never, commandId)
    if (other) expect(answer).toMatchObject({ refusal: { code: 'COMMAND_REUSED' } })
    else expect(answer).toEqual(earlier.answer)
    expect(this.house.engine.sequence).toBe(sequence)
    count(other ? 'reused id' : 'repeat')
  }

  /** The screen goes on from what it has, as after a lost connection. */
  #follow(): void {
    const afterRevision = this.screen.revision < 0 ? null : this.screen.revision
    this.#leave = this.house
      .desk('desk-1')
      .subscribe({ kind: 'seats', showId: show1, afterRevision }, (news: News) => {
        if (news.kind === 'snapshot')
          this.screen = { revision: news.revision, states: Uint8Array.from(news.states) }
        if (news.kind !== 'delta') return
        expect(news.from).toBe(this.screen.revision)
        for (const [index, seat] of news.seatIds.entries()) this.screen.states[seat] = news.states[index] ?? 0
        this.screen.revision = news.to
      })
  }

  async #check(): Promise<void> {
    const { store, nowMs, house } = this
    expect(checkBookings(store)).toEqual([])
    const rows = seatsFromRows(store, show1, nowMs)
    const live = store.all('claim')
    for (const [seat, state] of rows.entries()) {
      const owner = this.model.ownerOf(seat, nowMs)
      const expected = owner
        ? owner.state === 'paid'
          ? 'sold'
          : 'held'
        : seat === 13
          ? 'blocked'
          : 'available'
      expect(state, `seat ${seat}`).toBe(expected)
      const claim = live.find((one) => one.seatId === seat)
      if (owner) expect(claim?.bookingId).toBe(owner.id)
      const drawn = this.screen.states[seat]
      // A screen hears of an end when it is swept: until then it may still draw the hold.
      const mayLag = state === 'available' && claim !== undefined && drawn === seatStateCode.held
      if (!mayLag) expect(drawn, `seat ${seat} on the screen`).toBe(seatStateCode[state as 'held'])
    }
    const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
    expect(counts).toEqual(recount(store, show1, nowMs))
    const bugs = house.log.errors.filter(
      ({ message, facts }) => message === 'a command failed' && !isFullDisk(facts),
    )
    expect(bugs).toEqual([])
  }

  finish(): void {
    expect(checkInvariants(this.store)).toEqual([])
    for (const { kind } of this.store.all('journal')) count(kind)
    this.store.close()
  }
}

function isFullDisk({ error }: Readonly<Record<string, unknown>>): boolean {
  return typeof error === 'string' && error.includes('SQLITE_FULL')
}

/** Every edge that this version can take; a run that misses one proves less than it says. */
const edges = [
  'seats-held',
  'hold-extended',
  'tickets-chosen',
  'hold-lapsed',
  'booking-expired',
  'booking-cancelled',
  'booking-confirmed',
  'booking-refunded',
  'hold-seats refused',
  'extend-hold refused',
  'choose-tickets refused',
  'pay-booking refused',
  'cancel-booking refused',
  'storage fault',
  'restart',
  'repeat',
  'reused id',
  'time exactly, swept',
  'time exactly',
  'time back',
]

test(`[C1] [I1] [K1] [P4] no seat is claimed twice and no count is wrong, in ${RUNS} random evenings of ${STEPS} steps`, async () => {
  const evening = fc.array(step, { minLength: STEPS, maxLength: STEPS, size: 'max' })
  const property = fc.asyncProperty(evening, fc.boolean(), async (steps, isSqlite) => {
    const run = new Run(isSqlite)
    for (const one of steps) await run.take(one)
    run.finish()
    count(isSqlite ? 'run on SQLite' : 'run in memory')
  })
  await fc.assert(property, { numRuns: RUNS, ...seed })
  console.log(
    [...counters]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([what, many]) => `${what}: ${many}`)
      .join(' · '),
  )
  for (const edge of edges) expect(counters.get(edge) ?? 0, `taken: ${edge}`).toBeGreaterThan(RUNS / 10)
}, 600_000)
