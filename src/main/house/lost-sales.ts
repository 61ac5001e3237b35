// [SYNC 4.7] What kiosks were told was sold, moved or returned, and a waiting house does not have: taken from their receipts, shown until
// somebody has seen to it, and recorded when the house sells again, with its seats off sale. Owns that list; must never sell anything.

import type { RecoveryView, Verdict } from '../../shared/contract/recovery-news.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId, KioskId } from '../../shared/domain/ids.ts'
import {
  type HouseName,
  type LostSale,
  type Receipt,
  type SaleLost,
  type Settlement,
  type SoldHere,
  hasItsSeats,
  isOtherwise,
  laterOf,
  refusalOfReceipt,
} from '../../shared/domain/lost-sale.ts'
import { claimStateAt } from '../../shared/domain/show.ts'
import { LOST_SHOWN_MAX } from '../../shared/contract/limits.ts'
import { Reader } from '../engine/reader.ts'
import { staffName } from '../engine/actor-of.ts'
import { isLearned } from '../store/kept-receipts.ts'
import { type LostRow, dropLost, isNamed, keepLost, lostRows } from '../store/lost-sale-rows.ts'
import type { Store } from '../store/store.ts'
import { type Saying, givesWay, keptSeats } from './kept-seats.ts'

type LostView = RecoveryView['lost']['sales'][number]

/**
 * At most so many that nobody has seen to. The rest wait at their kiosks until there is room: each is a row, and all are looked at
 * together.
 */
const UNSETTLED_MAX = 2000

export class LostSales {
  readonly #store: Store
  readonly #own: HouseName
  readonly #rows: Map<BookingId, LostRow>
  /** By kiosk: receipts that do not belong to this house, since this start. */
  readonly #refused = new Map<KioskId, number>()

  /** `own`: the name of the house in these files. */
  constructor(store: Store, own: HouseName) {
    this.#store = store
    this.#own = own
    this.#rows = new Map(lostRows(store).map((row) => [row.sale.bookingId, row]))
  }

