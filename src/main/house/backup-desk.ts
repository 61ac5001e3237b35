// [SYNC 5.9] When backups are made: every hour while the house is open, when the sales of a show close, and when somebody asks for one.
// Owns the timing, and what is known of the newest backup; must never stop a sale.

import type { Backups, BackupState, BackupTrouble, Clock, Log, Scheduler } from '../engine/ports.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/lib/time.ts'
import type { JournalHead } from '../store/journal.ts'
import { showsClosingAfter } from '../store/office-queries.ts'
import type { Store } from '../store/store.ts'
import type { BackupReport, BackupTask } from './make-backup.ts'
import { newestBackup } from './make-backup.ts'
import { type RunningThread, runThread } from './run-thread.ts'

/** As much as may be lost with a disk: an hour of sales. */
const EVERY_MS = HOUR_MS
/** Screens, and the check of a house that was just opened, come first. */
const CALM_MS = MINUTE_MS

export interface BackupParts extends Pick<BackupTask, 'path' | 'folder' | 'pictures' | 'elsewhere'> {
  /** [I42] The state of the house's keys, shown beside the backups: no backup contains them. */
  readonly keys: BackupState['keys']
  readonly store: Store
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly log: Log
  readonly head: () => Pick<JournalHead, 'sequence' | 'hash'>
  /** Of several processes of one house, only one makes backups. */
  readonly claim: () => boolean
  readonly run?: (task: BackupTask) => RunningThread<BackupReport>
}

export class BackupDesk implements Backups {
  readonly #parts: BackupParts
  readonly #listeners = new Set<() => void>()
  #newest: BackupState['newest']
  #trouble: BackupTrouble | null = null
  #callOff: () => void
  #running: RunningThread<BackupReport> | null = null
  #isClosed = false

  constructor(parts: BackupParts) {
    this.#parts = parts
    const newest = this.#asked(() => newestBackup(parts.folder), 'the backups could not be looked through')
    this.#newest = newest && { atMs: newest.atMs, sequence: newest.sequence }
    this.#callOff = this.#wakeAt(this.#nextAtMs(CALM_MS))
  }

  state(): BackupState {
    const { folder, elsewhere, keys } = this.#parts
    const trouble = this.#trouble
    return { folder, elsewhere, keys, newest: this.#newest, isRunning: this.#running !== null, trouble }
  }

  /** One at a time: a request while a backup is running gets that one. */
  makeNow(): void {
    if (this.#running || this.#isClosed) return
    this.#callOff()
    void this.#make()
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#isClosed = true
    this.#callOff()
    this.#running?.stop()
  }

  async #make(): Promise<void> {
    const { clock, log, head, run = inThread } = this.#parts
    const { path, folder, pictures, elsewhere } = this.#parts
    const atMs = clock.nowMs()
    const beganMs = clock.elapsedMs()
    const { sequence, hash } = head()
    this.#running = run({ path, folder, pictures, elsewhere, atMs, atLeast: { sequence, hash } })
    this.#tell()
    const report = await this.#running.report.catch(
      (error: unknown): BackupReport => ({ kind: 'failed', detail: String(error) }),
    )
    this.#running = null
    if (this.#isClosed) return
    const tookMs = Math.round(clock.elapsedMs() - beganMs)
    if (report.kind === 'made') this.#newest = { atMs, sequence: report.sequence }
    this.#trouble = troubleOf(report, atMs)
    if (this.#trouble) log.error({ ...report, tookMs }, 'a backup could not be made as it should')
    else log.info({ ...report, tookMs }, 'a backup was made')
    this.#callOff = this.#wakeAt(this.#nextAtMs(MINUTE_MS))
    this.#tell()
  }

  /** An hour after the newest backup, or earlier when the sales of a show close; a failed try is repeated an hour later. */
  #nextAtMs(atLeastMs: number): number {
    const { clock, store } = this.#parts
    const nowMs = clock.nowMs()
    const lastMs = Math.max(this.#newest?.atMs ?? 0, this.#trouble?.atMs ?? 0)
    const closing = this.#asked(() => store.select(showsClosingAfter, nowMs + atLeastMs, 1))?.[0]
    const dueMs = lastMs > nowMs ? nowMs + EVERY_MS : lastMs + EVERY_MS
    return Math.max(nowMs + atLeastMs, Math.min(dueMs, closing?.salesCloseAtMs ?? dueMs))
  }

  #wakeAt(instantMs: number): () => void {
    const { scheduler, claim } = this.#parts
    return scheduler.at(instantMs, () => {
      if (this.#asked(claim)) void this.#make()
      else this.#callOff = this.#wakeAt(instantMs + EVERY_MS)
    })
  }

  /** Null: the disk does not answer now. No caller could be told, and the program goes on. */
  #asked<Found>(ask: () => Found, unsaid = 'when backups are made could not be looked up'): Found | null {
    try {
      return ask()
    } catch (error) {
      this.#parts.log.error({ error: String(error) }, unsaid)
      return null
    }
  }

  /** Screens are told more than this, from rows: a backup that is under way must not end with them. */
  #tell(): void {
    for (const listener of this.#listeners) this.#asked(listener, 'screens could not be told of a backup')
  }
}

function troubleOf(report: BackupReport, atMs: number): BackupTrouble | null {
  if (report.kind !== 'made') return { kind: report.kind, detail: report.detail, atMs }
  const { elsewhere, detail } = report
  if (elsewhere === 'missing') return { kind: 'elsewhere-missing', detail, atMs }
  return elsewhere === 'failed' ? { kind: 'elsewhere-failed', detail, atMs } : null
}

function inThread(task: BackupTask): RunningThread<BackupReport> {
  return runThread('./backup-thread.ts', task)
}
