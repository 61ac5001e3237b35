// Papers on their way to a printer [T2]. Owns their order: one queue per kiosk and printer, in which a paper that failed stays
// first until somebody decides what to do with it; must never hold up a sale, which knows nothing of it. A waiting paper is kept
// until it came out (`waiting-papers.ts`): after a restart it waits for a decision again, since nobody knows how far its printer
// had come. A drawer is no paper: it opens for whoever stands before it, ahead of all that waits, or not at all.

import type { Actor } from '../../shared/domain/catalogue.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import type { PrintRole } from '../../shared/domain/paper.ts'
import {
  type Printing,
  type PrintProblem,
  type PrintWay,
  plainPrinting,
} from '../../shared/domain/print-ways.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { refusalIfNotCustomers } from '../../shared/domain/rights.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { type PrintJob, type PrintingNews, printJob } from '../../shared/contract/print-operations.ts'
import type { JournalEntry } from '../store/journal.ts'
import type { EngineParts, PrintOutcome, Printers } from './ports.ts'
import { WaitingPapers, opensOnly } from './waiting-papers.ts'

/** Papers of one kiosk that may wait: an evening's worth at a printer that nobody looks after. */
const JOBS_MAX = 40
/** Jobs of one kiosk that may arrive piece by piece at once: from its screen, and from another window of it. */
const OPEN_MAX = 4

interface Job {
  readonly jobId: string
  readonly role: PrintRole
  readonly job: PrintJob
  /** The name it is kept under; null if it could not be kept. */
  readonly name: string | null
  way: PrintWay
  state: 'waiting' | 'printing' | 'failed'
  problem: PrintProblem | null
}

type Listener = (news: PrintingNews) => void

interface Kiosk {
  readonly open: Map<string, (string | undefined)[]>
  readonly listeners: Set<Listener>
  jobs: Job[]
}

type How = Pick<Job, 'state' | 'problem'>
const fresh: How = { state: 'waiting', problem: null }
const interrupted: How = { state: 'failed', problem: 'interrupted' }

const none: Printers = { ways: [], print: async () => ({ kind: 'failed', problem: 'not-here' }) }

export class PrintDesk {
  readonly #store: EngineParts['store']
  readonly #log: EngineParts['log']
  readonly #printers: Printers
  readonly #waiting: WaitingPapers
  readonly #kiosks = new Map<KioskId, Kiosk>()
  #isStopped = false

  constructor(parts: Pick<EngineParts, 'store' | 'log' | 'printers' | 'clock' | 'paperShelf'>) {
    this.#store = parts.store
    this.#log = parts.log
    this.#printers = parts.printers ?? none
    this.#waiting = new WaitingPapers(parts)
    for (const { name, paper } of this.#waiting.all()) {
      const { kioskId, ...of } = paper
      const { jobs } = this.#kiosk(kioskId)
      const isFirst = !jobs.some(({ way }) => laneOf(way) === laneOf(of.way))
      jobs.push({ ...of, name, ...(isFirst ? interrupted : fresh) })
    }
  }

  put(actor: Actor, { jobId, role, index, count, text }: Input<'print'>): Output<'print'> | Refusal {
    const kiosk = this.#kiosk(actor.kioskId)
    // A repeat of a job that was received already, but whose answer the screen did not get.
    if (kiosk.jobs.some((one) => one.jobId === jobId)) return { missing: 0 }
    const pieces = kiosk.open.get(jobId) ?? Array.from<string | undefined>({ length: count })
    if (pieces.length !== count || index >= count) return malformed('index', `${index}/${count}`)
    const isNew = !kiosk.open.has(jobId)
    if (isNew && kiosk.jobs.length >= JOBS_MAX) return { code: 'BUSY', limit: 'papers' }
    if (isNew && kiosk.open.size >= OPEN_MAX) {
      // Makes room by dropping the oldest unfinished job: somebody who closed the page halfway must not block the next one.
      for (const forgotten of [...kiosk.open.keys()].slice(0, 1)) kiosk.open.delete(forgotten)
    }
    pieces[index] = text
    kiosk.open.set(jobId, pieces)
    const missing = pieces.filter((piece) => piece === undefined).length
    if (missing > 0) return { missing }
    kiosk.open.delete(jobId)
    return this.#begin(actor, { jobId, role, text: pieces.join('') }) ?? { missing }
  }

