// What the engine needs of the world. A simulator can own every one of these: nothing in the engine reads a clock, draws chance
// or sets a timer by itself.

import type { Booking } from '../../shared/domain/booking.ts'
import type { KioskEntry } from '../../shared/domain/catalogue.ts'
import type { KioskId, PaymentId } from '../../shared/domain/ids.ts'
import type { Channel, Delivery, Message, MessagingEntry } from '../../shared/domain/message.ts'
import type { TerminalAnswer } from '../../shared/domain/settle.ts'
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
  /** [P6] Null: this house has none, and takes no card. */
  readonly terminal: Terminal | null
  /** [T2] Null: none but what a browser has by itself. */
  readonly printers: Printers | null
  /** [T2] Null: papers that wait are in memory alone. */
  readonly paperShelf: PaperShelf | null
  /** [T2] Null: this house writes to nobody. */
  readonly post: Post | null
  /** [S5] Null: nobody can join over the LAN. */
  readonly kioskNet: KioskNet | null
  /** [SYNC 5.9] Null: nobody makes any. */
  readonly backups: Backups | null
  /** Null: this house's machine is not updated from within. */
  readonly updates: Updates | null
  readonly pinHasher: PinHasher
  readonly pictures: Pictures
  readonly version: string
  /** [H2] What this house was started with. */
  readonly houseTerms: Partial<Terms>
  /** [C2] */
  readonly claims: ClaimStrategy
  /** Other processes of this machine may write the same house. */
  readonly isShared: boolean
  /** [SYNC 5.9] Nobody listens in a house that has no kiosks. */
  readonly onPutBack?: (found: PutBack) => void
}

/** [SYNC 5.9] A kiosk's copy of this very house has rows that the house has not. */
export interface PutBack {
  readonly foundBy: KioskId
  /** Its newest row, and the number of the house as it knows it. */
  readonly seen: number
  readonly epoch: number
}

/** [S5] The LAN side of a house: its listener, the offer to join, and who is connected. */
export interface KioskNet {
  state(): NetState
  /** Begins or ends listening, and remembers that. */
  share(isShared: boolean): void
  offer(nowMs: number): { readonly code: string; readonly untilMs: number }
  offerUntilMs(): number | null
  /** Who has shown the code, and waits to be let in. */
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
  /** [S5] Hubs that tell the network of themselves, as far as they were heard; looks on for a while each time it is asked. */
  found(): readonly FoundHub[]
  /** Called whenever any of this is different. */
  watch(listener: () => void): void
  /** Every kiosk as it may join from now on. */
  follow(kiosks: readonly KioskEntry[]): void
}

/** A hub as it tells of itself: where to ask, and the first letters of its key. Nothing of it is proven. */
export interface FoundHub {
  readonly name: string
  readonly host: string
  readonly port: number
  readonly key: string
}

/** [SYNC 5.9] Whoever makes backups of this house. */
export interface Backups {
  state(): BackupState
  /** Begins one, unless one is being made. */
  makeNow(): void
  /** Called whenever any of this is different. */
  watch(listener: () => void): void
}

/** Whoever finds, checks and installs newer versions on this house's machine. */
export interface Updates {
  state(): UpdateState
  /** Begins a look, unless something is under way or waits: what was asked for is not changed for another. */
  look(from: UpdateSource): void
  /** What was found, and checked whole. */
  offered(): OfferedUpdate | null
  /** It is asked for, and not yet; a new start knows it still. */
  wait(update: ShownUpdate): void
  /** What waits, until it is installed, could not be, or is called off. */
  waiting(): ShownUpdate | null
  callOff(): void
  /** Begins to install it; `mayNow` is asked again when all is ready, and before the program begins anew. */
  install(update: ShownUpdate, mayNow: () => boolean): void
}

/** As whoever asked for it saw it: another file under the same version is another update. */
export type ShownUpdate = Pick<OfferedUpdate, 'version' | 'digest'>

export type UpdateState = NonNullable<Output<'updates'>['state']>

