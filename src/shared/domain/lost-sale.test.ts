import { expect, test } from 'vitest'
import type { BookingId, CommandId, KioskId, SeatId, ShowId, StaffId } from './ids.ts'
import {
  type HouseName,
  type LostSale,
  type Receipt,
  isOtherwise,
  laterOf,
  refusalOfReceipt,
} from './lost-sale.ts'

const own: HouseName = { root: 'root', epoch: 2, storeId: 'b' }
const seat = (seatId: number) => ({ seatId: seatId as SeatId, label: `A${seatId}`, section: 'Stalls' })
const receipt: Receipt = {
  house: own,
  commandId: 'c1' as CommandId,
  bookingId: 'b1' as BookingId,
  showId: 1 as ShowId,
  state: 'confirmed',
  seats: [seat(1), seat(2)],
  numbers: ['N1', 'N2'],
  currency: 'INR',
  totalMinor: 2,
  ways: [{ mode: 'CASH', amountMinor: 2 }],
  confirmedAtMs: 5,
  staffId: 1 as StaffId,
}
const by = (house: Partial<HouseName>) =>
  refusalOfReceipt({ ...receipt, house: { ...own, ...house } }, own, 4)

test('[SYNC 4.7] a receipt is this house’s where its house began with the same row and had a number before this one', () => {
  expect(by({})).toBeNull()
  // Sold after an earlier restore, which is not in the backup either.
  expect(by({ epoch: 3, storeId: 'c' })).toBeNull()
  expect(by({ epoch: 1, storeId: null })).toBeNull()
})

test('[SYNC 4.7] that of another house, or of another that came from the same backup, is none of ours', () => {
  expect(by({ root: 'other' })).toBe('other-house')
  expect(by({ storeId: 'x' })).toBe('other-epoch')
  expect(by({ epoch: 4, storeId: 'x' })).toBe('other-epoch')
  expect(by({ epoch: 5, storeId: 'b' })).toBe('other-epoch')
})

test('[SYNC 4.7] one that says two things is believed in none', () => {
  const wrong = (change: Partial<Receipt>) => refusalOfReceipt({ ...receipt, ...change }, own, 4)
  expect(wrong({ seats: [seat(1), seat(1)] })).toBe('contradictory')
  expect(wrong({ numbers: ['N1', 'N1'] })).toBe('contradictory')
  expect(wrong({ numbers: ['N1'] })).toBe('contradictory')
  // A booking that was given back has no seats any more, but its tickets still have numbers.
  expect(wrong({ state: 'refunded', seats: [] })).toBeNull()
})

test('[SYNC 4.7] of two receipts of one booking the later counts, and what was cancelled is sold no more', () => {
  const { house: _house, ...sale } = receipt
  const sold: LostSale = { ...sale, kioskId: 'kiosk-a' as KioskId }
  const later = { ...sold, commandId: 'c2' as CommandId }
  const cancelled: LostSale = { ...sold, commandId: 'c0' as CommandId, state: 'cancelled' }
  expect(laterOf(sold, later)).toBe(later)
  expect(laterOf(later, sold)).toBe(later)
  expect(laterOf(later, cancelled)).toBe(cancelled)
  expect(laterOf(cancelled, later)).toBe(cancelled)
})

test('[SYNC 4.7] a sale is here as its receipt has it where both have the same seats, or ended alike', () => {
  const seatIds = [1, 2] as SeatId[]
  const is = (change: Partial<Receipt>, here: Partial<Parameters<typeof isOtherwise>[1]> = {}) =>
    isOtherwise({ ...receipt, ...change }, { state: 'confirmed', seatIds, ...here })
  expect(is({})).toBe(false)
  // After the show it still has its seats.
  expect(is({}, { state: 'completed' })).toBe(false)
  expect(is({ seats: [seat(1), seat(3)] })).toBe(true)
  expect(is({ seats: [seat(1)] })).toBe(true)
  expect(is({ state: 'cancelled' })).toBe(true)
  expect(is({ state: 'refunded', seats: [] }, { state: 'refunded' })).toBe(false)
  expect(is({ state: 'cancelled' }, { state: 'refunded' }), 'here it went further').toBe(false)
  expect(is({}, { state: 'cancelled' })).toBe(true)
})
