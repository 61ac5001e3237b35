// What a decision needs to have read, as data. The engine answers every ask from whatever store there is; a decision that
// forgot to ask cannot compile. Must never name a table or a column.

import type { Booking } from './booking.ts'
import type { FoundRows, ForwardChange, RowId, Undoable } from './changes/change.ts'
import type { FoundReplan } from './changes/replan-shows.ts'
import type { FoundTicket } from './check-in.ts'
import type { Exchanged } from './exchange.ts'
import type { FoundWallet } from './wallet.ts'
import type { CustomerEntry, KioskEntry, ShowEntry, VenueEntry } from './catalogue.ts'
import type {
  BookingId,
  CartId,
  ChangeId,
  CustomerId,
  KioskId,
  PlanId,
  SeatId,
  ShowId,
  StaffId,
  VenueId,
  WalletId,
} from './ids.ts'
import type { Currency } from '../lib/money.ts'
import type { Message, MessageId, MessagingEntry } from './message.ts'
import type { FoundCoupon } from './pricing.ts'
import type { SeatsAround } from './seat-plan/seats-around.ts'
import type { SeriesModel } from './series.ts'
import type { FoundSeat, FoundShow } from './show.ts'
import type { Balance, FoundShift } from './shift.ts'
import type { ShiftReport } from './shift-report.ts'
import type { Waiting } from './standby.ts'
import type { ShowOn } from './updates.ts'

/** [H12] Which holds; a field left out does not narrow the choice. `heldBeforeMs`: made before that instant. */
export interface HoldFilter {
  readonly showId?: ShowId | undefined
  readonly kioskId?: KioskId | undefined
  readonly staffId?: StaffId | undefined
  readonly heldBeforeMs?: number | undefined
}

/** [T4] Moves one seat of a booking to another. */
export interface SeatMove {
  readonly from: SeatId
  readonly to: SeatId
}

/** A show as the manager's tables read it. */
export interface ShowRecord {
  readonly entry: ShowEntry
  readonly show: FoundShow
  /** Bookings that hold seats of it now. */
  readonly liveHolds: number
  /** Number of seats sold. */
  readonly sold: number
  /** [L4] Only where another plan was asked for; null: that plan is not a version of the show's own. */
  readonly replan?: FoundReplan | null
}

/** The next free numbers for new catalogue entries. */
export interface NextIds {
  readonly listing: number
  readonly show: number
  readonly plan: number
  readonly venue: number
  readonly wallet: number
  readonly customer: number
}

export interface PlanHead {
  readonly planId: PlanId
  readonly name: string
  readonly categories: readonly string[]
  /** [L6] If it is a hotel's: how many. */
  readonly nights: number
}

