// Papers on their way to a printer [T2]. Owns their order: one queue a kiosk and printer, of which a paper that did not come stays
// the first until somebody says what to do; must never hold up a sale, which knows nothing of it. What waits is kept until it came
// (`waiting-papers.ts`): after a new start it waits again, for a word, since nobody knows how far its printer had come. A drawer is no
// paper: it opens for whoever stands before it, ahead of all that waits, or not at all.

import type { KioskId } from '../../shared/domain/ids.ts'
import type { PrintRole } from '../../shared/domain/paper.ts'
import {
  type Printing,
  type PrintProblem,
  type PrintWay,
  plainPrinting,
} from '../../shared/domain/print-ways.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { type PrintJob, type PrintingNews, printJob } from '../../shared/contract/print-operations.ts'
import type { JournalEntry } from '../store/journal.ts'
import type { EngineParts, Printers } from './ports.ts'
import { WaitingPapers, opensOnly } from './waiting-papers.ts'

/** Papers of a kiosk that wait at once: an evening's at a printer that nobody looks after. */
const JOBS_MAX = 40
/** Jobs of a kiosk that come piece by piece at once: its screen, and another window of it. */
const OPEN_MAX = 4

interface Job {
  readonly jobId: string
  readonly role: PrintRole
  readonly job: PrintJob
  /** What it is kept by; null where it could not be. */
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

  put(kioskId: KioskId, { jobId, role, index, count, text }: Input<'print'>): Output<'print'> | Refusal {
    const kiosk = this.#kiosk(kioskId)
    // Asked once more over a new start, whose answer was not heard.
    if (kiosk.jobs.some((one) => one.jobId === jobId)) return { missing: 0 }
    const pieces = kiosk.open.get(jobId) ?? Array.from<string | undefined>({ length: count })
    if (pieces.length !== count || index >= count) return malformed('index', `${index}/${count}`)
    const isNew = !kiosk.open.has(jobId)
    if (isNew && (kiosk.open.size >= OPEN_MAX || kiosk.jobs.length >= JOBS_MAX)) {
      // Somebody who closed the page in the middle of it must not keep the next one out.
      for (const forgotten of [...kiosk.open.keys()].slice(0, 1)) kiosk.open.delete(forgotten)
      if (kiosk.jobs.length >= JOBS_MAX) return { code: 'BUSY', limit: 'papers' }
    }
    pieces[index] = text
    kiosk.open.set(jobId, pieces)
    const missing = pieces.filter((piece) => piece === undefined).length
    if (missing > 0) return { missing }
    kiosk.open.delete(jobId)
    return this.#begin(kioskId, { jobId, role, text: pieces.join('') }) ?? { missing }
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
    // What a printer has begun, it ends.
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

  /** A kiosk that prints otherwise from now on hears of it, in all its windows. */
  follow(recorded: readonly JournalEntry[]): void {
    for (const { event } of recorded)
      if (event.type === 'entry-saved' && event.entry.kind === 'printing') this.#tell(event.entry.kioskId)
  }

  #begin(
    kioskId: KioskId,
    { jobId, role, text }: { readonly jobId: string; readonly role: PrintRole; readonly text: string },
  ): Refusal | null {
    const parsed = printJob.safeParse(readJson(text))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return malformed(issue?.path.join('.') || 'text', issue?.message ?? '')
    }
    const way = this.#printing(kioskId).ways[role]
    const paper = { jobId, role, way, job: parsed.data }
    const name = this.#waiting.keep({ kioskId, ...paper })
    const kiosk = this.#kiosk(kioskId)
    // What did not open for the last customer is not to open behind this one's paper.
    kiosk.jobs = kiosk.jobs.filter((one) => one.state !== 'failed' || !lapsesFor(one, way))
    kiosk.jobs.push({ ...paper, name, ...fresh })
    this.#run(kioskId, laneOf(way))
    return null
  }

  /** Gives the first of a queue to its printer, unless it is busy or that one waits for a word. */
  #run(kioskId: KioskId, lane: string): void {
    const queue = this.#kiosk(kioskId).jobs.filter(({ way }) => laneOf(way) === lane)
    const isBusy = queue.some(({ state }) => state === 'printing')
    const first = queue.find(({ state, job }) => state === 'waiting' && opensOnly(job)) ?? queue[0]
    if (first?.state === 'waiting' && !isBusy) {
      first.state = 'printing'
      void this.#printers.print(first.way, first.job).then((outcome) => this.#ended(kioskId, first, outcome))
    }
    this.#tell(kioskId)
  }

  #ended(kioskId: KioskId, job: Job, outcome: Awaited<ReturnType<Printers['print']>>): void {
    const { jobId, role, way } = job
    const kiosk = this.#kiosk(kioskId)
    if (outcome.kind === 'failed') {
      job.state = 'failed'
      job.problem = outcome.problem
      this.#log.info({ kiosk: kioskId, jobId, role, way: way.way, problem: outcome.problem }, 'not printed')
      // Of a printer that is dead the papers tell; where there are none, the drawer does, until the next paper comes.
      const isTold = kiosk.jobs.some((one) => one !== job && laneOf(one.way) === laneOf(way))
      if (isTold && opensOnly(job.job)) this.#forget(kiosk, job)
      return this.#run(kioskId, laneOf(way))
    }
    this.#forget(kiosk, job)
    this.#tell(kioskId, [{ jobId, file: outcome.file }])
    this.#run(kioskId, laneOf(way))
  }

  #forget(kiosk: Kiosk, job: Job): void {
    kiosk.jobs = kiosk.jobs.filter((one) => one !== job)
    this.#waiting.drop(job.name)
  }

  #tell(kioskId: KioskId, printed: PrintingNews['printed'] = []): void {
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

/** What was drawn for one comes out on the other. */
function isLike(one: PrintWay, other: PrintWay): boolean {
  return one.way === other.way
}

/** The kiosk has another printer for these papers by now: all of them that wait for the old one are its. */
function replace(jobs: readonly Job[], { role, way: old }: Job, way: PrintWay): void {
  const moved = jobs.filter(
    (one) => one.role === role && one.state !== 'printing' && laneOf(one.way) === laneOf(old),
  )
  for (const one of moved) one.way = way
}

/** What is printed one after the other. */
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
