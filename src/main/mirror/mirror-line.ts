// Brings the hub's journal into the kiosk's copy [S3] [SYNC 5.6]: page by page until it has all of it, then commit by commit. Owns when
// to ask for more and what to do with a copy that cannot be continued; must never hold up a screen or a sale.

import type { Connection } from '../../shared/contract/frame-client.ts'
import type { DigestNews, JournalNews, WantedNews } from '../../shared/contract/journal-news.ts'
import type { BoxOffice } from '../../shared/contract/port.ts'
import type { News } from '../../shared/contract/topics.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { Clock, Log, Scheduler } from '../engine/ports.ts'
import type { Store } from '../store/store.ts'
import { handIn } from './hand-in.ts'
import { Mirror } from './mirror.ts'

/** How often it tells the hub how far it has come, where that has changed: for the page of kiosks. */
const SAY_EVERY_MS = 5 * SECOND_MS
/** Pause before asking again after a full disk, or after the hub sent what it should not. */
const AGAIN_MS = 15 * SECOND_MS

/** Some hundred kilobytes, which is about twenty frames to the hub. */
const HANDED_ROWS = 500

/** Handed in instead of a page: the copy has none that goes on from there. */
const NOTHING = '-'

export interface MirrorLineParts {
  readonly openStore: () => Store
  /** Moves the present copy aside, so that the next store is a new one. */
  readonly setAside: () => void
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly log: Log
  /** How far the copy has come, and as of when; null: there is nothing in it yet. */
  readonly onProgress: (copy: { readonly asOfMs: number; readonly behind: number } | null) => void
}

type Hub = Pick<BoxOffice, 'call' | 'subscribe'>

export class MirrorLine {
  readonly #parts: MirrorLineParts
  #hub: Hub | null = null
  #mirror: Mirror | null = null
  #end: () => void = () => {}
  #callOff: () => void = () => {}
  #saidAt = -1
  #wanted: WantedNews | null = null
  #isOpen = false
  /** [I26] How often the copy differed from the house: it should be never, else somebody must look. */
  mismatches = 0

  constructor(parts: MirrorLineParts) {
    this.#parts = parts
  }

  /** The sequence of its newest row; zero: there is nothing in it that could be shown. */
  get sequence(): number {
    return this.#mirror?.head.sequence ?? 0
  }

  follow(hub: Hub, connection: Connection): void {
    this.#hub = hub
    this.#isOpen = connection === 'open'
    this.#end()
    this.#callOff()
    this.#end = () => {}
    if (this.#isOpen) this.#ask()
  }

  /** Opened at once, so that it can be shown before the hub was ever reached. */
  begin(): void {
    this.#guarded(() => this.#opened())
  }

  close(): void {
    this.#isOpen = false
    this.#end()
    this.#callOff()
    this.#mirror?.close()
    this.#mirror = null
  }

  #opened(): Mirror {
    if (this.#mirror) return this.#mirror
    try {
      this.#mirror = new Mirror(this.#parts.openStore())
    } catch (error) {
      // A copy can be fetched again; a damaged one may still hold what nobody else has.
      this.#parts.log.error(
        { error: String(error) },
        'the copy of the house could not be opened: a new one is begun',
      )
      this.#parts.setAside()
      this.#mirror = new Mirror(this.#parts.openStore())
    }
    this.#tell(this.#mirror.head.sequence)
    return this.#mirror
  }

