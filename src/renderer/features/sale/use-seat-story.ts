import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import type { SeatId, ShowId } from '../../../shared/domain/ids.ts'
import { seatStateCode } from '../../../shared/domain/seat-state.ts'
import { ask } from '../../box-office.ts'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useEvery } from '../../ui/use-hub-now.ts'

export type Holder = NonNullable<Output<'seat-story'>['holder']>

/** A hold that is extended changes no seat, so nobody is told: looked at again while it is on the screen. */
const AGAIN_MS = 4000

/** Who has a seat, as far as this desk may know; asked anew with every change of it. Null: nobody, or not known yet. */
export function useSeatStory(showId: ShowId, seatId: SeatId, code: number): Holder | null {
  // A customer is not told who has what.
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
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another state, or another look, is asked about anew
  }, [showId, seatId, isTaken, code, times])
  return isTaken && told?.seatId === seatId ? told.holder : null
}
