// What the engine needs from the outside world. A simulator can supply every one of these: nothing in the engine reads a clock,
// draws random numbers or sets a timer by itself.

import type { Booking } from '../../shared/domain/booking.ts'
import type { KioskEntry } from '../../shared/domain/catalogue.ts'
import type { KioskId, PaymentId } from '../../shared/domain/ids.ts'
import type { Channel, Delivery, Message, MessagingEntry } from '../../shared/domain/message.ts'
import type { TerminalAnswer } from '../../shared/domain/settle.ts'
import type { RoomNight } from '../../shared/domain/stay.ts'
import type { PrintProblem, PrintWay, WayName } from '../../shared/domain/print-ways.ts'
import type { TerminalMode } from '../../shared/domain/tender.ts'
import type { Terms } from '../../shared/domain/terms.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { BackupTroubleKind } from '../../shared/contract/topics.ts'
import type { PrintJob } from '../../shared/contract/print-operations.ts'
import type { TicketView } from '../../shared/contract/shapes.ts'
import type { UpdateSource } from '../../shared/contract/update-operations.ts'
import type { OfferedUpdate } from '../../shared/domain/updates.ts'
import type { Currency } from '../../shared/lib/money.ts'
import type { ClaimStrategy, Store } from '../store/store.ts'

export interface EngineParts {
  readonly store: Store
  readonly clock: Clock
  readonly chance: Chance
  readonly scheduler: Scheduler
  readonly log: Log
  readonly signer: Signer
  /** [P6] Null: this house has no terminal, and takes no cards. */
  readonly terminal: Terminal | null
  /** [T2] Null: no printers but the browser's own printing. */
  readonly printers: Printers | null
  /** [T2] Null: waiting papers are kept in memory alone. */
  readonly paperShelf: PaperShelf | null
  /** [T2] Null: this house sends no messages. */
  readonly post: Post | null
  /** [S5] Null: nobody can join over the LAN. */
  readonly kioskNet: KioskNet | null
  /** [SYNC 5.9] Null: no backups are made. */
  readonly backups: Backups | null
  /** Null: this house's machine is not updated from within. */
  readonly updates: Updates | null
  readonly pinHasher: PinHasher
  readonly pictures: Pictures
  readonly version: string
  /** [H2] The terms that this house was started with. */
  readonly houseTerms: Partial<Terms>
  /** [C2] How concurrent processes keep a seat from being claimed twice. */
  readonly claims: ClaimStrategy
  /** Other processes of this machine may write the same house. */
  readonly isShared: boolean
  /** [SYNC 5.9] Left out in a house that has no kiosks. */
  readonly onPutBack?: (found: PutBack) => void
}

/** [SYNC 5.9] A kiosk's copy of this very house has rows that the house itself does not have. */
export interface PutBack {
  readonly foundBy: KioskId
  /** The newest row of the copy, and the epoch of the house as the copy knows it. */
  readonly seen: number
  readonly epoch: number
}

/** [S5] The LAN side of a house: its listener, the offer to join, and who is connected. */
export interface KioskNet {
  state(): NetState
  /** Begins or stops listening, and remembers that. */
  share(isShared: boolean): void
  offer(nowMs: number): { readonly code: string; readonly untilMs: number }
  offerUntilMs(): number | null
  /** The kiosk that has shown the code and waits to be let in. */
  waiting(): { readonly name: string; readonly pin: string } | null
  withdraw(): void
  presence(kioskId: KioskId): Presence
  /** [S3] Asks another machine's house to let this one in. */
  join(request: {
    readonly host: string
    readonly port: number
    readonly code: string
    readonly name: string
  }): void
  joining(): Output<'kiosks'>['joining']
  /** [S5] Hubs that announce themselves on the network, as far as they were heard; each call keeps listening for a while. */
  found(): readonly FoundHub[]
  /** Called whenever any of this changes. */
  watch(listener: () => void): void
  /** All kiosks, with who may join from now on. */
  follow(kiosks: readonly KioskEntry[]): void
}

/** A hub as it announces itself: its address, and the first letters of its key. Nothing of it is proven. */
export interface FoundHub {
  readonly name: string
  readonly host: string
  readonly port: number
  readonly key: string
}

/** [SYNC 5.9] The maker of this house's backups. */
export interface Backups {
  state(): BackupState
  /** Begins one, unless one is being made. */
  makeNow(): void
  /** Called whenever any of this changes, until the returned function is. */
  watch(listener: () => void): () => void
}

/** Finds, checks and installs newer versions on this house's machine. */
export interface Updates {
  state(): UpdateState
  /** Begins to look for one, unless something is under way or waits: an update that was asked for is not exchanged for another. */
  look(from: UpdateSource): void
  /** The update that was found and fully checked. */
  offered(): OfferedUpdate | null
  /** An update was asked for, but not for now; this is remembered over a restart. */
  wait(update: ShownUpdate): void
  /** The update that waits, until it is installed, fails, or is called off. */
  waiting(): ShownUpdate | null
  callOff(): void
  /** Begins to install it; `mayNow` is asked again when everything is ready, just before the program restarts. */
  install(update: ShownUpdate, mayNow: () => boolean): void
}

/** Identifies an update as the person who asked for it saw it: another file under the same version is another update. */
export type ShownUpdate = Pick<OfferedUpdate, 'version' | 'digest'>

export type UpdateState = NonNullable<Output<'updates'>['state']>

export interface BackupState {
  readonly folder: string
  /** A second folder, on another disk; null: none is configured. */
  readonly elsewhere: string | null
  /** [I42] The house's keys, which no backup contains: sealed by the system's own store, or readable by anybody who copies the disk. */
  readonly keys: 'sealed' | 'unprotected'
  readonly newest: { readonly atMs: number; readonly sequence: number } | null
  readonly isRunning: boolean
  /** What went wrong with the last one; null: nothing. */
  readonly trouble: BackupTrouble | null
}

