import { useState } from 'react'
import type { Booking } from '../../../shared/domain/booking.ts'
import { paidMinor } from '../../../shared/domain/tender.ts'
import { leaveMoney, releaseSeats, sale } from '../../stores/sale.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { unitOf } from '../../ui/unit-of.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { ReleaseQuestion } from './release-question.tsx'

/** [P5] What was paid towards another choice goes back first, with the seats, and is asked about as when the cart is released. */
export function GiveBack({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const { money } = useFormats()
  const [asks, setAsks] = useState(false)
  const row = shows.getState().rows.get(booking.showId)
  return (
    <>
      <Button onPress={() => setAsks(true)}>
        {say('back.yes', { total: money(paidMinor(booking.payments), booking.totals.currency) })}
      </Button>
      <ReleaseQuestion
        isOpen={asks}
        onClose={() => setAsks(false)}
        unit={unitOf(row?.sort)}
        zone={row?.zone ?? 'UTC'}
        booking={booking}
        onYes={release}
      />
    </>
  )
}

/** Pressed while paying, too: without a cart there is nothing to pay. */
async function release(): Promise<void> {
  await releaseSeats()
  if (!sale.getState().booking) leaveMoney()
}
