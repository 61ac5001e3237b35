// The figures of a shift [A5]: what an X report shows at any moment and a Z report for ever. Owns how each event counts; must never
// read anything: the rows are handed in, in order, from the opening on.

import type { Currency } from '../lib/money.ts'
import type { BookingLine, Totals } from './booking.ts'
import type { HouseEvent } from './events.ts'
import type { KioskId, StaffId } from './ids.ts'
import { transfersOf } from './ledger.ts'
import type { CashMoved, OpeningFloat } from './shift-events.ts'
import { type Account, type PaymentMode, paymentModes, terminalModes } from './tender.ts'

export interface Tally {
  readonly count: number
  readonly amountMinor: number
}

export interface NamedTally extends Tally {
  readonly name: string
}

export interface ModeFigures {
  readonly mode: PaymentMode
  readonly taken: Tally
  readonly returned: Tally
}

/** One currency's figures of a shift. Refunds are in `modes`, not subtracted from what was sold. */
export interface CurrencyFigures {
  readonly currency: Currency
  readonly baseMinor: number
  readonly discountMinor: number
  readonly feeMinor: number
  readonly totalMinor: number
  readonly modes: readonly ModeFigures[]
  /** `amountMinor`: the discount that they gave. */
  readonly coupons: readonly NamedTally[]
  /** `count`: bookings. */
  readonly sellers: readonly (NamedTally & { readonly staffId: StaffId })[]
  /** `count`: tickets, at their price without discount and fee. */
  readonly ticketTypes: readonly NamedTally[]
  /** [T4] How much of the total was paid by exchanged seats, and so is in none of `modes`; Z reports of older versions lack it. */
  readonly carried?: Tally
  readonly topUps: Tally
  readonly cashIn: Tally
  readonly cashOut: Tally
  /** What was in the drawer before the shift, and went to the safe when it opened. */
  readonly foundMinor: number
  readonly floatMinor: number
  /** What should be in the drawer. */
  readonly expectedMinor: number
}

export interface ShiftReport {
  readonly currencies: readonly CurrencyFigures[]
  readonly bookings: number
  readonly tickets: number
  /** The numbers of the first and last ticket, in the order in which they were made. */
  readonly first: string | null
  readonly last: string | null
  /** Tickets that became void because they were given back, moved or cancelled. */
  readonly voids: number
  readonly copies: number
  readonly noSales: number
  /** The venue's name when the report was drawn up, and its zone: they may change later. Empty: the house has several. */
  readonly venue: string
  readonly zone: string
  readonly openedBy: string
}

/** A journal row that was recorded at the shift's kiosk, or that ended what began there. */
export interface ToldRow {
  readonly event: HouseEvent
  readonly kioskId: KioskId
  readonly staffId: StaffId
  /** Where a booking is cancelled: whether it had been sold, not only held. */
  readonly hadTickets: boolean
  /** Where the row sells a booking: the booking as it was just before. */
  readonly sold: {
    readonly lines: readonly BookingLine[]
    readonly totals: Totals
    readonly couponCode: string | null
  } | null
}

export interface ReportHead {
  readonly floats: readonly OpeningFloat[]
  readonly venue: string
  readonly zone: string
  readonly openedBy: string
}

/** The figures while they accumulate here, with no field left out. */
type Part = Required<CurrencyFigures>

const none: Tally = { count: 0, amountMinor: 0 }

/** Accumulates row by row; `report` may be read at any moment. */
export class ShiftTally {
  readonly #head: ReportHead
  readonly #parts = new Map<Currency, Part>()
  #report: Omit<ShiftReport, 'currencies' | keyof ReportHead>

  constructor(head: ReportHead) {
    this.#head = head
    this.#report = { bookings: 0, tickets: 0, first: null, last: null, voids: 0, copies: 0, noSales: 0 }
    for (const { currency, amountMinor, foundMinor } of head.floats)
      this.#parts.set(currency, { ...emptyPart(currency), floatMinor: amountMinor, foundMinor })
  }

  follow(row: ToldRow, nameOf: (staffId: StaffId) => string): void {
    const { event } = row
    this.#followMoney(row)
    if (event.type === 'cash-moved') this.#followCash(event)
    if (event.type === 'drawer-opened') this.#add({ noSales: 1 })
    if (event.type === 'tickets-reprinted') this.#add({ copies: 1 })
    if (event.type === 'seats-returned') this.#add({ voids: event.seatIds.length })
    if (event.type === 'booking-reseated') this.#add({ voids: event.freed.length })
    if (event.type === 'booking-cancelled' && row.hadTickets) this.#add({ voids: event.seatIds.length })
    if (event.type === 'booking-confirmed' && row.sold) {
      const numbers = event.tickets.map(({ number }) => number)
      this.#add({ bookings: 1, tickets: numbers.length })
      const { first, last } = this.#report
      this.#report = { ...this.#report, first: first ?? numbers.at(0) ?? null, last: numbers.at(-1) ?? last }
      this.#sell(row.sold, row.staffId, nameOf(row.staffId))
    }
  }

