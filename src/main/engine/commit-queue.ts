// What waits to be run, and how one turn's worth of it becomes one commit. Owns that order: run, commit, publish, answer; must
// never know what a command does.

import type { Answer } from '../../shared/contract/port.ts'
import { Bug } from '../../shared/lib/assert.ts'
import { type ClaimStrategy, Conflict, LostRace, StorageFault, type Store } from '../store/store.ts'
import type { DiskHealth } from './disk-health.ts'
import type { Incidents } from './incidents.ts'
import type { JournalWriter } from './journal-writer.ts'
import { lostRefusal, Races } from './races.ts'
import type { Scheduler } from './ports.ts'
import type { Reader } from './reader.ts'

/** Commands that may wait for their turn; beyond this the house is overloaded, and says so at once [SYNC 5.7]. */
const QUEUE_MAX = 5000
/** How often new ids are drawn when one exists already. A single collision happens once in 10^24 bookings of the same millisecond. */
const TRIES_MAX = 3

/**
 * `isTrusting`: a first try that skips every lookup whose failure an index would report anyway (an id seen before, a seat that
 * was free a moment ago). If an index objects, everything that ran in this commit is undone and run again with the lookups.
 */
export type Work = (isTrusting: boolean) => Answer<unknown>

interface Job {
  readonly work: Work
  readonly settle: (answer: Answer<unknown>) => void
  outcome: Answer<unknown> | null
}

/** The error that undid a commit; everything is as it was before. */
interface Failed {
  readonly error: unknown
}

interface Parts {
  readonly store: Store
  readonly scheduler: Scheduler
  readonly journal: JournalWriter
  readonly reader: Reader
  readonly incidents: Incidents
  readonly claims: ClaimStrategy
  readonly nowMs: () => number
  /** First thing inside the commit: follows what another process wrote since the last one. */
  readonly catchUp: () => void
  /** After the commit, before the answers. */
  readonly publish: () => void
  readonly disk: DiskHealth
}

export class CommitQueue {
  readonly #parts: Parts
  readonly #races: Races
  #jobs: Job[] = []
  #isClosed = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#races = new Races(parts)
  }

  /** Nothing is run any more: the queue was closed, or [V4c] the disk can no longer be trusted. */
  get isClosed(): boolean {
    return this.#isClosed || this.#parts.disk.isLost
  }

  add(work: Work): Promise<Answer<unknown>> {
    const { incidents, scheduler, disk } = this.#parts
    if (disk.isLost) return Promise.resolve(incidents.fault(disk.lost(), {}))
    if (this.#isClosed) return Promise.resolve(incidents.fault(new StorageFault('the house is closing'), {}))
    if (this.#jobs.length >= QUEUE_MAX)
      return Promise.resolve({ kind: 'refused', refusal: { code: 'BUSY', limit: 'commands' } })
    return new Promise((settle) => {
      this.#jobs.push({ work, settle, outcome: null })
      if (this.#jobs.length === 1) scheduler.soon(() => this.#drain())
    })
  }

  /** Runs what waits and accepts nothing more; a race lost now is not run again. */
  close(): void {
    this.#isClosed = true
    this.#drain()
  }

  /** One commit for all that waits: it either holds for all of them, or none of them happened. */
  #drain(): void {
    const jobs = this.#jobs
    this.#jobs = []
    if (jobs.length === 0) return
    const { incidents, publish, disk } = this.#parts
    // Commands that arrived while a commit was failing fail like those that come later.
    const failed = disk.isLost ? { error: disk.lost() } : this.#commitAll(jobs)
    if (failed?.error instanceof LostRace) return this.#lost(jobs)
    this.#races.over()
    disk.tried(failed?.error)
    if (failed) {
      const fault = incidents.fault(failed.error, { commands: jobs.length })
      for (const job of jobs) job.settle(fault)
      return
    }
    // Published after the commit and before the reply: a seller who hears yes must never see the seat free on the next screen.
    publish()
    for (const job of jobs) job.settle(job.outcome ?? incidents.fault(new Bug('a job without outcome'), {}))
  }

  /** [C2] Another process was faster: the same turn is run again on fresh data, until it has lost too often. */
  #lost(jobs: readonly Job[]): void {
    if (!this.#isClosed && this.#races.again(() => this.#drain())) {
      this.#jobs = [...jobs, ...this.#jobs]
      return
    }
    this.#races.over()
    // Not kept as their answers: nothing was decided, and the same commands may be sent again.
    for (const job of jobs) job.settle({ kind: 'refused', refusal: lostRefusal(this.#parts.claims) })
  }

  /**
   * First all together, trusting. If that fails, each runs as a part of its own, with the lookups, so that one command's fault
   * does not fail the others.
   */
  #commitAll(jobs: readonly Job[]): Failed | null {
    const failed = this.#commit(() => {
      this.#parts.reader.isTrusting = true
      for (const job of jobs) job.outcome = job.work(true)
    })
    if (!failed || failed.error instanceof StorageFault) return failed
    return this.#commit(() => {
      for (const job of jobs) job.outcome = this.#runPart(job.work)
    })
  }

  #commit(run: () => void): Failed | null {
    const { store, journal, reader, catchUp } = this.#parts
    let before = journal.mark()
    try {
      store.transaction(() => {
        catchUp()
        before = journal.mark()
        run()
      })
      return null
    } catch (error) {
      journal.backTo(before)
      reader.undo()
      return { error }
    } finally {
      reader.isTrusting = false
    }
  }

  #runPart(work: Work): Answer<unknown> {
    const { store, journal, reader, incidents } = this.#parts
    const before = journal.mark()
    for (let tries = 1; ; tries += 1) {
      try {
        return store.part(() => work(false))
      } catch (error) {
        journal.backTo(before)
        reader.forget()
        if (error instanceof StorageFault) throw error
        if (!(error instanceof Conflict) || tries >= TRIES_MAX) return incidents.fault(error, {})
      }
    }
  }
}
