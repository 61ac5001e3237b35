// The one authority of a house. All commands that arrive by one turn of the event loop run in one transaction: read, decide, record, keep
// the answer; one commit; then publish, then reply. Owns that order and nothing of the rules; must never await between a read and its write.

import type { Actor } from '../../shared/domain/catalogue.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { CommandId, KioskId } from '../../shared/domain/ids.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import { houseTerms } from '../../shared/domain/terms.ts'
import { type CommandName, isCommand } from '../../shared/contract/operations.ts'
import type { Input, OperationName, Output } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import type { HouseAlarm, News, Topic } from '../../shared/contract/topics.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { Ulids } from '../../shared/lib/ulid.ts'
import type { JournalEntry, JournalHead } from '../store/journal.ts'
import type { Write } from '../store/store.ts'
import { Abroad } from './abroad.ts'
import { AlertDesk } from './alert-desk.ts'
import { Attempts } from './attempts.ts'
import type { ByItself } from './by-itself.ts'
import { ChangeDesk } from './change-desk.ts'
import { Commands, type Told, isOwnCommandId, refused } from './commands.ts'
import { CommitQueue } from './commit-queue.ts'
import { DeadlineClock } from './deadline-clock.ts'
import { DiskHealth } from './disk-health.ts'
import { type Asking, FrontDesk, isStaffCommand, nobodyAt } from './front-desk.ts'
import { byHouseTime } from './house-scheduler.ts'
import { Incidents } from './incidents.ts'
import { JournalWriter } from './journal-writer.ts'
import { PictureDesk } from './picture-desk.ts'
import { isOfMachine, ofMachine } from './machine-news.ts'
import { MessageDesk } from './message-desk.ts'
import { PlanUploads } from './plan-uploads.ts'
import { JournalFeed } from './journal-feed.ts'
import { KioskDesk } from './kiosk-desk.ts'
import type { EngineParts } from './ports.ts'
import { PrintDesk } from './print-desk.ts'
import { Publisher } from './publisher.ts'
import { Queries } from './queries.ts'
import { Reader } from './reader.ts'
import { TerminalDesk } from './terminal-desk.ts'
import { withoutPins } from './told-without-pins.ts'
import { UpdateFollower } from './update-follower.ts'

/** A sweep that failed (disk full) is tried again after this: soon for a seller, long for a disk. */
const SWEEP_AGAIN_MS = SECOND_MS

export class Engine {
  readonly #parts: EngineParts
  readonly #incidents: Incidents
  readonly #journal: JournalWriter
  readonly #reader: Reader
  readonly #publisher: Publisher
  readonly #front: FrontDesk
  readonly #attempts = new Attempts()
  readonly #queries: Queries
  readonly #uploads = new PlanUploads()
  readonly #disk = new DiskHealth()
  readonly #ulids: Ulids
  readonly #deadlines: DeadlineClock
  readonly #abroad: Abroad
  readonly #commands: Commands
  readonly #queue: CommitQueue
  readonly #printDesk: PrintDesk
  readonly #kiosks: KioskDesk
  readonly #feed: JournalFeed
  readonly #changes: ChangeDesk
  readonly #alerts: AlertDesk
  readonly #terminalDesk: TerminalDesk | null
  readonly #messageDesk: MessageDesk | null
  readonly #updates: UpdateFollower | null
  /** Each is told what was recorded, in this order, even if the one before it throws. */
  readonly #followers: readonly { follow(recorded: readonly JournalEntry[]): void }[]