  get unsettled(): readonly LostSale[] {
    return [...this.#rows.values()].filter(({ settled }) => !settled).map(({ sale }) => sale)
  }

  refusedOf(kioskId: KioskId): number {
    return this.#refused.get(kioskId) ?? 0
  }

  /** Keeps them all in one commit. A sale that is handed in again is not listed twice. */
  take(kioskId: KioskId, receipts: readonly Receipt[], epoch: number): readonly Verdict[] {
    const fresh = new Map<BookingId, LostRow>()
    const verdicts = receipts.map((receipt): Verdict => {
      const refusal = refusalOfReceipt(receipt, this.#own, epoch)
      if (refusal) return refusal
      const { house, ...sale } = receipt
      if (this.#isHere({ ...sale, epoch: house.epoch })) return 'here'
      const known = fresh.get(sale.bookingId) ?? this.#rows.get(sale.bookingId)
      if (!known && this.unsettled.length + fresh.size >= UNSETTLED_MAX) return 'no-room'
      const named = { ...sale, epoch: house.epoch, kioskId }
      fresh.set(sale.bookingId, {
        sale: known ? laterOf(known.sale, named) : named,
        settled: known?.settled ?? null,
      })
      return 'named'
    })
    this.#keep([...fresh.values()])
    const refused = verdicts.filter((verdict) => strangers.has(verdict)).length
    if (refused > 0) this.#refused.set(kioskId, this.refusedOf(kioskId) + refused)
    return verdicts
  }

  /** Sales that have arrived with a kiosk's copy after all are no longer lost. */
  prune(): void {
    const here = [...this.#rows.values()].flatMap(({ sale }) => (this.#isHere(sale) ? sale.bookingId : []))
    if (here.length === 0) return
    this.#store.transaction(() => this.#store.write(here.map(dropLost)))
    for (const bookingId of here) this.#rows.delete(bookingId)
  }

  /** Somebody has seen to these. */
  settle(bookingIds: readonly BookingId[], settled: Settlement): void {
    const rows = bookingIds.flatMap((bookingId) => this.#rows.get(bookingId) ?? [])
    this.#keep(rows.filter((row) => !row.settled).map(({ sale }) => ({ sale, settled })))
  }

  view(nowMs: number): RecoveryView['lost'] {
    const { unsettled } = this
    const sales = unsettled
      .toSorted((one, other) => one.confirmedAtMs - other.confirmedAtMs)
      .slice(0, LOST_SHOWN_MAX)
      .map((sale) => this.#viewOf(sale, nowMs))
    return { sales, count: unsettled.length, settled: this.#rows.size - unsettled.length }
  }

  /**
   * What the journal keeps of the lost sales, and the events that keep their seats from being sold twice. `epoch`: the number under which
   * the house goes on.
   */
  events(epoch: number, said: Saying): readonly HouseEvent[] {
    const rows = [...this.#rows.values()]
    const named = rows.map((row): SaleLost => ({ type: 'sale-lost', ...row, epoch }))
    return [...named, ...keptSeats(readerOf(this.#store), rows, said)]
  }

  /**
   * Whether the house has the sale as its receipt says. A command that this house answered itself counts as here, whatever happened to
   * the booking since.
   */
  #isHere(receipt: Omit<LostSale, 'kioskId'>): boolean {
    const { bookingId, commandId } = receipt
    if (isNamed(this.#store, receipt)) return true
    const sold = this.#soldHere(bookingId)
    if (!sold || isLearned(commandId) || this.#store.get('command', commandId)) return sold !== null
    return !isOtherwise(receipt, sold)
  }

  #soldHere(bookingId: BookingId): SoldHere | null {
    const booking = this.#store.get('booking', bookingId)
    if ((booking?.confirmedAtMs ?? null) === null || !booking) return null
    return { state: booking.state, seatIds: booking.lines.map(({ seatId }) => seatId) }
  }

  #keep(rows: readonly LostRow[]): void {
    if (rows.length === 0) return
    this.#store.transaction(() => this.#store.write(rows.map(keepLost)))
    for (const row of rows) this.#rows.set(row.sale.bookingId, row)
  }

  #viewOf(sale: LostSale, nowMs: number): LostView {
    const { commandId: _commandId, epoch: _epoch, staffId, seats, numbers, showId, ...rest } = sale
    const show = this.#store.get('show', showId)
    const venue = show && this.#store.get('venue', show.venueId)
    return {
      ...rest,
      showId,
      title: (show && this.#store.get('listing', show.listingId)?.title) ?? null,
      startsAtMs: show?.startsAtMs ?? null,
      zone: venue?.zone ?? null,
      seats: seats.map(({ label }) => label),
      numbers: [...numbers],
      kiosk: this.#store.get('kiosk', sale.kioskId)?.name ?? sale.kioskId,
      seller: staffName(this.#store, staffId),
      stands: show ? this.#standsOf(sale, nowMs) : 'no-show',
    }
  }

  /** The state of the sale's seats in this house. */
  #standsOf(sale: LostSale, nowMs: number): LostView['stands'] {
    const sold = this.#soldHere(sale.bookingId)
    const hasSeatsHere = sold !== null && hasItsSeats(sold.state)
    if (!hasItsSeats(sale.state)) return hasSeatsHere ? 'sold-here' : 'given-back'
    const reader = readerOf(this.#store)
    const claimants = sale.seats.map(({ seatId }) => reader.claimant(sale.showId, seatId))
    const others = claimants.filter((one) => one !== null && isInTheWay(one, nowMs))
    if (others.some((one) => one?.bookingId !== sale.bookingId)) return 'taken'
    if (hasSeatsHere) return 'other-seats'
    return others.length === 0 ? 'free' : 'held-here'
  }
}

function isInTheWay(claimant: Booking, nowMs: number): boolean {
  return claimStateAt(claimant, nowMs) !== 'available' && !givesWay(claimant, nowMs)
}

/** Verdicts on receipts that do not belong to this house. */
export const strangers: ReadonlySet<Verdict> = new Set<Verdict>([
  'other-house',
  'other-epoch',
  'contradictory',
])

/** Reads the state of now; nothing is cached in it. */
function readerOf(store: Store): Reader {
  const signer = { sign: () => '', publicKeyText: () => '' }
  return new Reader({ store, signer, houseTerms: {}, claims: 'pessimistic' })
}
