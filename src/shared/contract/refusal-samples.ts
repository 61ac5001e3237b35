// One of every refusal, with facts as they come: what tests send over a wire, and what docs/booking-rules.md words.

import { type Refusal, inputProblems } from '../domain/refusal.ts'

const place = { section: 'Stalls', path: 'zones[0]' }
const amounts = { dueMinor: 420_00, tenderedMinor: 400_00, currency: 'INR' } as const
export const everyRefusal: readonly Refusal[] = [
  { code: 'SEAT_NOT_AVAILABLE', seats: [{ seatId: 0 as never, label: 'A1', reason: 'paying' }] },
  { code: 'SINGLE_SEAT', seats: ['A1'] },
  { code: 'LADIES_ONLY', seats: ['3A'] },
  { code: 'COMPANION_ONLY', seats: ['X2'] },
  { code: 'TOO_MANY_SEATS', asked: 11, limit: 10, left: 3 },
  { code: 'SHOW_CLOSED', reason: 'inactive', closedAtMs: 1 },
  { code: 'SHOW_CLOSED', reason: 'sales-over', closedAtMs: 1 },
  { code: 'HOLD_EXPIRED', expiredAtMs: 1, taken: ['A1'] },
  { code: 'ALREADY_EXTENDED', extendedAtMs: 1 },
  { code: 'NOT_YOURS', bookingId: 'b' as never },
  { code: 'NO_TICKETS', state: 'refunded' },
  { code: 'WRONG_STATE', from: 'confirmed', to: 'deleted' },
  { code: 'NOT_FOUND', what: 'booking', id: 'b' },
  { code: 'NOT_FOUND', what: 'wallet', id: '7' },
  ...inputProblems.map((problem) => ({ code: 'INVALID_INPUT', field: 'any', problem, detail: '' }) as const),
  { code: 'INVALID_COUPON', coupon: 'X', reason: 'used-up' },
  { code: 'PAYMENT_FAILED', reason: 'too-little', ...amounts },
  { code: 'PAYMENT_FAILED', reason: 'balance', ...amounts },
  { code: 'PAYMENT_IN_FLIGHT', untilMs: 1 },
  { code: 'MONEY_DUE', amountMinor: 100_00, currency: 'INR' },
  { code: 'PROOF_UNREVIEWED', amountMinor: 100_00, currency: 'INR' },
  { code: 'REFUND_TOO_LARGE', amountMinor: 6000_00, limitMinor: 5000_00, currency: 'INR' },
  { code: 'SHOW_ON_SALE', salesCloseAtMs: 1 },
  { code: 'SHIFT_STATE', kioskId: 'desk-1' as never, state: 'closed' },
  { code: 'SHIFT_STATE', kioskId: 'desk-1' as never, state: 'open' },
  { code: 'SHIFT_STATE', kioskId: 'desk-1' as never, state: 'counted' },
  {
    code: 'SHIFT_BLOCKED',
    bookings: [{ bookingId: 'b' as never, showId: 1 as never, seats: ['A1'], isPaying: false }],
  },
  { code: 'CONCURRENT_MODIFICATION', what: 'prices' },
  { code: 'CONCURRENT_MODIFICATION', what: 'seats', seats: ['A1'] },
  { code: 'NOT_ALLOWED', role: 'gate' },
  { code: 'SIGN_IN_REQUIRED' },
  { code: 'WRONG_PIN', left: 3, untilMs: null },
  { code: 'SIGN_IN_LOCKED', of: 'kiosk', untilMs: 1 },
  { code: 'ADMIN_FIRST' },
  { code: 'LAST_ADMIN' },
  { code: 'COMMAND_REUSED', commandId: 'c' },
  { code: 'PLAN_REFUSED', findings: [{ code: 'overlap', count: 1, places: [place] }] },
  { code: 'BUSY', limit: 'subscriptions' },
]