/** The asks a decision may make, each with the answer it gets. Null: there is no such thing. */
export interface Readings {
  show: { ask: ShowId; answer: FoundShow | null }
  /** The show of a booking. */
  showOf: { ask: BookingId; answer: FoundShow | null }
  /** In the order asked; a seat that the show does not have is left out. */
  seats: { ask: { showId: ShowId; seatIds: readonly SeatId[] }; answer: readonly FoundSeat[] }
  /** [H14] [L3] What a choice does to the seats around it, as far as the show's terms care. */
  around: {
    ask: { showId: ShowId; cartId: CartId; seatIds: readonly SeatId[]; nowMs: number }
    answer: SeatsAround
  }
  /**
   * The same for a booking whose seats are moved: for all the seats it has after the move [T4]. Without moves: for its own seats, once
   * others may take them (its hold has ended, or it has none); nothing while it holds them [L3].
   */
  aroundMoved: {
    ask: { bookingId: BookingId; moves: readonly SeatMove[]; nowMs: number }
    answer: SeatsAround
  }
  seatsOf: { ask: BookingId; answer: readonly FoundSeat[] }
  booking: { ask: BookingId; answer: Booking | null }
  /** [H9] The cart's pending booking. */
  cart: { ask: CartId; answer: Booking | null }
  customer: { ask: CustomerId | null; answer: CustomerEntry | null }
  /** [P9] The wallet with its balance. */
  wallet: { ask: WalletId | null; answer: FoundWallet | null }
  /** The wallet that a booking's customer has, in the booking's currency. */
  walletOf: { ask: BookingId; answer: FoundWallet | null }
  walletOfCustomer: {
    ask: { customerId: CustomerId | null; currency: Currency }
    answer: FoundWallet | null
  }
  /** The journal row that made the booking's tickets, except those whose `sequence` names another row [T4]. */
  ticketsRow: { ask: BookingId; answer: number | null }
  /** [P8] The show of a booking with its newest prices; null: it was moved to another time since the booking was made. */
  offered: { ask: BookingId; answer: FoundShow | null }
  /** [P8] The nearest free seats that cost what the booking's seats cost, in the order of its lines. */
  nearest: { ask: { bookingId: BookingId; nowMs: number }; answer: readonly FoundSeat[] | null }
  /** [T4] A booking whose seats are exchanged for another show's, with its show. */
  exchanged: { ask: BookingId; answer: Exchanged | null }
  /** [P6] Whether the terminal still owes an answer to this task. */
  taskOpen: { ask: string; answer: boolean }
  /** [T3] What a scanned code is. */
  ticket: { ask: string; answer: FoundTicket | null }
  /** The coupon that a booking carries. */
  couponOf: { ask: { bookingId: BookingId; nowMs: number }; answer: FoundCoupon | null }
  coupon: { ask: { code: string | null; nowMs: number }; answer: FoundCoupon | null }
  /** [H15] Who waits for seats of a show, first come first. */
  waiting: { ask: ShowId; answer: readonly Waiting[] }
  /** [H8] How many seats of a show are free now. */
  freeSeats: { ask: { showId: ShowId; nowMs: number }; answer: number }
  /**
   * [C2] Those of these seats that changed since the client looked; none where the house does not compare versions.
   * `sinceRevision` null: the client did not say.
   */
  changed: {
    ask: { showId: ShowId; seatIds: readonly SeatId[]; sinceRevision: number | null }
    answer: readonly SeatId[]
  }
  /** [H7] Pending bookings with an end (hold or grace) at or before the instant, soonest first, at most `limit`. */
  due: { ask: { nowMs: number; limit: number }; answer: readonly Booking[] }
  /** [T2] How often the tickets of a booking were printed again. */
  copies: { ask: BookingId; answer: number }
  /** [A5] The newest shift of a kiosk. */
  shift: { ask: KioskId; answer: FoundShift | null }
  /** [A5] What the books have in its drawer. Reads every money movement since the shift before, so it is too slow for a sale. */
  drawer: { ask: KioskId; answer: readonly Balance[] }
  /** [A5] The figures of its shift so far; null where none is open. Reads the journal since its opening. */
  shiftReport: { ask: KioskId; answer: ShiftReport | null }
  holds: { ask: HoldFilter; answer: readonly Booking[] }
  /** [A2] The rows that a change is about. */
  changing: { ask: { change: ForwardChange; ids: readonly RowId[]; nowMs: number }; answer: FoundRows }
  /** What a part of an earlier change did, and how those rows are now; null: there is no such change, or it has no such part. */
  undoing: { ask: { changeId: ChangeId; part: number; nowMs: number }; answer: readonly Undoable[] | null }
  /** A show as the model for new ones; null: there is no such show. */
  model: { ask: ShowId; answer: SeriesModel | null }
  plan: { ask: PlanId; answer: PlanHead | null }
  venue: { ask: VenueId | null; answer: VenueEntry | null }
  nextIds: { ask: true; answer: NextIds }
  /** [T2] How customers are notified; null: they are not. */
  messaging: { ask: true; answer: MessagingEntry | null }
  /** [S5] Every kiosk ever admitted. */
  kiosks: { ask: true; answer: readonly KioskEntry[] }
  /** [A5] Drawers whose shift is open, or counted and not closed; and the show whose audience is arriving now, null if none. */
  atRest: {
    ask: { nowMs: number }
    answer: { readonly openShifts: readonly FoundShift[]; readonly showOn: ShowOn | null }
  }
  message: { ask: MessageId; answer: Message | null }
  /** The booking that a message is about. */
  bookingOfMessage: { ask: MessageId; answer: Booking | null }
}

export type ReadingName = keyof Readings
/** Answers every ask there is. */
export type Answerers = {
  readonly [N in ReadingName]: (ask: Readings[N]['ask']) => Readings[N]['answer']
}
export type Asks<Name extends ReadingName> = { readonly [N in Name]: Readings[N]['ask'] }
export type Found<Name extends ReadingName> = { readonly [N in Name]: Readings[N]['answer'] }
