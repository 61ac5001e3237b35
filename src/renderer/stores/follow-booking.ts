import type { Booking } from '../../shared/domain/booking.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { onShowNews } from './shows.ts'

/** A booking shown on a screen, loaded now and whenever its show is updated: another window may have changed it. */
export function followBooking<Told extends { readonly booking: Booking }>(
  askForIt: () => Promise<Answer<Told>>,
  hear: (answer: Answer<Told>) => void,
): () => void {
  let isCurrent = true
  let showId: ShowId | null = null
  const look = async () => {
    const answer = await askForIt()
    if (!isCurrent) return
    if (answer.kind === 'done') ({ showId } = answer.value.booking)
    hear(answer)
  }
  void look()
  const stop = onShowNews(
    () => showId,
    () => void look(),
  )
  return () => {
    isCurrent = false
    stop()
  }
}
