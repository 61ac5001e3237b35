// A booking, its money and its hall as the model of the property test remembers them. Owns those shapes and what can be derived
// from one of them alone; must never import a decision, a store or the engine.

export type State =
  | 'reserved'
  | 'confirmed'
  | 'payment_failed'
  | 'expired'
  | 'cancelled'
  | 'completed'
  | 'refunded'
  | 'deleted'

export interface Line {
  seat: number
  readonly type: number
  price: number
  off: number
  readonly fee: number
}

/** `from`: the account it came from, to which it goes back. `back`: refunded so far. */
export interface Money {
  readonly id: string
  readonly from: string
  readonly amount: number
  state: 'pending' | 'success' | 'failed' | 'refunded'
  back: number
  untilMs: number
  review: 'open' | 'accepted' | 'rejected' | null
  failure: 'declined' | 'given-up' | 'mismatch' | 'rejected' | null
  /** For money that came from another booking: how it was paid there. It goes back the same way, oldest first. */
  readonly origins?: readonly Way[]
}

/** An amount, and the account it comes from or goes to. */
export interface Way {
  readonly account: string
  readonly amount: number
}

/** A guest's right to a seat. `code` is read from the house once the ticket is printed. */
export interface Pass {
  readonly of: Kept
  readonly seat: number
  code: string | null
  isIn: boolean
}

/** A selection as the model remembers it. */
export interface Kept {
  readonly id: string
  readonly show: number
  readonly kiosk: string
  readonly cart: string
  customer: number | null
  /** Its seats are claimed only when they are paid [H10]. */
  readonly isUnheld: boolean
  readonly bornMs: number
  lines: Line[]
  /** What the house kept of seats that were returned. */
  keptOfReturns: number
  /** What went back to somebody so far; what pays for another booking did not. */
  given: number
  state: State
  /** Every state that it was in. */
  readonly path: State[]
  isReservation: boolean
  holdMs: number
  untilMs: number
  graceUntilMs: number
  isExtended: boolean
  coupon: string | null
  money: Money[]
  passes: Pass[]
}

export interface Wish {
  readonly show: number
  readonly kiosk: string
  readonly cart: string
  readonly customer: number | null
  readonly seats: readonly number[]
  readonly coupon: string | null
}

export interface ModelTerms {
  readonly holdMs: number
  readonly vipHoldMs: number
  readonly graceMs: number
  readonly reservationMs: number
  readonly paymentCapMs: number
  readonly refundPercent: number
  readonly feeRefundPercent: number
  readonly refundAloneMaxMinor: number
  readonly declinesMax: number
  readonly feeMinor: number
}

/** The test house's hall, in the model's own terms. */
export interface Hall {
  /** By seat: its row, and its price by ticket type; null: not admitted. */
  readonly rows: readonly number[]
  readonly prices: readonly (readonly (number | null)[])[]
  /** Shows whose seats are claimed only when they are paid. */
  readonly unheldShows: readonly number[]
  readonly vips: readonly number[]
}

export interface Purse {
  readonly id: number
  readonly customer: number | null
}

export interface Offer {
  readonly mode: 'CASH' | 'CARD' | 'WALLET' | 'PROOF'
  readonly total: number
  readonly tendered: number
  /** Null: all that is due. */
  readonly amount: number | null
  readonly wallet: number | null
  readonly isShown: boolean
}

/** A terminal's answer: approval of a sum, or no. */
export type Said = number | 'no'
export type Outcome =
  | 'confirmed'
  | 'taken'
  | 'declined'
  | 'mismatch'
  | 'ignored'
  | 'same-seats'
  | 'other-seats'
  | 'wallet'
export type RefundTo = 'same' | 'wallet'

/** A booking that was made for late money, as the house reports it. */
export interface Rescued {
  readonly id: string
  readonly cart: string
  readonly paymentId: string
  readonly seats: readonly number[]
}

/** What comes with an answer: the booking made for late money, and what the terminal took. */
export interface Coming {
  readonly rescued: Rescued | null
  readonly said: Said
  readonly nowMs: number
}

/** Enters the next state, and remembers the path. */
export function become(one: Kept, state: State): void {
  one.state = state
  one.path.push(state)
}

export function seatsOf({ lines }: Kept): number[] {
  return lines.map(({ seat }) => seat)
}

export function hasSeat({ lines }: Kept, seat: number): boolean {
  return lines.some((line) => line.seat === seat)
}

export function lineTotal({ price, off, fee }: Line): number {
  return price - off + fee
}

export function total({ lines }: Pick<Kept, 'lines'>): number {
  return lines.reduce((sum, line) => sum + lineTotal(line), 0)
}

/** How much of a payment is still here. */
export function here({ state, amount, back }: Money): number {
  return state === 'success' ? amount - back : 0
}

export function paid({ money }: Kept): number {
  return money.reduce((sum, one) => sum + here(one), 0)
}

export function inFlight({ money }: Kept): Money | null {
  return money.find(({ state }) => state === 'pending') ?? null
}

export function endMs(one: Kept): number {
  return Math.max(one.untilMs, inFlight(one)?.untilMs ?? 0)
}

export function payEndMs(one: Kept): number {
  return Math.max(one.graceUntilMs, inFlight(one)?.untilMs ?? 0)
}

/** By which ways the next `amount` of a payment's remaining money first came in. */
export function cameBy({ from, origins, back }: Money, amount: number): Way[] {
  if (!origins) return amount > 0 ? [{ account: from, amount }] : []
  // As if counted out coin by coin: what went back earlier took the first ones.
  let first = 0
  return origins.flatMap((origin) => {
    const begins = Math.max(first, back)
    first += origin.amount
    const part = Math.min(first, back + amount) - begins
    return part > 0 ? [{ account: origin.account, amount: part }] : []
  })
}

/** Card and wallet payments go back the way they came; all else is paid out at this kiosk. */
export function waysBack(money: Money, amount: number, kiosk: string): Way[] {
  return cameBy(money, amount).map((way) => {
    const isFar = way.account.startsWith('wallet:') || way.account.startsWith('terminal:')
    return isFar ? way : { ...way, account: `drawer:${kiosk}` }
  })
}