export interface BackupTrouble {
  readonly kind: BackupTroubleKind
  readonly detail: string
  readonly atMs: number
}

export type NetState =
  | { readonly kind: 'closed' | 'opening' }
  | { readonly kind: 'open'; readonly addresses: readonly string[]; readonly pin: string }
  | { readonly kind: 'failed'; readonly detail: string }

export interface Presence {
  readonly live: { readonly sinceMs: number; readonly version: string; readonly address: string } | null
  readonly lastSeenAtMs: number | null
  /**
   * [SYNC 4.7] Another machine connected with this kiosk's key while it was connected itself: when last, and from where; null:
   * none since this start.
   */
  readonly second: { readonly atMs: number; readonly address: string } | null
}

export const neverSeen: Presence = { live: null, lastSeenAtMs: null, second: null }

/** [T2] The printers of this machine. */
export interface Printers {
  readonly ways: readonly WayName[]
  /** A rejection is a paper that was not printed, and so is no outcome within its own timeout. */
  print(way: PrintWay, job: PrintJob): Promise<PrintOutcome>
}

export type PrintOutcome =
  | { readonly kind: 'printed'; readonly file: string | null }
  | { readonly kind: 'failed'; readonly problem: PrintProblem }

/** [T2] Where waiting papers survive a restart, each under the name it was given. */
export interface PaperShelf {
  keep(text: string): string
  drop(name: string): void
  /** In the order in which they came. */
  kept(): readonly { readonly name: string; readonly text: string }[]
}

export interface Clock {
  /** UTC milliseconds. May step back; the engine never lets its own time do so [I11]. */
  nowMs(): number
  /** Milliseconds since some fixed instant of this process; never steps. */
  elapsedMs(): number
}

export interface Chance {
  bytes(count: number): Uint8Array
}

export interface Scheduler {
  /** After what is running now: all commands that arrive until then share one commit. */
  soon(work: () => void): void
  /**
   * Runs once, at the instant or soon after; the returned function cancels it. `nowMs`: the time that the instant refers to; left
   * out, the clock's.
   */
  at(instantMs: number, work: () => void, nowMs?: () => number): () => void
}

/** error: someone must look. info: state changed. debug: the rest. */
export interface Log {
  error(facts: object, message: string): void
  /** `facts` may be a function, called later when there is time: what it reads must not change. */
  info(facts: object | (() => object), message: string): void
  debug(facts: object, message: string): void
}

export interface PinHasher {
  /** Slow on purpose, and never two at once: scrypt, so that a copied database does not give its PINs away. */
  digest(pin: string, salt: Uint8Array): Promise<Uint8Array>
}

/** [P5] Pictures of transfers, each under the SHA-256 of its bytes, in hex. */
export interface Pictures {
  has(digest: string): boolean
  read(digest: string): Uint8Array | null
  /** Writes the whole picture or nothing; the same picture twice is kept once. */
  keep(digest: string, bytes: Uint8Array): void
}

/** For a house that is never shown one. */
export const noPictures: Pictures = { has: () => false, read: () => null, keep: () => {} }

export interface Signer {
  /** Ed25519 over the UTF-8 text, in Crockford base32. */
  sign(text: string): string
  /** Identifies the key that signed: the raw public key, in the same alphabet. */
  publicKeyText(): string
}

/** A request to a terminal. Amounts in minor units. `paymentId` is its idempotency key: the same one asks for the same money. */
export interface TerminalRequest {
  readonly paymentId: PaymentId
  readonly mode: TerminalMode
  readonly amountMinor: number
  readonly currency: Currency
}

export interface TerminalRefund {
  /** The idempotency key: the same key refunds the same money, once. */
  readonly key: string
  readonly reference: string
  readonly amountMinor: number
  readonly currency: Currency
}

/** [P6] Answers may come never, late, or twice. No answer is no answer, and never a no. */
export interface Terminal {
  pay(request: TerminalRequest, onAnswer: (answer: TerminalAnswer) => void): void
  /** Asks for the outcome of a payment, if the terminal knows it by now. */
  lookUp(paymentId: PaymentId, onAnswer: (answer: TerminalAnswer) => void): void
  refund(request: TerminalRefund, onDone: () => void): void
}

/** [T2] One message, with everything its text is made from. */
export interface Letter {
  readonly message: Message
  /** The same for every try, so that whoever gets two can tell that they are one message. */
  readonly key: string
  /** Null: a test message. */
  readonly about: LetterFacts | null
}

export interface LetterFacts {
  readonly booking: Booking
  readonly tickets: readonly TicketView[]
  readonly customer: string | null
  readonly title: string
  readonly venue: string
  readonly zone: string
  readonly startsAtMs: number
  /** [L6] One for each line of a hotel's booking, in its order; empty elsewhere. */
  readonly rooms: readonly RoomNight[]
  /** What goes back to the customer through the event that the message is about. */
  readonly refundedMinor: number
}

type Ways = Pick<MessagingEntry, 'mail' | 'sms'>

/** [T2] The way out of the house. May be slow, absent or broken: a failure is an answer too. */
export interface Post {
  send(letter: Letter, ways: Ways): Promise<Delivery>
  /** [I42] Whether it has the password that this way needs; true if none is needed. */
  hasPassword(channel: Channel, ways: Ways): boolean
  keepPassword(channel: Channel, ways: Ways, password: string): void
  /** Of several processes of a house only one sends: true if it is this one. */
  claim(): boolean
}
