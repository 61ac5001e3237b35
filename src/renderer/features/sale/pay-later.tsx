import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import { paidMinor } from '../../../shared/domain/tender.ts'
import { payLater } from '../../stores/payment.ts'
import { sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useSteps } from '../../ui/use-steps.ts'
import { useSay } from '../../ui/words.tsx'
import { CustomerDialog } from './customer-dialog.tsx'
import { useLetters } from './mode-keys.ts'
import { useExchange } from './use-exchange.ts'

/** [H16] For a booking by telephone: the seats are reserved for a customer with a name. */
export function PayLater({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const { asking, customerId } = useStore(sale)
  const [asks, setAsks] = useState(false)
  const { exchange } = useExchange()
  const isCustomers = useIsCustomers()
  const mayWait = booking.purpose === 'hold' && paidMinor(booking.payments) === 0
  const isOffered = mayWait && !exchange && !isCustomers
  const begin = () => {
    if (!isOffered || asking !== null) return
    if (customerId === null) setAsks(true)
    else void payLater()
  }
  useSteps([{ id: 'later', words: say('pay.later'), keys: [], run: begin, isOffered }])
  useLetters({ l: begin })
  return (
    <>
      {isOffered ? (
        <Button isDisabled={asking !== null} onPress={begin} shortcut="L">
          <CalendarClock size={18} aria-hidden /> {say('pay.later')}
        </Button>
      ) : (
        <span />
      )}
      {asks && (
        <CustomerDialog
          title={say('pay.later.whose')}
          isNamed
          onClose={() => setAsks(false)}
          onChosen={() => {
            if (sale.getState().customerId !== null) void payLater()
          }}
        />
      )}
    </>
  )
}