  /** Asks from where the copy stands, and thereby tells the hub how far it has come. */
  #ask(): void {
    this.#guarded(() => {
      const hub = this.#hub
      if (!hub) return
      const place = this.#opened().place()
      this.#end()
      this.#saidAt = place.after
      this.#end = hub.subscribe(place, (news) => this.#hear(news))
      this.#wakeIn(SAY_EVERY_MS, () => this.#say())
    })
  }

  #say(): void {
    const isFurther = (this.#mirror?.head.sequence ?? 0) !== this.#saidAt
    if (isFurther) this.#ask()
    else this.#wakeIn(SAY_EVERY_MS, () => this.#say())
  }

  #hear(news: News): void {
    this.#guarded(() => {
      if (news.kind === 'journal') this.#take(news)
      if (news.kind === 'journal-wanted') this.#beginToHandIn(news)
      if (news.kind === 'journal-foreign') this.#beginAnew('it does not go on from this hub')
      if (news.kind === 'seat-digests') this.#compare(news)
    })
  }

  /** Starts from where the hub says now; a hand-in over an earlier line is stopped, as its pieces would come in between. */
  #beginToHandIn(wanted: WantedNews): void {
    this.#wanted = wanted
    const isWanted = () => this.#wanted === wanted && this.#isOpen
    this.#handIn(wanted, isWanted).catch((error: unknown) => this.#failed(error))
  }

  /** [SYNC 4.7] The hub came back from a backup: page by page it gets what it has lost, until it says that it has all. */
  async #handIn(wanted: WantedNews, isWanted: () => boolean): Promise<void> {
    const { log } = this.#parts
    const hub = this.#hub
    const page = this.#opened().pageAfter(wanted, HANDED_ROWS)
    if (!hub) return
    if (!page) {
      log.error({ after: wanted.after }, 'the copy does not go on from the restored house')
      // Said, so that the hub does not wait for this kiosk.
      return void (await hub.call('hand-in-rows', { index: 0, count: 1, text: NOTHING }))
    }
    const answer = await handIn(hub, page, isWanted)
    if (!answer) return
    // The final answer may be lost with the line, as the hub opens: the house sells already then.
    const isOver =
      answer.kind === 'refused' && 'problem' in answer.refusal && answer.refusal.problem === 'over'
    if (isOver) return log.info({}, 'the hub has all that it had lost')
    if (answer.kind !== 'done') {
      log.error({ answer }, 'the hub did not take what it has lost')
      // It has no room, or too much to do: asked again later, from where it stands by then.
      const isForNow = answer.kind === 'fault' || answer.refusal.code === 'BUSY'
      return isForNow ? this.#wakeIn(AGAIN_MS, () => this.#ask()) : undefined
    }
    const last = page.rows.at(-1)
    log.info({ upTo: last?.sequence }, 'the hub was given what it has lost')
    if (last && !answer.value.isAll)
      await this.#handIn({ kind: 'journal-wanted', after: last.sequence, hash: last.hash }, isWanted)
  }

  #take(news: JournalNews): void {
    const mirror = this.#opened()
    const taken = mirror.take(news)
    if (taken === 'broken') return this.#beginAnew('the hub’s rows do not go on from it')
    this.#tell(news.head)
    if (taken === 'gap' || mirror.head.sequence < news.head) this.#ask()
  }

  #compare(news: DigestNews): void {
    const wrong = this.#opened().differsIn(news) ?? []
    if (wrong.length === 0) return
    this.mismatches += wrong.length
    this.#beginAnew(
      `it says something else of the seats of shows ${wrong.map(({ showId }) => showId).join(', ')}`,
    )
  }

  #beginAnew(why: string): void {
    this.#parts.log.error({ why }, 'the copy of the house is set aside, and a new one is begun')
    this.#mirror?.close()
    this.#mirror = null
    this.#parts.setAside()
    this.#ask()
  }

  /** The copy comes second: whatever goes wrong with it, the kiosk sells on. */
  #guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#failed(error)
    }
  }

  #failed(error: unknown): void {
    this.#parts.log.error({ error: String(error) }, 'the copy of the house could not be brought further')
    this.#end()
    if (this.#isOpen) this.#wakeIn(AGAIN_MS, () => this.#ask())
  }

  #wakeIn(waitMs: number, work: () => void): void {
    const { scheduler, clock } = this.#parts
    this.#callOff()
    this.#callOff = scheduler.at(clock.nowMs() + waitMs, work)
  }

  #tell(hubHead: number): void {
    const head = this.#mirror?.head
    if (!head || head.sequence === 0) return this.#parts.onProgress(null)
    this.#parts.onProgress({ asOfMs: head.atMs, behind: Math.max(0, hubHead - head.sequence) })
  }
}
