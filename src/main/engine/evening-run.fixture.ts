// One random evening: the house, the model beside it, a terminal that answers as it is told, and screens that follow by deltas.
// Owns how each step is taken and when the two are compared; must never decide what should happen (that is up to the model).

import { expect } from 'vitest'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { HOUR_MS, SECOND_MS } from '../../shared/lib/time.ts'
import { known } from '../../shared/lib/assert.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { checkBookings, checkInvariants } from '../checks/check-invariants.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { openDatabase } from '../store/open-database.ts'
import { journalAfter } from '../store/queries.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { EveningModel } from './after-sale-model.fixture.ts'
import type { Answered, Sent } from './evening-call.fixture.ts'
import { EveningCalls } from './evening-calls.fixture.ts'
import { heldBeside } from './evening-exchange.fixture.ts'
import { expectBookings, expectMoney, expectSeats, expectShifts } from './evening-check.fixture.ts'
import { hall, takeOver, terms } from './evening-hall.fixture.ts'
import type { Sale, Step } from './evening.fixture.ts'
import { type Seen, seenOf } from './evening-outcome.fixture.ts'
import { Screen } from './screen.fixture.ts'
import { checkSwept } from './swept.fixture.ts'
import { type Heard, ScriptedTerminal } from './scripted-terminal.fixture.ts'
import type { Outcome, Rescued, Pass } from './model-booking.fixture.ts'
import { TestHouse, openingMs, show1, show2, showEntry } from './test-house.ts'

/** How often an unanswered payment is looked up. */
const LOOK_UP_MS = 15 * SECOND_MS

export type Counters = Map<string, number>

export class EveningRun {
  readonly store: FailingStore
  readonly house: TestHouse
  readonly model = new EveningModel(hall, terms)
  readonly terminal = new ScriptedTerminal()
  readonly #calls: EveningCalls
  readonly #counters: Counters
  readonly #sent: (Sent & { readonly answer: Answer<unknown> })[] = []
  readonly #printed: Pass[] = []
  /** The journal's newest row when the step began. */
  #began = 0
  #checked = 0
  readonly #screens = [show1, show2].map((showId) => new Screen(showId))

