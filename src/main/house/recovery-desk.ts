// [SYNC 4.7] The house between its backup and its first sale: which kiosks it waits for, what they hand in, who opens it without them.
// Owns that it sells nothing until then; its journal takes the rows it had before, and no others.

import type { BoxOffice, Answer } from '../../shared/contract/port.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { RecoveryView } from '../../shared/contract/recovery-news.ts'
import type { News, Topic } from '../../shared/contract/topics.ts'
import type { JournalNews } from '../../shared/contract/journal-news.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import {
  type Opening,
  type Recovery,
  afterReceipts,
  afterSecond,
  afterWord,
  isOver,
  restoredEvent,
} from '../../shared/domain/recovery.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import { known } from '../../shared/lib/assert.ts'
import { Ulids } from '../../shared/lib/ulid.ts'
import { houseActor, ownCommandId } from '../engine/commands.ts'
import { Incidents } from '../engine/incidents.ts'
import { JournalWriter } from '../engine/journal-writer.ts'
import { People } from '../engine/people.ts'
import type { Chance, Clock, Log, PinHasher } from '../engine/ports.ts'
import { Mirror } from '../mirror/mirror.ts'
import { pageOfText } from '../mirror/page-text.ts'
import { keepRecovery, nameOfHouse, recoveryOf } from '../store/house-epoch.ts'
import { emptyHead, sameBytes } from '../store/journal.ts'
import { StorageFault, type Store } from '../store/store.ts'
import { sellsAlready } from '../engine/queries.ts'
import { Pages } from './handed-in-pages.ts'
import { LostSales, strangers } from './lost-sales.ts'
import { sinceOf } from './new-recovery.ts'
import { RecoverySignIn } from './recovery-sign-in.ts'
import { type Word, recoveryView } from './recovery-view.ts'
import { RecoveryTries } from './recovery-tries.ts'
import { type Proven, TwoPeople } from './two-people.ts'

type Listener = (news: News) => void
type From = Extract<Topic, { kind: 'journal' }>

export interface RecoveryParts {
  readonly store: Store
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  readonly pinHasher: PinHasher
  readonly version: string
  /** Throws the reason why there is none. */
  readonly backUp: () => Promise<void>
  /** The house sells from now on, once it is opened again. */
  readonly onOver: () => void
}

export class RecoveryDesk {
  readonly #parts: RecoveryParts
  readonly #house: Mirror
  readonly #people: People
  readonly #two: TwoPeople
  readonly #signIn: RecoverySignIn
  readonly #incidents: Incidents
  readonly #pages = new Pages()
  readonly #listeners = new Set<Listener>()
  readonly #words = new Map<KioskId, Word>()
  readonly #lost: LostSales
  /** Everything that kiosks were told before this is in the backup. */
  readonly #sinceMs: number
  #recovery: Recovery
  #isOver = false

  constructor(parts: RecoveryParts) {
    this.#parts = parts
    this.#incidents = new Incidents(parts.log, parts.chance)
    this.#recovery = known(recoveryOf(parts.store), 'a house that waits')
    this.#house = new Mirror(parts.store)
    this.#lost = new LostSales(
      parts.store,
      known(nameOfHouse(parts.store), 'a house that something happened in'),
    )
    this.#sinceMs = sinceOf(parts.store, this.#recovery)
    this.#people = new People(parts.store)
    const tries = new RecoveryTries({ ...parts, people: this.#people })
    this.#two = new TwoPeople(this.#people, tries)
    this.#signIn = new RecoverySignIn({ ...parts, people: this.#people, tries })
  }

  /** The house's time is never before its newest record; nothing is recorded while it waits. */
  nowMs(): number {
    return Math.max(this.#house.head.atMs, this.#parts.clock.nowMs())
  }

  get sequence(): number {
    return this.#house.head.sequence
  }

  /** For a screen of this kiosk, or its copy. Calls that only a selling house can answer stay open until there is one: none is lost. */
  boxOfficeOf(kioskId: KioskId): BoxOffice {
    return this.#guarded({
      call: (name, input) => {
        if (name === 'hand-in-rows')
          return settled(() => this.#take(kioskId, input as Input<'hand-in-rows'>)) as Promise<never>
        if (name === 'hand-in-receipts')
          return settled(() =>
            this.#hearReceipts(kioskId, input as Input<'hand-in-receipts'>),
          ) as Promise<never>
        if (name === 'settle-lost-sales')
          return this.#settle(kioskId, input as Input<'settle-lost-sales'>) as Promise<never>
        if (name === 'open-restored')
          return this.#open(kioskId, input as Input<'open-restored'>) as Promise<never>
        // [A7] Also for a kiosk's locked screen: the PINs are here, and wrong tries there and here count together.
        if (name === 'sign-in-names' || name === 'leave-kiosk')
          return this.#signIn.answer(kioskId, name, input) as Promise<never>
        return new Promise(() => {})
      },
      subscribe: (topic, listener) => this.#subscribe(kioskId, topic, listener),
    })
  }

  /** For a screen of this very machine: what a manager does at it still works while its house waits. */
  deskOffice(kioskId: KioskId): BoxOffice {
    const office = this.boxOfficeOf(kioskId)
    return this.#guarded({
      subscribe: (topic, listener) => office.subscribe(topic, listener),
      call: (name, input, commandId) =>
        (this.#signIn.answer(kioskId, name, input) as Promise<never> | null) ??
        office.call(name, input, commandId),
    })
  }