  get report(): ShiftReport {
    const { floats: _floats, ...head } = this.#head
    const currencies = [...this.#parts.values()].map((part) => ({ ...part, expectedMinor: expectedOf(part) }))
    return { ...this.#report, ...head, currencies }
  }

  #add(more: Partial<Record<'bookings' | 'tickets' | 'voids' | 'copies' | 'noSales', number>>): void {
    const sums = Object.entries(more).map(([name, count]) => [name, this.#report[name as 'voids'] + count])
    this.#report = { ...this.#report, ...Object.fromEntries(sums) }
  }

  #followMoney({ event, kioskId }: ToldRow): void {
    for (const { debit, credit, amountMinor, currency } of transfersOf(event, kioskId)) {
      // Only journals of older versions lack the currency, and they knew no shifts.
      if (currency === null) continue
      const part = this.#part(currency)
      const from = modeOf(credit)
      const to = modeOf(debit)
      if (event.type === 'wallet-topped-up') this.#set(part, { topUps: plus(part.topUps, amountMinor) })
      else if (to && credit.startsWith('booking:'))
        this.#set(part, { modes: withMode(part.modes, to, 'taken', amountMinor) })
      else if (from && debit.startsWith('booking:'))
        this.#set(part, { modes: withMode(part.modes, from, 'returned', amountMinor) })
      // Late money that goes to another booking is already counted under its payment mode [P8].
      else if (credit.startsWith('booking:') && event.type !== 'money-returned')
        this.#set(part, { carried: plus(part.carried, amountMinor) })
    }
  }

  #followCash({ currency, direction, amountMinor }: CashMoved): void {
    const part = this.#part(currency)
    const name = direction === 'in' ? 'cashIn' : 'cashOut'
    this.#set(part, { [name]: plus(part[name], amountMinor) })
  }

  #sell({ lines, totals, couponCode }: NonNullable<ToldRow['sold']>, staffId: StaffId, name: string): void {
    const part = this.#part(totals.currency)
    const isSeller = (one: { staffId: StaffId }) => one.staffId === staffId
    const seller = part.sellers.find(isSeller) ?? { staffId, name, ...none }
    const others = part.sellers.filter((one) => !isSeller(one))
    this.#set(part, {
      baseMinor: part.baseMinor + totals.baseMinor,
      discountMinor: part.discountMinor + totals.discountMinor,
      feeMinor: part.feeMinor + totals.feeMinor,
      totalMinor: part.totalMinor + totals.totalMinor,
      sellers: [...others, { ...seller, ...plus(seller, totals.totalMinor) }].toSorted(
        (a, b) => a.staffId - b.staffId,
      ),
      coupons: couponCode === null ? part.coupons : withName(part.coupons, couponCode, totals.discountMinor),
      ticketTypes: lines.reduce(
        (types, { ticketType, priceMinor }) => withName(types, ticketType, priceMinor),
        part.ticketTypes,
      ),
    })
  }

  #part(currency: Currency): Part {
    return this.#parts.get(currency) ?? emptyPart(currency)
  }

  #set(part: Part, turned: Partial<Part>): void {
    this.#parts.set(part.currency, { ...part, ...turned })
  }
}

function emptyPart(currency: Currency): Part {
  const sums = { baseMinor: 0, discountMinor: 0, feeMinor: 0, totalMinor: 0 }
  const modes = paymentModes.map((mode) => ({ mode, taken: none, returned: none }))
  const cash = { topUps: none, cashIn: none, cashOut: none, foundMinor: 0, floatMinor: 0, expectedMinor: 0 }
  return { currency, ...sums, modes, carried: none, coupons: [], sellers: [], ticketTypes: [], ...cash }
}

function plus({ count, amountMinor }: Tally, moreMinor: number): Tally {
  return { count: count + 1, amountMinor: amountMinor + moreMinor }
}

function withMode(
  modes: readonly ModeFigures[],
  mode: PaymentMode,
  way: 'taken' | 'returned',
  amountMinor: number,
): readonly ModeFigures[] {
  return modes.map((one) => (one.mode === mode ? { ...one, [way]: plus(one[way], amountMinor) } : one))
}

function withName(tallies: readonly NamedTally[], name: string, amountMinor: number): readonly NamedTally[] {
  const before = tallies.find((one) => one.name === name) ?? { name, ...none }
  const others = tallies.filter((one) => one.name !== name)
  return [...others, { ...before, ...plus(before, amountMinor) }].toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )
}

/** The payment mode that belongs to an account; null: none, such as another booking. */
function modeOf(account: Account): PaymentMode | null {
  if (account.startsWith('drawer:')) return 'CASH'
  if (account.startsWith('wallet:')) return 'WALLET'
  if (account === 'bank:proof') return 'PROOF'
  return terminalModes.find((mode) => account === `terminal:${mode}`) ?? null
}

function expectedOf({ modes, topUps, cashIn, cashOut, floatMinor }: CurrencyFigures): number {
  const besideSales = floatMinor + topUps.amountMinor + cashIn.amountMinor - cashOut.amountMinor
  return modes
    .filter(({ mode }) => mode === 'CASH')
    .reduce((sum, { taken, returned }) => sum + taken.amountMinor - returned.amountMinor, besideSales)
}
