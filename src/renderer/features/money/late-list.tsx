import type { Slip } from '../../stores/money-waiting.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { lateText } from '../../ui/late-text.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { HeadWords } from './head-words.tsx'
import styles from './money-screen.module.css'

/** [P8] Each slip says where the money went: to the same seats, other seats, or a wallet. */
export function LateList({ slips }: { readonly slips: readonly Slip[] }) {
  const say = useSay()
  const formats = useFormats()
  if (slips.length === 0) return <p className={styles.none}>{say('money.late.none')}</p>
  return (
    <ul className={styles.rows}>
      {slips.map((slip) => {
        const bookingId = slip.rescue?.bookingId ?? slip.bookingId
        return (
          <li key={`${slip.bookingId} ${slip.atMs}`} className={styles.row}>
            <HeadWords
              head={slip}
              more={`${formats.clock(slip.atMs, slip.zone)} · ${lateText(slip, say, formats)}`}
            />
            <span className={styles.sum}>{formats.money(slip.amountMinor, slip.currency)}</span>
            <div className={styles.steps}>
              <Button look="quiet" onPress={() => goTo({ name: 'booking', bookingId })}>
                {say('notice.openBooking')}
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
