import type { TicketView } from '../../shared/contract/shapes.ts'
import { useFormats, useSay } from './words.tsx'
import { QrCode } from './qr-code.tsx'
import styles from './ticket-paper.module.css'

/** One ticket, as it prints: black on white in every scheme. */
export function TicketPaper({ ticket }: { readonly ticket: TicketView }) {
  const say = useSay()
  const { clock, day, money } = useFormats()
  const {
    title,
    venue,
    section,
    label,
    ticketType,
    priceMinor,
    currency,
    number,
    code,
    startsAtMs,
    zone,
    copy,
  } = ticket
  return (
    <article className={styles['paper']} aria-label={say('ticket.number', { number })}>
      <header>
        {copy > 0 && <p className={styles['copy']}>{say('ticket.copy', { copy })}</p>}
        <h2 className={styles['title']}>
          <bdi>{title}</bdi>
        </h2>
        <p className={styles['when']}>
          {day(startsAtMs, zone)} · <strong>{clock(startsAtMs, zone)}</strong>
        </p>
        <p>
          <bdi>{venue}</bdi>
        </p>
      </header>
      <div className={styles['place']}>
        <p className={styles['section']}>
          <bdi>{section}</bdi>
        </p>
        <p className={styles['seat']}>
          <bdi>{label}</bdi>
        </p>
        <p>
          <bdi>{ticketType}</bdi> · {money(priceMinor, currency)}
        </p>
      </div>
      <QrCode text={code} label={say('ticket.code', { number })} />
      <p className={styles['number']} dir="ltr">
        {number}
      </p>
    </article>
  )
}
