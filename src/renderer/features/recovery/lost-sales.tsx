// [SYNC 4.7] Sales that were confirmed to a kiosk but are missing in this house: which booking, whose, and what to do about it. Owns
// the display and which sales somebody marks as settled; the house decides whether they are.

import { useState } from 'react'
import type { RecoveryView } from '../../../shared/contract/recovery-news.ts'
import { Button } from '../../ui/button.tsx'
import table from '../../ui/plain-table.module.css'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { SettleSales } from './settle-sales.tsx'
import styles from './recovery-screen.module.css'

type Sale = RecoveryView['lost']['sales'][number]

export function LostSales({ state, zone }: { readonly state: RecoveryView; readonly zone: string }) {
  const say = useSay()
  const { number } = useFormats()
  const [asked, setAsked] = useState<readonly Sale[]>([])
  const { sales, count, settled } = state.lost
  if (count + settled === 0) return null
  return (
    <section className={styles.lost} aria-labelledby="lost-title">
      <h2 id="lost-title">{say('recovery.lost.title')}</h2>
      {count > 0 && (
        <p className={styles.lead} role="alert">
          {say('recovery.lost.text', { count })}
        </p>
      )}
      {count > 0 && (
        <table className={table['table']}>
          <thead>
            <tr>
              {(['sale', 'what', 'paid', 'sold', 'deed'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`recovery.lost.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sales.map((sale) => (
              <SaleRow key={sale.bookingId} sale={sale} zone={zone} onSettle={() => setAsked([sale])} />
            ))}
          </tbody>
        </table>
      )}
      {count > sales.length && (
        <p>{say('recovery.lost.more', { shown: number(sales.length), count: number(count) })}</p>
      )}
      {settled > 0 && <p className={styles.quiet}>{say('recovery.lost.settled', { count: settled })}</p>}
      {sales.length > 1 && (
        <div className={styles.deeds}>
          <Button onPress={() => setAsked(sales)}>{say('recovery.settle.all')}</Button>
        </div>
      )}
      {asked.length > 0 && <SettleSales state={state} sales={asked} onClose={() => setAsked([])} />}
    </section>
  )
}

interface RowProps {
  readonly sale: Sale
  readonly zone: string
  readonly onSettle: () => void
}

function SaleRow({ sale, zone, onSettle }: RowProps) {
  const say = useSay()
  const { clock, day, money } = useFormats()
  const { numbers, bookingId, title, startsAtMs, showId, seats, ways, currency, stands, confirmedAtMs } = sale
  const venueZone = sale.zone ?? zone
  const name = numbers[0] ?? bookingId
  const who = { kiosk: isolated(sale.kiosk), seller: isolated(sale.seller) }
  return (
    <tr>
      <th scope="row">
        {(numbers.length > 0 ? numbers : [bookingId]).map((one) => (
          <bdi key={one} className={styles.line}>
            {one}
          </bdi>
        ))}
      </th>
      <td>
        <bdi className={styles.line}>
          {title ?? say('recovery.lost.no-show', { show: isolated(String(showId)) })}
        </bdi>
        {startsAtMs !== null && (
          <span className={styles.line}>
            {day(startsAtMs, venueZone)} {clock(startsAtMs, venueZone)}
          </span>
        )}
        <bdi className={styles.line}>{seats.join(', ')}</bdi>
      </td>
      <td>
        {ways.map(({ mode, amountMinor }, at) => (
          <span key={`${at} ${mode}`} className={styles.line}>
            {say(`mode.${mode}`)} {money(amountMinor, currency)}
          </span>
        ))}
      </td>
      <td>
        <span className={styles.line}>
          {day(confirmedAtMs, venueZone)} {clock(confirmedAtMs, venueZone)}
        </span>
        <span className={styles.line}>
          {sale.seller === '' ? say('recovery.lost.at', who) : say('recovery.lost.by', who)}
        </span>
      </td>
      <td>
        <p>{say(`recovery.stands.${stands}`)}</p>
        <Button label={say('recovery.settle.one', { sale: isolated(name) })} onPress={onSettle}>
          {say('recovery.settle')}
        </Button>
      </td>
    </tr>
  )
}
