import { useState } from 'react'
import type { Input } from '../../../shared/contract/operations.ts'
import { ask } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { type Owed, lookForMoney } from '../../stores/money-waiting.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import { HeadWords } from './head-words.tsx'
import styles from './money-screen.module.css'

interface Props {
  readonly owed: readonly Owed[]
  readonly onTold: (words: string | null) => void
}

/** Bookings that ended with customers' money still here: refunded as it was paid, or into a wallet. */
export function OwedList({ owed, onTold }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const { isAsking, giveBack } = useGiveBack(onTold)
  if (owed.length === 0) return <p className={styles.none}>{say('money.owed.none')}</p>
  return (
    <ul className={styles.rows}>
      {owed.map((head) => {
        const { bookingId, amountMinor, currency, state } = head
        return (
          <li key={bookingId} className={styles.row}>
            <HeadWords head={head} more={say(`booking.${state}`)} />
            <span className={styles.sum}>{money(amountMinor, currency)}</span>
            <div className={styles.steps}>
              <Button look="quiet" onPress={() => goTo({ name: 'booking', bookingId })}>
                {say('notice.openBooking')}
              </Button>
              <Button isDisabled={isAsking} onPress={() => void giveBack(head, 'wallet')}>
                {say('money.toWallet')}
              </Button>
              <Button look="next" isDisabled={isAsking} onPress={() => void giveBack(head, 'same')}>
                {say('money.asItCame')}
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function useGiveBack(onTold: Props['onTold']) {
  const say = useSay()
  const formats = useFormats()
  const [isAsking, setAsking] = useState(false)
  const giveBack = async (
    { bookingId, amountMinor, currency, zone }: Owed,
    refundTo: NonNullable<Input<'return-money'>['refundTo']>,
  ) => {
    setAsking(true)
    onTold(null)
    const answer = await ask('return-money', { bookingId, refundTo })
    await lookForMoney()
    setAsking(false)
    if (answer.kind === 'refused') return onTold(refusalText(answer.refusal, say, formats, zone))
    if (answer.kind === 'fault')
      return onTold(say(`notice.fault.${answer.reason}`, { incident: answer.incidentId }))
    onTold(say(`money.given.${refundTo}`, { total: formats.money(amountMinor, currency) }))
  }
  return { isAsking, giveBack }
}