  /** A full disk is reported to the caller, who asks again, and ends nothing. */
  #guarded(office: BoxOffice): BoxOffice {
    return {
      subscribe: (...asked) => office.subscribe(...asked),
      call: (name, ...asked) =>
        office.call(name, ...asked).catch((error: unknown) => this.#incidents.fault(error, { asked: name })),
    }
  }

  view(): RecoveryView {
    const parts = { store: this.#parts.store, people: this.#people, lost: this.#lost, words: this.#words }
    return recoveryView(this.#recovery, { ...parts, sequence: this.sequence, nowMs: this.nowMs() })
  }

  /** Another machine with this kiosk's key was turned away. Where that cannot be written down, it comes again within seconds. */
  noteSecond(kioskId: KioskId): void {
    if (this.#isOver || this.#recovery.doubled?.includes(kioskId) === true) return
    try {
      this.#become(afterSecond(this.#recovery, kioskId))
    } catch (error) {
      return this.#parts.log.error(
        { error: String(error) },
        'that two machines have one key could not be kept',
      )
    }
    this.#parts.log.error({ kiosk: kioskId }, 'two machines have this kiosk’s key, and only one is heard')
    this.#tell()
  }

  close(): void {
    this.#house.close()
  }

  #subscribe(kioskId: KioskId, topic: Topic, listener: Listener): () => void {
    if (topic.kind === 'journal') this.#hear(kioskId, topic, listener)
    if (topic.kind === 'link') listener({ kind: 'link', hub: null })
    if (topic.kind === 'disk') listener({ kind: 'disk', state: 'sound' })
    if (topic.kind !== 'recovery') return () => {}
    this.#listeners.add(listener)
    listener({ kind: 'recovery', state: this.view() })
    return () => this.#listeners.delete(listener)
  }

  /** A kiosk's first word says how far its copy goes; it is asked for what it has beyond ours. */
  #hear(kioskId: KioskId, { after, hash }: From, listener: Listener): void {
    const { head } = this.#house
    if (after > head.sequence) {
      this.#note(kioskId, 'coming', { sequence: after, isAll: false })
      listener({
        kind: 'journal-wanted',
        after: head.sequence,
        hash: Buffer.from(head.hash).toString('base64'),
      })
      return
    }
    const ours = after === 0 ? emptyHead : this.#parts.store.get('journal', after)
    const goesOn = ours !== undefined && sameBytes(ours.hash, Buffer.from(hash, 'base64'))
    this.#note(kioskId, goesOn ? 'spoken' : 'foreign', { sequence: goesOn ? after : 0, isAll: goesOn })
  }

