// I1 to I25 and I45 to I48 over a whole house: one walk over its bookings, one over its journal, and the fold. Owns the order and
// the counting; the rules are in claims, transitions, books, money, tickets, history and shifts. Must never write, nor need
// memory in proportion to what a house has sold.

import type { JournalHead } from '../store/journal.ts'
import { lastJournalRow } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { Check, Looks } from './check.ts'
import { bookChecks } from './books.ts'
import { claimChecks, offSaleChecks } from './claims.ts'
import { type Finding, Findings, type InvariantId, type Verdict, invariantIds } from './findings.ts'
import { ChainWatch, historyChecks, i25Fold, wholeLog } from './history.ts'
import { HouseFacts } from './house-facts.ts'
import { moneyChecks } from './money.ts'
import { Books, bookingPages, journalPages } from './pages.ts'
import { Replay } from './replay.ts'
import { shiftChecks } from './shifts.ts'
import { ticketChecks } from './tickets.ts'
import { transitionChecks } from './transitions.ts'

export interface Inspection {
  readonly verdicts: readonly Verdict[]
  /** The last journal row that was checked. */
  readonly head: JournalHead
}

/** `elapsedMs`: a clock to measure each check with; without it, every check takes 0 ms. */
export interface Timed {
  readonly elapsedMs?: () => number
}

const checks: readonly Check[] = [
  ...claimChecks,
  ...transitionChecks,
  ...bookChecks,
  ...moneyChecks,
  ...ticketChecks,
  ...historyChecks,
  ...shiftChecks,
  ...offSaleChecks,
].toSorted(inOrder)

/** Everything that does not hold, a bounded number for each invariant; an empty list means that the house adds up. */
export function checkInvariants(store: Store): readonly Finding[] {
  return inspect(store).verdicts.flatMap(({ findings }) => findings)
}

/** The same, but only for bookings as they stand, which is quick enough to run after every step. */
export function checkBookings(store: Store): readonly Finding[] {
  const inspectors = inspectorsOf(store, () => 0)
  walkBookings(store, inspectors)
  return inspectors.flatMap(({ findings }) => findings.kept)
}

/** Needs a store that does not change meanwhile: a transaction, or a house that is closed. */
export function inspect(store: Store, { elapsedMs = () => 0 }: Timed = {}): Inspection {
  const inspectors = inspectorsOf(store, elapsedMs)
  walkBookings(store, inspectors)
  const { verdict, head } = walkJournal(store, inspectors, elapsedMs)
  for (const one of inspectors) one.end()
  return { verdicts: [...inspectors.map((one) => one.verdict()), verdict].toSorted(inOrder), head }
}

function inspectorsOf(store: Store, elapsedMs: () => number): Inspector[] {
  const nowMs = store.select(lastJournalRow, 1)[0]?.atMs ?? 0
  const facts = new HouseFacts(store)
  return checks.map((check) => {
    const findings = new Findings(check.id)
    return new Inspector(check, findings, check.look({ store, facts, nowMs, findings }), elapsedMs)
  })
}

function walkBookings(store: Store, inspectors: readonly Inspector[]): void {
  for (const page of bookingPages(store)) {
    for (const one of inspectors) one.look(page, (looks) => looks.bookings)
  }
}

function walkJournal(
  store: Store,
  inspectors: readonly Inspector[],
  elapsedMs: () => number,
): { verdict: Verdict; head: JournalHead } {
  const findings = new Findings(wholeLog.id)
  const chain = new ChainWatch(findings)
  const replay = new Replay()
  const books = new Books(store)
  let looked = 0
  let tookMs = -elapsedMs()
  try {
    for (const rows of journalPages(store)) {
      chain.follow(rows)
      const told = replay.follow(rows)
      const steps = told.map((step) => ({ ...step, transfers: books.upTo(step.row.sequence) }))
      looked += rows.length
      const beganMs = elapsedMs()
      for (const one of inspectors) one.look(steps, (looks) => looks.journal)
      tookMs -= elapsedMs() - beganMs
    }
    looked += i25Fold(store, replay, findings)
  } finally {
    books.close()
    replay.close()
  }
  tookMs += elapsedMs()
  const verdict = { ...wholeLog, looked, broken: findings.count, findings: findings.kept, tookMs }
  return { verdict, head: chain.head }
}

/** One check at work: what it looked at, what it found and how long it took. */
class Inspector {
  readonly findings: Findings
  readonly #check: Check
  readonly #looks: Looks
  readonly #elapsedMs: () => number
  #looked = 0
  #tookMs = 0

  constructor(check: Check, findings: Findings, looks: Looks, elapsedMs: () => number) {
    this.findings = findings
    this.#check = check
    this.#looks = looks
    this.#elapsedMs = elapsedMs
  }

  look<One>(
    page: readonly One[],
    which: (looks: Looks) => ((page: readonly One[]) => void) | undefined,
  ): void {
    const work = which(this.#looks)
    if (!work) return
    this.#timed(() => work(page))
    this.#looked += page.length
  }

  end(): void {
    this.#timed(() => {
      this.#looked += this.#looks.end?.() ?? 0
    })
  }

  verdict(): Verdict {
    const { id, claim } = this.#check
    const { count: broken, kept } = this.findings
    return { id, claim, looked: this.#looked, broken, findings: kept, tookMs: this.#tookMs }
  }

  #timed(work: () => void): void {
    const beganMs = this.#elapsedMs()
    work()
    this.#tookMs += this.#elapsedMs() - beganMs
  }
}

function inOrder(a: { readonly id: InvariantId }, b: { readonly id: InvariantId }): number {
  return invariantIds.indexOf(a.id) - invariantIds.indexOf(b.id)
}
