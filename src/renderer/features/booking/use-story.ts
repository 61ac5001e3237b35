import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import type { BookingId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'
import { followBooking } from '../../stores/follow-booking.ts'

export type Story = Output<'booking-story'>

/** The booking as the house reports it. Null until loaded. */
export function useStory(bookingId: BookingId) {
  const [answer, setAnswer] = useState<Answer<Story> | null>(null)
  const again = () => ask('booking-story', { bookingId }).then(setAnswer)
  useEffect(() => followBooking(() => ask('booking-story', { bookingId }), setAnswer), [bookingId])
  return { answer, again }
}