  again(kioskId: KioskId, { jobId, by }: Input<'print-again'>): Output<'print-again'> | Refusal {
    const kiosk = this.#kiosk(kioskId)
    const job = kiosk.jobs.find((one) => one.jobId === jobId)
    if (!job) return { code: 'NOT_FOUND', what: 'paper', id: jobId }
    if (job.state !== 'failed') return waitingOf(kiosk)
    const left = laneOf(job.way)
    const now = this.#printing(kioskId).ways[by ?? job.role]
    if (by) job.way = now
    else if (isLike(now, job.way)) replace(kiosk.jobs, job, now)
    Object.assign(job, fresh)
    this.#run(kioskId, laneOf(job.way))
    this.#run(kioskId, left)
    return waitingOf(kiosk)
  }

  drop(kioskId: KioskId, { jobId }: Input<'drop-print'>): Output<'drop-print'> | Refusal {
    const kiosk = this.#kiosk(kioskId)
    const job = kiosk.jobs.find((one) => one.jobId === jobId)
    if (!job) return { code: 'NOT_FOUND', what: 'paper', id: jobId }
    // A printer finishes what it has begun.
    if (job.state === 'printing') return waitingOf(kiosk)
    this.#forget(kiosk, job)
    this.#run(kioskId, laneOf(job.way))
    return waitingOf(kiosk)
  }

