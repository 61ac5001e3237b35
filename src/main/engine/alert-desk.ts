// Notices what the office should look at [K3]: after each commit it checks the shows that the commit touched, in memory alone.
// Owns how each show stands and when it is checked again. What counts as an alert is decided by the domain, and each alert is
// recorded in a commit of its own.

import type { AlertFigures, AlertKind } from '../../shared/domain/alert-events.ts'
import { alertKinds, isOfAlert } from '../../shared/domain/alert-events.ts'
import {
  PACE_MS,
  Pace,
  type Standing,
  heldFigures,
  isMuchHeld,
  isRush,
  judge,
  nothing,
} from '../../shared/domain/alerts.ts'
import { type Decision, accept } from '../../shared/domain/decision.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { JournalEntry } from '../store/journal.ts'
import * as query from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import type { ByItself } from './by-itself.ts'
import type { Scheduler } from './ports.ts'
import type { Reader } from './reader.ts'
import { sequenceAfter } from './sequence-after.ts'

/** Rows of the hour before a start that are read at a time: about five milliseconds' worth. */
const PAGE_ROWS = 2000
/** A start shows its first screens before checking alerts: standing alerts simply stand on meanwhile, and a rush lasts longer than this. */
const CALM_MS = 3 * SECOND_MS
/** What could not be read or written (disk full) is tried again after this: soon for a manager, long for a disk. */
const AGAIN_MS = SECOND_MS

interface Parts {
  readonly store: Store
  readonly reader: Reader
  readonly scheduler: Scheduler
  readonly nowMs: () => number
  readonly byItself: ByItself
  readonly onTrouble: (error: unknown) => void
  /** Runs `work` with memory and rows at the same instant. */
  readonly reading: <Result>(work: () => Result) => Result
}

interface Watched {
  readonly pace: Pace
  readonly standing: Record<AlertKind, Standing>
  lookAtMs: number
}

export class AlertDesk {
  readonly #parts: Parts
  readonly #shows = new Map<ShowId, Watched>()
  /** False while the sales of the hour before the start are being read. */
  #knowsPace = true
  #nextMs = Number.POSITIVE_INFINITY
  #callOff: () => void = () => {}
  #callOffPace: () => void = () => {}
  #isStopped = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** At the start: alerts that stood then still stand until the show is checked, and a rush is measured over the hour before. */
  resume(): void {
    const { store, scheduler, nowMs } = this.#parts
    const calmMs = nowMs() + CALM_MS
    for (const { showId, kind, sinceMs } of store.select(query.standingAlerts)) {
      const watched = this.#watched(showId)
      watched.standing[kind] = { sinceMs, isRaised: true }
      watched.lookAtMs = calmMs
    }
    const [last] = store.select(query.lastJournalRow, 1)
    const fromMs = nowMs() - PACE_MS
    if (!last || last.atMs <= fromMs) return this.#sleep()
    this.#knowsPace = false
    const upTo = last.sequence
    const read = () => this.#readPace(sequenceAfter(store, fromMs) - 1, upTo)
    const begin = (): void => this.#orAgain(read, begin)
    this.#callOffPace = scheduler.at(calmMs, begin)
  }

  /** After a commit, here or in another process. */
  follow(entries: readonly JournalEntry[]): void {
    const touched = new Set<ShowId>()
    for (const { event, row } of entries) {
      if (row.showId === null || isOfAlert(event)) continue
      touched.add(row.showId)
      if (event.type === 'booking-confirmed') this.#watched(row.showId).pace.note(row.atMs)
    }
    // Uses the instant of the commit, which is the house's time, instead of asking a clock.
    const nowMs = entries.at(-1)?.row.atMs ?? 0
    for (const showId of touched) this.#look(showId, nowMs)
  }

  stop(): void {
    this.#isStopped = true
    this.#callOff()
    this.#callOffPace()
  }