  constructor(isSqlite: boolean, counters: Counters) {
    this.store = new FailingStore(isSqlite ? new SqliteStore(openDatabase(':memory:')) : new MemoryStore())
    this.#counters = counters
    this.house = new TestHouse({ store: this.store, houseTerms: terms, terminal: () => this.terminal })
    const entry = { ...showEntry(show2, openingMs + 6 * HOUR_MS), claimPolicy: 'on-payment' } as const
    this.house.engine.furnish([{ type: 'entry-saved', entry }], [])
    this.#calls = new EveningCalls(this.model, () => this.nowMs)
    for (const screen of this.#screens) screen.follow(this.house.desk('desk-1'))
  }

  get nowMs(): number {
    return this.house.engine.nowMs()
  }

  async take(one: Step): Promise<void> {
    this.#began = this.house.engine.sequence
    if (one.do === 'turn') await this.#turn(one.sales, one.failAfter)
    else if (one.do === 'exchange') {
      await this.#turn([heldBeside(this.model, one.hold)], 0)
      await this.#turn([one.sale], 0)
    } else if (one.do === 'terminal') await this.#terminal(one)
    else if (one.do === 'door') await this.#door(one)
    else if (one.do === 'release') await this.#release(one.kiosk)
    else if (one.do === 'time') this.#time(one)
    else if (one.do === 'restart') this.#restart()
    else await this.#repeat(one)
    this.#settle()
    await this.#check()
  }

  /** Sends all of a turn at once, for one commit; the model follows in the order they were sent. */
  async #turn(sales: readonly Sale[], failAfter: number): Promise<void> {
    const calls = sales.flatMap((one) => {
      const call = this.#calls.of(one)
      return call ? { ...call, commandId: this.house.newCommandId() } : []
    })
    const answers = calls.map(({ kiosk, name, input, commandId }) =>
      this.#desk(kiosk).call(name, input as never, commandId),
    )
    const hasFailed = this.#commit(failAfter)
    for (const [index, call] of calls.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- in the order they ran
      const answer: Answer<unknown> = await known(answers[index], 'answer')
      if (isTurnedAway(call)) {
        expect(answer).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } })
        this.#count(`${call.name} refused`)
        continue
      }
      if (hasFailed) {
        expect(answer).toMatchObject({ kind: 'fault', reason: 'storage' })
        this.#count('storage fault')
        continue
      }
      this.#sent.push({ ...call, answer })
      this.#count(`${call.what ?? call.name} ${answer.kind}`)
      if (answer.kind === 'refused') this.#count(`refused: ${answer.refusal.code}`)
      const wanted = call.expect() ? 'done' : 'refused'
      expect(answer.kind, JSON.stringify([call.kiosk, call.name, call.input, answer])).toBe(wanted)
      if (answer.kind === 'done') call.apply(answer.value as Answered)
    }
  }

  #desk(kiosk: string) {
    return this.house.desk(kiosk, kiosk === 'manager' ? 'manager' : 'clerk')
  }

  /** Runs the commit; returns whether the disk failed it. */
  #commit(failAfter: number): boolean {
    if (failAfter > 0) this.store.failAfter = failAfter
    this.house.scheduler.flush()
    const hasFailed = this.store.failAfter <= 0
    this.store.failAfter = Number.POSITIVE_INFINITY
    return hasFailed
  }

  async #terminal(one: Extract<Step, { do: 'terminal' }>): Promise<void> {
    if (one.isLate && one.isRaced && this.model.seatsOfLate()) await this.#turn([takeOver], 0)
    this.#answer(one.isLate && one.isRaced ? { ...one, pick: 0, says: 'yes' } : one)
  }

  /** The terminal decides, or repeats what it said. */
  #answer({ isLate, pick, says, times, failAfter }: Extract<Step, { do: 'terminal' }>): void {
    const all = this.terminal.requests
    const late = all.filter(({ paymentId }) => this.model.mayComeLate(paymentId))
    // Mostly payments of bookings that have ended: an answer in time is the easy case.
    const requests = isLate ? late : all
    const request = requests[pick % Math.max(1, requests.length)]
    if (!request) return
    const { amountMinor, currency } = request
    const sum = amountMinor - (says === 'other-sum' ? 1 : 0)
    const yes = { kind: 'approved', reference: `R-${request.paymentId}`, amountMinor: sum, currency } as const
    this.terminal.say(request, says === 'no' ? { kind: 'declined' } : yes, times)
    const before = this.house.engine.sequence
    if (!this.#commit(failAfter)) return
    expect(this.house.engine.sequence).toBe(before)
    this.terminal.takeHeard()
    this.#count('storage fault')
  }

  /** Applies to the model what the terminal was heard to answer since; the kind of outcome is read from the journal. */
  #settle(): void {
    // A refund that succeeds at once is recorded in a commit after the one that asked for it.
    for (let turns = 0; turns < 3; turns += 1) this.house.scheduler.flush()
    const rows = this.store.select(journalAfter, this.#began, Number.MAX_SAFE_INTEGER)
    const events = rows.map(({ body }) => JSON.parse(body) as HouseEvent)
    const settled = new Set<string>()
    for (const heard of this.terminal.takeHeard()) this.#heard(heard, settled, events)
  }

  #heard({ paymentId, answer }: Heard, settled: Set<string>, events: readonly HouseEvent[]): void {
    const found = known(this.model.paymentOf(paymentId), 'a payment that the terminal was asked for')
    const said = answer.kind === 'declined' ? 'no' : answer.amountMinor
    const outcome = this.model.foretell(found, said, this.nowMs)
    // A second answer in the same commit leaves no trace of its own.
    const { seen, rescued }: Seen = settled.has(paymentId)
      ? { seen: 'ignored', rescued: null }
      : seenOf(events, found.one, paymentId)
    settled.add(paymentId)
    expect(seen, JSON.stringify([paymentId, answer])).toBe(outcome)
    this.#count(`settled: ${outcome}`)
    if (rescued) this.#expectBlock(rescued, outcome)
    this.model.settle(found, outcome, { rescued, said, nowMs: this.nowMs })
  }

  #expectBlock({ seats }: Rescued, outcome: Outcome): void {
    if (outcome === 'other-seats')
      expect(this.model.isBlock(Math.min(...seats), seats.length, (seat) => seats.includes(seat))).toBe(true)
  }

  async #door({ pick, show, isForged }: Extract<Step, { do: 'door' }>): Promise<void> {
    const pass = this.#printed.at(-1 - (pick % Math.max(1, Math.min(6, this.#printed.length))))
    if (!pass) return
    const code = isForged ? `${pass.code ?? ''}X` : (pass.code ?? '')
    const at = show ?? pass.of.show
    const wanted = this.model.atDoor(isForged ? null : pass, at)
    const { answer } = await this.house.done('desk-1', 'check-in', { showId: at as never, code })
    expect(answer).toBe(wanted)
    this.#count(`check-in ${answer}`)
    if (answer === 'valid') this.model.letIn(pass)
  }

  async #release(of: string | null): Promise<void> {
    const filter = of === null ? {} : { kioskId: of as never }
    const pending = this.model.releasable(of)
    const answer = await this.house.ask('manager', 'release-holds', { filter, reason: '' })
    expect(answer).toMatchObject({ kind: 'done', value: { bookings: pending.length } })
    for (const one of pending) this.model.released(one)
    this.#count('release-holds done')
  }

  /** Mostly to where something ends: a millisecond before it, exactly at it, or after it; sometimes the clock is set back. */
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
      'look-up': this.nowMs + LOOK_UP_MS,
    }
    clock.atMs = to[jump]
    this.#count(`time ${jump}${wake ? ', swept' : ''}`)
    if (!wake) return
    this.house.scheduler.wakeUntil(this.nowMs)
    this.#settle()
    this.model.swept(this.nowMs)
    checkSwept(this.store, this.nowMs)
  }

  #restart(): void {
    for (const screen of this.#screens) screen.leave()
    this.terminal.hangUp()
    this.house.restart()
    for (const screen of this.#screens) screen.follow(this.house.desk('desk-1'))
    this.#count('restart')
  }

  /** Sends an earlier command again: it must get its first answer and do nothing; with another content, it must be refused. */
  async #repeat({ pick: which, other }: Extract<Step, { do: 'repeat' }>): Promise<void> {
    const earlier = this.#sent[which % Math.max(1, this.#sent.length)]
    if (!earlier || (other && earlier.kiosk === 'manager')) return
    const sequence = this.house.engine.sequence
    const { kiosk: from, name, input, commandId } = earlier
    const desk = this.#desk(other ? 'desk-9' : from)
    const asked = desk.call(name, input as never, commandId)
    this.house.scheduler.flush()
    const answer = await asked
    if (!other) expect(answer).toEqual(earlier.answer)
    else expect(answer).toMatchObject({ refusal: { code: 'COMMAND_REUSED' } })
    expect(this.house.engine.sequence).toBe(sequence)
    this.#count(other ? 'reused id' : 'repeat')
  }

  async #check(): Promise<void> {
    const { store, house, model } = this
    expectBookings(store, model)
    expectMoney(store, model, this.terminal)
    expectShifts(store, model)
    // If nothing was written, the rows need no new check.
    if (house.engine.sequence !== this.#checked) {
      expect(checkBookings(store)).toEqual([])
      this.#checked = house.engine.sequence
    }
    for (const { showId, states } of this.#screens) {
      // oxlint-disable-next-line no-await-in-loop -- one show after the other
      await expectSeats({ house, model, showId }, states)
    }
    await this.#print()
    const bugs = house.log.errors.filter(
      ({ message, facts }) => message === 'a command failed' && !isFullDisk(facts),
    )
    expect(bugs).toEqual([])
  }

  /** Reads the code of every new ticket, as its paper carries it. */
  async #print(): Promise<void> {
    for (const one of this.model.kept) {
      const fresh = one.passes.filter(({ code }) => code === null)
      if (fresh.length === 0) continue
      const bookingId = one.id as never
      // oxlint-disable-next-line no-await-in-loop -- one booking after the other
      const { tickets } = await this.house.done('manager', 'tickets', { bookingId })
      for (const pass of fresh) pass.code = tickets.find(({ seatId }) => seatId === pass.seat)?.code ?? null
      this.#printed.push(...fresh)
    }
  }

  #count(what: string): void {
    this.#counters.set(what, (this.#counters.get(what) ?? 0) + 1)
  }

  finish(): void {
    expect(checkInvariants(this.store)).toEqual([])
    for (const { kind } of this.store.all('journal')) this.#count(kind)
    for (const { path } of this.model.kept)
      for (const [index, state] of path.slice(1).entries()) this.#count(`${path[index]} → ${state}`)
    this.store.close()
  }
}

/** Refused before anything is read, whatever the disk does. */
function isTurnedAway({ kiosk, name }: Pick<Sent, 'kiosk' | 'name'>): boolean {
  return kiosk !== 'manager' && (name === 'review-proof' || name === 'delete-booking')
}

function isFullDisk({ error }: Readonly<Record<string, unknown>>): boolean {
  return typeof error === 'string' && error.includes('SQLITE_FULL')
}