  subscribe(kioskId: KioskId, listener: Listener): () => void {
    const { listeners } = this.#kiosk(kioskId)
    listeners.add(listener)
    listener(this.#news(kioskId, []))
    return () => listeners.delete(listener)
  }

  /** When a kiosk's print settings change, all its windows are told. */
  follow(recorded: readonly JournalEntry[]): void {
    for (const { event } of recorded)
      if (event.type === 'entry-saved' && event.entry.kind === 'printing') this.#tell(event.entry.kioskId, [])
  }

  /** A printer finishes what it has begun; nothing follows it. */
  stop(): void {
    this.#isStopped = true
  }

  /** A screen that customers use alone takes no cash: no drawer opens for it. */
  #begin(
    actor: Actor,
    { jobId, role, text }: { readonly jobId: string; readonly role: PrintRole; readonly text: string },
  ): Refusal | null {
    const parsed = printJob.safeParse(readJson(text))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return malformed(issue?.path.join('.') || 'text', issue?.message ?? '')
    }
    const notTheirs = refusalIfNotCustomers(actor, !parsed.data.opensDrawer)
    if (notTheirs) return notTheirs
    const { kioskId } = actor
    const way = this.#printing(kioskId).ways[role]
    const paper = { jobId, role, way, job: parsed.data }
    const name = this.#waiting.keep({ kioskId, ...paper })
    const kiosk = this.#kiosk(kioskId)
    // A drawer that failed to open for the last customer must not open after this customer's paper.
    kiosk.jobs = kiosk.jobs.filter((one) => one.state !== 'failed' || !lapsesFor(one, way))
    kiosk.jobs.push({ ...paper, name, ...fresh })
    this.#run(kioskId, laneOf(way))
    return null
  }

  /** Gives the first of a queue to its printer, unless the printer is busy or that paper waits for a decision. Then tells it. */
  #run(kioskId: KioskId, lane: string, printed: PrintingNews['printed'] = []): void {
    const queue = this.#kiosk(kioskId).jobs.filter(({ way }) => laneOf(way) === lane)
    const isBusy = queue.some(({ state }) => state === 'printing')
    const first = queue.find(({ state, job }) => state === 'waiting' && opensOnly(job)) ?? queue[0]
    if (first?.state === 'waiting' && !isBusy) {
      first.state = 'printing'
      void this.#print(kioskId, first)
    }
    this.#tell(kioskId, printed)
  }

  /** Never rejects: nobody waits for it. */
  async #print(kioskId: KioskId, job: Job): Promise<void> {
    const outcome = await this.#outcomeOf(job)
    try {
      this.#ended(kioskId, job, outcome)
    } catch (error) {
      // The disk does not answer; the paper is settled, and the screens hear of it with the next news.
      this.#log.error({ kiosk: kioskId, error: String(error) }, 'what became of a paper could not be told')
    }
  }

  /** A printer that throws has not printed. */
  async #outcomeOf({ jobId, way, job }: Job): Promise<PrintOutcome> {
    try {
      return await this.#printers.print(way, job)
    } catch (error) {
      this.#log.error({ jobId, way: way.way, error: String(error) }, 'a printer failed')
      return { kind: 'failed', problem: 'failed' }
    }
  }

  #ended(kioskId: KioskId, job: Job, outcome: PrintOutcome): void {
    const { jobId, role, way } = job
    const kiosk = this.#kiosk(kioskId)
    // The house is closed: its rows cannot be read, and what did not come out asks at the next start.
    if (this.#isStopped) return outcome.kind === 'printed' ? this.#forget(kiosk, job) : undefined
    if (outcome.kind === 'failed') {
      job.state = 'failed'
      job.problem = outcome.problem
      this.#log.info({ kiosk: kioskId, jobId, role, way: way.way, problem: outcome.problem }, 'not printed')
      // The waiting papers already show that a printer is dead; only if there are none does the failed drawer stay listed, until
      // the next paper comes.
      const isTold = kiosk.jobs.some((one) => one !== job && laneOf(one.way) === laneOf(way))
      if (isTold && opensOnly(job.job)) this.#forget(kiosk, job)
      return this.#run(kioskId, laneOf(way))
    }
    this.#forget(kiosk, job)
    this.#run(kioskId, laneOf(way), [{ jobId, file: outcome.file }])
  }

  #forget(kiosk: Kiosk, job: Job): void {
    kiosk.jobs = kiosk.jobs.filter((one) => one !== job)
    this.#waiting.drop(job.name)
  }

  #tell(kioskId: KioskId, printed: PrintingNews['printed']): void {
    const news = this.#news(kioskId, printed)
    for (const listener of this.#kiosk(kioskId).listeners) listener(news)
  }

  #news(kioskId: KioskId, printed: PrintingNews['printed']): PrintingNews {
    const jobs = this.#kiosk(kioskId).jobs.map(({ jobId, role, job, state, problem }) => {
      return { jobId, role, title: job.title, state, problem }
    })
    const { ways } = this.#printers
    return { kind: 'printing', ways: [...ways], printing: this.#printing(kioskId), jobs, printed }
  }

  #printing(kioskId: KioskId): Printing {
    const row = this.#store.get('printing', kioskId)
    if (!row) return plainPrinting
    const { ways, isAutomatic, opensDrawer } = row
    return { ways, isAutomatic, opensDrawer }
  }

  #kiosk(kioskId: KioskId): Kiosk {
    const ready = this.#kiosks.get(kioskId)
    if (ready) return ready
    const kiosk: Kiosk = { open: new Map(), listeners: new Set(), jobs: [] }
    this.#kiosks.set(kioskId, kiosk)
    return kiosk
  }
}

/** How much a kiosk still waits for. */
function waitingOf({ jobs }: Kiosk): { readonly waiting: number } {
  return { waiting: jobs.length }
}

function lapsesFor({ job, way }: Job, next: PrintWay): boolean {
  return opensOnly(job) && laneOf(way) === laneOf(next)
}

/** Only if it is the same kind of way: what was drawn for one can then be printed by the other. */
function isLike(one: PrintWay, other: PrintWay): boolean {
  return one.way === other.way
}

/** The kiosk has another printer for these papers by now: all that wait for the old one move to it. */
function replace(jobs: readonly Job[], { role, way: old }: Job, way: PrintWay): void {
  const moved = jobs.filter(
    (one) => one.role === role && one.state !== 'printing' && laneOf(one.way) === laneOf(old),
  )
  for (const one of moved) one.way = way
}

/** Names the queue of a way: what is in one queue is printed one after the other. */
function laneOf(way: PrintWay): string {
  if (way.way === 'escpos') return `${way.host}:${way.port}`
  return way.way === 'silent' ? `silent ${way.device}` : way.way
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function malformed(field: string, detail: string): Refusal {
  return { code: 'INVALID_INPUT', field, problem: 'malformed', detail: detail.slice(0, 120) }
}