  #readPace(after: number, last: number): void {
    this.#knowsPace = false
    this.#parts.scheduler.soon(() =>
      this.#orAgain(
        () => this.#readPage(after, last),
        () => this.#readPace(after, last),
      ),
    )
  }

  #readPage(after: number, last: number): void {
    const rows = this.#parts.store.select(query.journalTimesAfter, after, Math.min(PAGE_ROWS, last - after))
    for (const { showId, atMs, kind } of rows) {
      if (showId !== null && kind === 'booking-confirmed') this.#watched(showId).pace.note(atMs)
    }
    const read = rows.at(-1)?.sequence ?? last
    if (read < last) return this.#readPace(read, last)
    this.#knowsPace = true
    this.#sleep()
  }

  /** Any look may fail (disk); looking again a second later misses nothing. */
  #orAgain(work: () => void, again: () => void): void {
    const { scheduler, nowMs, onTrouble } = this.#parts
    // A closed house cannot be read, and would be asked for ever.
    if (this.#isStopped) return
    try {
      work()
    } catch (error) {
      onTrouble(error)
      scheduler.at(nowMs() + AGAIN_MS, again)
    }
  }

  #watched(showId: ShowId): Watched {
    const ready = this.#shows.get(showId)
    if (ready) return ready
    const standing = { held: nothing, rush: nothing }
    const watched = { pace: new Pace(), standing, lookAtMs: Number.POSITIVE_INFINITY }
    this.#shows.set(showId, watched)
    return watched
  }

  /** A show whose board is not in memory has no holds; but if something is already known of it, its board is read. */
  #look(showId: ShowId, nowMs: number): void {
    const { reader } = this.#parts
    const watched = this.#shows.get(showId)
    const board = watched ? reader.board(showId) : reader.boardIfOpen(showId)
    if (!board) return
    const held = heldFigures(board.countsAt(nowMs))
    if (watched && isOneMoreOfRush(watched, held, nowMs)) return
    if (!watched && !isMuchHeld(held)) return
    this.#judge(showId, nowMs, { held, rush: this.#watched(showId).pace.figuresAt(nowMs) })
  }

  #judge(showId: ShowId, nowMs: number, figures: Readonly<Record<AlertKind, AlertFigures>>): void {
    const watched = this.#watched(showId)
    const before = watched.lookAtMs
    watched.lookAtMs = Number.POSITIVE_INFINITY
    for (const kind of alertKinds) {
      if (kind === 'rush' && !this.#knowsPace) continue
      const isSo = kind === 'held' ? isMuchHeld(figures.held) : isRush(figures.rush)
      const was = watched.standing[kind]
      const { standing, turn, lookAtMs } = judge(kind, was, isSo, nowMs)
      watched.standing[kind] = standing
      watched.lookAtMs = Math.min(watched.lookAtMs, lookAtMs)
      if (turn) this.#note(showId, kind, { was, figures: figures[kind], standing })
    }
    if (watched.lookAtMs !== before) this.#sleep()
  }

  #note(
    showId: ShowId,
    kind: AlertKind,
    { was, figures, standing }: { was: Standing; figures: AlertFigures; standing: Standing },
  ): void {
    const { byItself, nowMs } = this.#parts
    const decide = () => this.#decide(showId, kind, standing.sinceMs, figures)
    void byItself('note-alert', decide).then((answer) => {
      if (answer.kind === 'done' || this.#isStopped) return
      const watched = this.#watched(showId)
      watched.standing[kind] = was
      watched.lookAtMs = nowMs() + AGAIN_MS
      this.#sleep()
    })
  }

  /** Inside a commit: another process may have recorded the same already. `sinceMs` null: the alert is over. */
  #decide(showId: ShowId, kind: AlertKind, sinceMs: number | null, figures: AlertFigures): Decision<null> {
    const rows: readonly Row<'alert'>[] = this.#parts.store.select(query.standingAlertsOfShow, showId)
    const stands = rows.find((row) => row.kind === kind)
    if (sinceMs === null)
      return accept(stands ? [{ type: 'alert-ended', showId, alertId: stands.alertId }] : [], null)
    return accept(stands ? [] : [{ type: 'alert-raised', showId, alert: kind, sinceMs, ...figures }], null)
  }

  /** Sleeps until the next show that must be checked even if nothing happens in it. */
  #sleep(): void {
    const nextMs = Math.min(
      ...[...this.#shows.values()].map(({ lookAtMs }) => lookAtMs),
      Number.POSITIVE_INFINITY,
    )
    if (nextMs === this.#nextMs || this.#isStopped) return
    this.#callOff()
    this.#nextMs = nextMs
    if (nextMs === Number.POSITIVE_INFINITY) return
    this.#callOff = this.#parts.scheduler.at(nextMs, () => this.#wake())
  }

  /** One show per turn: a large hall that nobody has opened yet takes a tenth of a second to read, and a sale may come in between. */
  #wake(): void {
    this.#nextMs = Number.POSITIVE_INFINITY
    const nowMs = this.#parts.nowMs()
    const due = [...this.#shows].find(([, { lookAtMs }]) => lookAtMs <= nowMs)
    const look = () => {
      if (due) this.#look(due[0], nowMs)
      this.#sleep()
    }
    this.#orAgain(
      () => this.#parts.reading(look),
      () => this.#wake(),
    )
  }
}

/** A raised rush stays raised until its minute is over, however many sales follow; this holds while few seats are held, as before. */
function isOneMoreOfRush({ standing, lookAtMs }: Watched, held: AlertFigures, nowMs: number): boolean {
  return standing.rush.isRaised && nowMs < lookAtMs && standing.held.sinceMs === null && !isMuchHeld(held)
}
