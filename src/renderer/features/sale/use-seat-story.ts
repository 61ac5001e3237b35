import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import type { SeatId, ShowId } from '../../../shared/domain/ids.ts'
import { seatStateCode } from '../../../shared/domain/seat-state.ts'
import { ask } from '../../box-office.ts'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useEvery } from '../../ui/use-hub-now.ts'

export type Holder = NonNullable<Output<'seat-story'>['holder']>

/** Extending a hold changes no seat state, so no event arrives: polled while it is on the screen. */
const AGAIN_MS = 4000

/** Who has a seat, as far as this desk may know; asked again whenever its state changes. Null if nobody, or not known yet. */
export function useSeatStory(showId: ShowId, seatId: SeatId, code: number): Holder | null {
  // Customers are not told who has which seat.
  const mayKnow = !useIsCustomers()
  const isTaken = mayKnow && code !== seatStateCode.available && code !== seatStateCode.blocked
  const [told, setTold] = useState<{ readonly seatId: SeatId; readonly holder: Holder | null } | null>(null)
  const [times, setTimes] = useState(0)
  useEvery(AGAIN_MS, isTaken && code !== seatStateCode.sold, () => setTimes(times + 1))
  useEffect(() => {
    if (!isTaken) return undefined
    let isWanted = true
    void ask('seat-story', { showId, seatId }).then((answer) => {
      if (isWanted && answer.kind === 'done') setTold({ seatId, ...answer.value })
    })
    return () => {
      isWanted = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- asked again at each state and each look
  }, [showId, seatId, isTaken, code, times])
  return isTaken && told?.seatId === seatId ? told.holder : null
}