export interface BackupState {
  readonly folder: string
  /** A second folder, on another disk; null: none was named. */
  readonly elsewhere: string | null
  /** [I42] The house's keys, which are in none of them: sealed by the system's own store, or for whoever copies the disk. */
  readonly keys: 'sealed' | 'unprotected'
  readonly newest: { readonly atMs: number; readonly sequence: number } | null
  readonly isRunning: boolean
  /** What was wrong with the last one; null: nothing. */
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
  /** [SYNC 4.7] Another machine came with its key while it was here: when last, and from where; null: none since this start. */
  readonly second: { readonly atMs: number; readonly address: string } | null
}

export const neverSeen: Presence = { live: null, lastSeenAtMs: null, second: null }

/** [T2] Whoever can print here. */
export interface Printers {
  readonly ways: readonly WayName[]
  /** Never rejects; whoever does not hear of it within its own patience was not printed. */
  print(way: PrintWay, job: PrintJob): Promise<PrintOutcome>
}

export type PrintOutcome =
  | { readonly kind: 'printed'; readonly file: string | null }
  | { readonly kind: 'failed'; readonly problem: PrintProblem }

/** [T2] Where papers that wait lie over a new start, each under the name that it was given. */
export interface PaperShelf {
  keep(text: string): string
  drop(name: string): void
  /** In the order in which they came. */
  kept(): readonly { readonly name: string; readonly text: string }[]
}

export interface Clock {
  /** UTC milliseconds. May step back; the engine never lets its own time do so [I11]. */
  nowMs(): number
  /** Milliseconds that passed since some instant of this process; never steps. */
  elapsedMs(): number
}

export interface Chance {
  bytes(count: number): Uint8Array
}

export interface Scheduler {
  /** After what is running now: all commands that arrive until then share one commit. */
  soon(work: () => void): void
  /**
   * Once, at the instant or soon after; the returned function calls it off. `nowMs`: the time that the instant is meant by; left out, the
   * clock's.
   */
  at(instantMs: number, work: () => void, nowMs?: () => number): () => void
}

/** error: someone must look. info: state changed. debug: the rest. */
export interface Log {
  error(facts: object, message: string): void
  /** Facts that nobody waits for may be gathered later: what they are made of does not change. */
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
  /** Whole or not at all; the same one twice is kept once. */
  keep(digest: string, bytes: Uint8Array): void
}

export interface Signer {
  /** Ed25519 over the UTF-8 text, in Crockford base32. */
  sign(text: string): string
  /** What tells such a signature from any other: the raw public key, in the same letters. */
  publicKeyText(): string
}

/** What a terminal is asked for. Amounts in minor units; `paymentId` is its key: the same one asks for the same money. */
export interface TerminalRequest {
  readonly paymentId: PaymentId
  readonly mode: TerminalMode
  readonly amountMinor: number
  readonly currency: Currency
}

export interface TerminalRefund {
  /** The same key gives back the same money, once. */
  readonly key: string
  readonly reference: string
  readonly amountMinor: number
  readonly currency: Currency
}

/** [P6] Answers come when they come: never, late, or twice. No answer is no answer, and never a no. */
export interface Terminal {
  pay(request: TerminalRequest, onAnswer: (answer: TerminalAnswer) => void): void
  /** What became of a payment, where the terminal knows by now. */
  lookUp(paymentId: PaymentId, onAnswer: (answer: TerminalAnswer) => void): void
  refund(request: TerminalRefund, onDone: () => void): void
}

/** [T2] One message, with all that its words are made of. */
export interface Letter {
  readonly message: Message
  /** The same for every try, so that whoever gets two knows that they are one. */
  readonly key: string
  /** Null: a test. */
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
  /** What goes back to the customer by what the message is about. */
  readonly refundedMinor: number
}

type Ways = Pick<MessagingEntry, 'mail' | 'sms'>

/** [T2] The way out of the house. Slow, absent or broken as it likes: what went wrong is an answer. */
export interface Post {
  send(letter: Letter, ways: Ways): Promise<Delivery>
  /** [I42] Whether it has the password that this way asks for; true where none is asked for. */
  hasPassword(channel: Channel, ways: Ways): boolean
  keepPassword(channel: Channel, ways: Ways, password: string): void
  /** Of several processes of a house one sends: whether this is the one. */
  claim(): boolean
}
