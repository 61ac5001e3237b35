import { z } from 'zod'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { amount, bookingState, currency, instant } from './shapes.ts'

/** [L6] Only of a hotel's booking: the rooms and nights that its seats are, in the same order. */
export const rooms = z.array(z.object({ number: z.string(), startsAtMs: instant })).exactOptional()

/** A booking as an entry of a list. `startsAtMs`: of its show, or of its guest's first night. */
export const bookingHead = z.object({
  bookingId: id.bookingId,
  showId: id.showId,
  state: bookingState,
  purpose: z.enum(['hold', 'reservation']),
  title: z.string(),
  venue: z.string(),
  zone: z.string(),
  startsAtMs: instant,
  seats: z.array(z.string()),
  rooms,
  totalMinor: amount,
  currency,
  customer: z.string().nullable(),
  kioskId: id.kioskId,
  reservedAtMs: instant,
})
export type BookingHead = Frozen<z.output<typeof bookingHead>>