  constructor(parts: EngineParts) {
    this.#parts = parts
    this.#ulids = new Ulids((count) => parts.chance.bytes(count))
    this.#incidents = new Incidents(parts.log, parts.chance)
    this.#journal = new JournalWriter(parts.store, parts.clock)
    this.#reader = new Reader(parts)
    this.#publisher = new Publisher(parts.store, this.#reader, () => this.nowMs(), parts.backups)
    const scheduler = byHouseTime(parts.scheduler, () => this.nowMs())
    const own = {
      ...parts,
      scheduler,
      journal: this.#journal,
      reader: this.#reader,
      incidents: this.#incidents,
      publisher: this.#publisher,
      uploads: this.#uploads,
      byItself: this.#byItself,
      nowMs: () => this.nowMs(),
      reading: <Result>(work: () => Result) => this.#abroad.reading(work),
      onTrouble: (error: unknown) => this.#incidents.fault(error, { sequence: this.sequence }),
    }
    this.#front = new FrontDesk({ ...own, subscribe: (...topic) => this.#subscribe(...topic) })
    this.#printDesk = new PrintDesk(parts)
    this.#feed = new JournalFeed(own)
    this.#kiosks = new KioskDesk({ ...own, feed: this.#feed })
    const desks = { front: this.#front, pictures: new PictureDesk(parts.pictures) }
    this.#queries = new Queries({ ...own, ...desks, printDesk: this.#printDesk, kiosks: this.#kiosks })
    this.#changes = new ChangeDesk(own)
    this.#commands = new Commands({
      ...own,
      ...desks,
      changes: this.#changes,
      attempts: this.#attempts,
      ulids: this.#ulids,
      isShiftRequired: parts.houseTerms.requireShift ?? houseTerms.requireShift,
    })
    this.#deadlines = new DeadlineClock(
      () => this.#reader.pending.nextEndMs(),
      scheduler,
      () => this.#sweep(),
    )
    this.#messageDesk = parts.post && new MessageDesk({ ...own, post: parts.post })
    this.#alerts = new AlertDesk(own)
    const followers = { deadlines: this.#deadlines, alerts: this.#alerts, messages: this.#messageDesk }
    this.#abroad = new Abroad({ ...own, ...followers })
    this.#queue = new CommitQueue({
      ...own,
      catchUp: () => this.#abroad.catchUp(),
      publish: () => this.#publish(),
      disk: this.#disk,
    })
    this.#abroad.reading(() => this.#deadlines.reset())
    this.#abroad.watch(own.onTrouble)
    this.#terminalDesk = parts.terminal && new TerminalDesk({ ...own, terminal: parts.terminal })
    this.#updates = parts.updates && new UpdateFollower({ ...own, updates: parts.updates })
    this.#followers = [
      this.#deadlines,
      this.#printDesk,
      this.#kiosks,
      this.#terminalDesk,
      this.#changes,
      this.#alerts,
      this.#updates,
      this.#messageDesk,
    ].filter((one) => one !== null)
    this.#terminalDesk?.resume()
    this.#messageDesk?.lookAgain()
    this.#changes.resume()
    this.#alerts.resume()
  }

  nowMs(): number {
    return this.#journal.nowMs()
  }

  /** The newest journal row: the end of the hash chain. */
  get head(): JournalHead {
    return this.#journal.head
  }

  /** The number of the newest journal row. */
  get sequence(): number {
    return this.#journal.head.sequence
  }

  /** The house as one actor uses it, whoever is signed in: for programs that have its folder. */
  deskFor(actor: Actor): BoxOffice {
    return this.#deskOf({ standIn: actor, isTrusted: true })
  }

  /** The house as used at a kiosk, in the name of whoever is signed in there; `standIn` is used as long as nobody has to sign in. */
  kioskFor(standIn: Actor): BoxOffice {
    return this.#deskOf({ standIn, isTrusted: false })
  }

  /** [S3] The same for another machine, whose kiosk also keeps a copy of the house. */
  memberFor(standIn: Actor): BoxOffice {
    return this.#feed.besides(this.kioskFor(standIn), standIn.kioskId)
  }

  /** [V10] Takes the free space on its disk, as measured by the caller. True: it is low, and the screens are told. */
  noteRoom(freeBytes: number): boolean {
    return this.#disk.noteRoom(freeBytes)
  }

  /** Records events that no desk asked for (demo data), in one commit of their own. */
  furnish(events: readonly HouseEvent[], documents: readonly Write[]): void {
    this.#parts.store.transaction(() => {
      this.#parts.store.write(documents)
      this.#commands.record(events, this.#commands.ownOccasion())
    })
    this.#reader.forgetAll()
    this.#publish()
  }

  /** [I43] Tells every screen what the check of the house found; null: nothing wrong. */
  sound(alarm: HouseAlarm | null): void {
    this.#publisher.sound(alarm)
  }

  /** [SYNC 5.9] Runs what waits and nothing after it: the house turned out to be older than what its kiosks know. */
  readonly stopSelling = (): void => this.#queue.close()

  close(): void {
    this.#queue.close()
    for (const part of [this.#printDesk, this.#terminalDesk, this.#messageDesk, this.#updates]) part?.stop()
    for (const part of [this.#abroad, this.#deadlines, this.#changes, this.#alerts, this.#feed]) part.stop()
    this.#parts.store.close()
  }

  #deskOf(asking: Asking): BoxOffice {
    return {
      // Who is asking is also read from rows: a disk that does not answer is a fault whichever row was being read.
      call: (name, input, commandId) =>
        this.#call(asking, name, input, commandId).catch((error: unknown) =>
          this.#incidents.fault(error, { [isCommand(name) ? 'command' : 'query']: name }),
        ),
      // The state of the disk concerns whoever stands there, signed in or not; and somebody who was signed out must hear of it.
      subscribe: (topic, listener) =>
        isOfMachine(topic) || topic.kind === 'who'
          ? this.#subscribe(topic, asking.standIn.kioskId, listener)
          : this.#front.follow(asking, topic, listener),
    }
  }

  #subscribe(topic: Topic, kioskId: KioskId, listener: (news: News) => void): () => void {
    if (isOfMachine(topic)) return ofMachine(this.#disk, topic.kind, listener)
    // Only a machine that was let in keeps a copy; a screen that asks for the journal is not one of ours.
    if (topic.kind === 'journal') throw new Error('the journal is followed by a kiosk, and by no screen')
    if (topic.kind === 'kiosks') return this.#kiosks.subscribe(listener)
    if (topic.kind === 'printing') return this.#printDesk.subscribe(kioskId, listener)
    return this.#abroad.reading(() => this.#publisher.subscribe(topic, kioskId, listener))
  }

  async #call<Name extends OperationName>(
    asking: Asking,
    name: Name,
    input: Input<Name>,
    commandId: CommandId | undefined,
  ): Promise<Answer<Output<Name>>> {
    const id = commandId ?? (this.#ulids.next(this.nowMs()) as CommandId)
    if (isOwnCommandId(id)) return this.#commands.reused({ asking, name, commandId: id })
    const actor = this.#front.admit(asking, name)
    if (isRefusal(actor)) {
      const told = { asking, name, input: withoutPins(name, input), commandId: id }
      return (this.#commands.answered(told) ?? this.#turnAway(told, actor)) as Promise<Answer<Output<Name>>>
    }
    if (!isCommand(name)) {
      const answer = () => this.#queries.answer(actor, name, input as never) as Answer<Output<Name>>
      return this.#abroad.reading(answer)
    }
    this.#front.touch(actor.kioskId)
    const proof = isStaffCommand(name) ? await this.#front.prove(actor, name, input) : null
    if (proof && 'kind' in proof) return proof
    const told = withoutPins(name, input) as Input<CommandName>
    const command = { asking, name, input: told, commandId: id, proof }
    const answer = await this.#queue.add((isTrusting) => this.#commands.run(command, isTrusting))
    if ((name === 'import-plan' || name === 'import-sheet') && answer.kind === 'done') {
      this.#uploads.close(actor.kioskId, (input as Input<'import-sheet'>).uploadId)
    }
    return answer as Answer<Output<Name>>
  }

  /** [I40] Somebody who tries what only others may do is recorded, and refused. */
  async #turnAway({ asking, name, commandId }: Told, refusal: Refusal): Promise<Answer<never>> {
    const actor = this.#front.whoAsks(asking) ?? nobodyAt(asking.standIn.kioskId)
    const occasion = { atMs: this.nowMs(), actor, commandId }
    const events = this.#attempts.turnedAway(name, refusal, occasion)
    if (events.length > 0) await this.#queue.add(() => this.#commands.attempt(events, occasion, refusal))
    return refused(refusal)
  }

  #publish(): void {
    const { recorded, notes } = this.#journal.takeCommitted()
    this.#reader.settle()
    this.#inAnyCase(() => this.#feed.follow(recorded))
    this.#inAnyCase(() => this.#abroad.publish(recorded))
    for (const note of notes) this.#inAnyCase(note)
    for (const one of this.#followers) this.#inAnyCase(() => one.follow(recorded))
  }

  /** After a commit nothing may keep the answers back. If something throws, memory is dropped: the next news are whole pictures. */
  #inAnyCase(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#reader.forgetAll()
      this.#incidents.fault(error, { sequence: this.sequence })
    }
  }

  /** [H7] Woken for the next deadline, never by polling; a command that finds a lapsed hold ends it as well. */
  #sweep(): void {
    void this.#queue
      .add(() => this.#commands.sweep())
      .then((answer) => {
        if (answer.kind !== 'done' && !this.#queue.isClosed)
          this.#deadlines.wakeAt(this.nowMs() + SWEEP_AGAIN_MS)
      })
  }

  /** Runs something that no desk asked for in the next commit. */
  readonly #byItself: ByItself = (name, decide, actor) => {
    return this.#queue.add(() => this.#commands.runOwn(name, decide, actor))
  }
}
