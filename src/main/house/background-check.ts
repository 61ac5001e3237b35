// The check that no start can wait for: everything the house ever recorded, looked at while it sells, soon after the start and once a
// day. Owns when it runs and what follows from its findings; must never stop a sale, nor say that all is well when it did not look.

import type { FileReport } from '../checks/check-file.ts'
import { markVerified } from '../checks/verified-mark.ts'
import type { HouseAlarm } from '../../shared/contract/topics.ts'
import { DAY_MS, SECOND_MS } from '../../shared/lib/time.ts'
import type { Clock, Log, Scheduler } from '../engine/ports.ts'
import type { Store } from '../store/store.ts'
import { type RunningCheck, checkInThread } from './check-in-thread.ts'

/** The first screens, and the first sale for which the house was opened, come first. */
export const CALM_MS = 10 * SECOND_MS
/** Files rot slowly, and a house may be open for months. */
const AGAIN_MS = DAY_MS
/** Findings written to the log: enough to begin with; `npm run db:check` says more. */
const LOGGED_MAX = 20

export interface BackgroundCheckParts {
  /** The database's file. */
  readonly path: string
  readonly store: Store
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly log: Log
  /** Tells every screen; null: there is nothing to tell. */
  readonly sound: (alarm: HouseAlarm | null) => void
  readonly run?: (path: string) => RunningCheck
}

export class BackgroundCheck {
  readonly #parts: BackgroundCheckParts
  #callOff: () => void
  #running: RunningCheck | null = null
  #isClosed = false

  constructor(parts: BackgroundCheckParts) {
    this.#parts = parts
    this.#callOff = this.#in(CALM_MS)
  }

  close(): void {
    this.#isClosed = true
    this.#callOff()
    this.#running?.stop()
  }

  #in(ms: number): () => void {
    const { clock, scheduler } = this.#parts
    return scheduler.at(clock.nowMs() + ms, () => void this.#check())
  }

  async #check(): Promise<void> {
    const { path, clock, log, run = checkInThread } = this.#parts
    const beganMs = clock.elapsedMs()
    try {
      this.#running = run(path)
      const report = await this.#running.report
      if (!this.#isClosed) this.#settle(report, Math.round(clock.elapsedMs() - beganMs))
    } catch (error) {
      if (!this.#isClosed) log.error({ error: String(error) }, 'the books could not be checked')
    }
    this.#running = null
    if (!this.#isClosed) this.#callOff = this.#in(AGAIN_MS)
  }

  #settle({ verdicts, head }: FileReport, tookMs: number): void {
    const { store, clock, log, sound } = this.#parts
    const broken = verdicts.filter((verdict) => verdict.broken > 0)
    if (broken.length === 0 && head) {
      sound(null)
      store.transaction(() => store.write([markVerified(head)]))
      log.info({ sequence: head.sequence, tookMs }, 'the books add up')
      return
    }
    const findings = broken.flatMap((verdict) => verdict.findings)
    const count = broken.reduce((sum, verdict) => sum + verdict.broken, 0)
    const rules = broken.map(({ id }) => id)
    log.error({ rules, count, findings: findings.slice(0, LOGGED_MAX) }, 'the books do not add up')
    sound({ rules, findings: count, foundAtMs: clock.nowMs() })
  }
}
