// [T4] An exchange where the old seats cover the new ones: nothing to take, perhaps something to give back. Owns where the refund
// goes; a dearer exchange is paid through the ordinary payment forms.

import { useState } from 'react'
import type { Booking } from '../../../shared/domain/booking.ts'
import type { RefundTo } from '../../../shared/domain/refund.ts'
import { howOf } from '../../stores/exchanging.ts'
import type { Exchange } from '../../stores/exchanging.ts'
import { pay } from '../../stores/payment.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './exchange-tender.module.css'
import { TenderForm } from './tender-form.tsx'

interface Props {
  readonly booking: Booking
  readonly exchange: Exchange
  /** Zero or negative. */
  readonly difference: number
}

export function ExchangeTender({ booking, exchange, difference }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const [refundTo, setRefundTo] = useState<RefundTo>('same')
  const sum = money(-difference, booking.totals.currency)
  const words = say('exchange.go', { how: howOf(difference), sum })
  const { customer } = exchange
  return (
    <TenderForm
      booking={booking}
      words={words}
      isFirst
      onTake={() => pay(booking, { mode: 'CASH', tenderedMinor: 0, refundTo })}
    >
      {difference === 0 && <p className={styles.told}>{say('exchange.even')}</p>}
      {difference < 0 && (
        <>
          <p className={styles.told}>{say('exchange.back', { sum })}</p>
          <div role="group" aria-label={say('back.where')} className={styles.choice}>
            <Button isPressed={refundTo === 'same'} onPress={() => setRefundTo('same')}>
              {say('move.same')}
            </Button>
            <Button isPressed={refundTo === 'wallet'} onPress={() => setRefundTo('wallet')}>
              {customer ? say('back.wallet', { name: isolated(customer.name) }) : say('back.newWallet')}
            </Button>
          </div>
        </>
      )}
    </TenderForm>
  )
}