  #take(kioskId: KioskId, piece: Input<'hand-in-rows'>): Output<'hand-in-rows'> | Refusal {
    const text = this.#pages.put(kioskId, piece)
    if (text === null) return { sequence: this.sequence, isAll: false }
    const page = pageOfText(text)
    const taken = page ? this.#takenOf(page) : 'broken'
    if (!page || taken !== 'taken') {
      this.#note(kioskId, 'foreign', { sequence: 0, isAll: false })
      return { code: 'INVALID_INPUT', field: 'text', problem: 'malformed', detail: taken }
    }
    this.#lost.prune()
    const isAll = this.sequence >= page.head
    this.#note(kioskId, isAll ? 'spoken' : 'coming', { sequence: page.head, isAll })
    return { sequence: this.sequence, isAll }
  }

  /** Rows that do not make sense are as good as none: they came from another machine. A fault of the disk here is thrown instead. */
  #takenOf(page: JournalNews): ReturnType<Mirror['take']> {
    try {
      return this.#house.take(page)
    } catch (error) {
      if (error instanceof StorageFault) throw error
      this.#parts.log.error({ error: String(error) }, 'what a kiosk handed in could not be taken')
      return 'broken'
    }
  }

  #note(kioskId: KioskId, word: Word, said: { readonly sequence: number; readonly isAll: boolean }): void {
    if (this.#isOver) return
    this.#become(afterWord(this.#recovery, kioskId, said))
    this.#words.set(kioskId, word)
    this.#parts.log.info({ kiosk: kioskId, word, ...said }, 'a kiosk has spoken')
    this.#goOn()
  }

  #become(recovery: Recovery): void {
    const { store } = this.#parts
    store.transaction(() => store.write([keepRecovery(recovery)]))
    this.#recovery = recovery
  }

  /** Sells where nothing is missing; sales that nobody has seen to are waited for just as kiosks are. */
  #goOn(): void {
    if (this.#isOver) return
    if (isOver(this.#recovery, this.sequence) && this.#lost.unsettled.length === 0) this.#end(null)
    else this.#tell()
  }

  #hearReceipts(
    kioskId: KioskId,
    { receipts, isAll }: Input<'hand-in-receipts'>,
  ): Output<'hand-in-receipts'> | Refusal {
    if (this.#isOver) return sellsAlready
    const verdicts = this.#lost.take(kioskId, receipts, this.#recovery.epoch)
    const refused = verdicts.filter((verdict) => strangers.has(verdict))
    if (refused.length > 0)
      this.#parts.log.error({ kiosk: kioskId, refused }, 'receipts of a kiosk were not taken')
    if (isAll && !verdicts.includes('no-room')) this.#become(afterReceipts(this.#recovery, kioskId))
    if (isAll || verdicts.some((verdict) => verdict !== 'here')) this.#goOn()
    return { sinceMs: this.#sinceMs, verdicts: [...verdicts] }
  }

  async #settle(
    kioskId: KioskId,
    { bookingIds, note, keepsSeats, person }: Input<'settle-lost-sales'>,
  ): Promise<Answer<Output<'settle-lost-sales'>>> {
    const proven = await this.#two.proveOne(kioskId, person)
    if (isRefusal(proven)) return { kind: 'refused', refusal: proven }
    if (this.#isOver) return { kind: 'refused', refusal: sellsAlready }
    const staffId = proven.actor?.staffId ?? null
    this.#lost.settle(bookingIds, { note, keepsSeats, atMs: this.nowMs(), staffId })
    this.#parts.log.info({ bookingIds, staffId }, 'lost sales were seen to')
    this.#goOn()
    return { kind: 'done', value: { left: this.#lost.unsettled.length } }
  }

  async #open(kioskId: KioskId, asked: Input<'open-restored'>): Promise<Answer<Output<'open-restored'>>> {
    const proven = await this.#two.prove(kioskId, asked)
    if (isRefusal(proven)) return { kind: 'refused', refusal: proven }
    if (!this.#isOver) this.#end({ reason: asked.reason, ...proven })
    return { kind: 'done', value: { isOpen: true } }
  }

  /** The last of the old rows are here: the first new row says so, in the commit that lets the house sell. */
  #end(opening: (Opening & Proven) | null): void {
    const { store, clock, chance, log, onOver } = this.#parts
    const journal = new JournalWriter(store, clock)
    const commandId = ownCommandId(new Ulids((count) => chance.bytes(count)), clock.nowMs())
    const event = restoredEvent(this.#recovery, this.sequence, opening)
    this.#lost.prune()
    const actor = { ...houseActor, ...opening?.actor }
    const atMs = journal.nowMs()
    const said = { nowMs: atMs, why: opening?.reason ?? '' }
    const lost = this.#lost.events(this.#recovery.epoch, said)
    store.transaction(() => journal.record([event, ...lost], { atMs, actor, commandId }))
    this.#isOver = true
    log.info(event, 'the restored house sells')
    onOver()
  }

  #tell(): void {
    const news: News = { kind: 'recovery', state: this.view() }
    for (const listener of this.#listeners) listener(news)
  }
}

async function settled<Value extends object>(work: () => Value | Refusal): Promise<Answer<Value>> {
  const value = work()
  return isRefusal(value) ? { kind: 'refused', refusal: value } : { kind: 'done', value }
}
