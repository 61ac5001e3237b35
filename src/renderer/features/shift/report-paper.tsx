// The report as paper: A4 or a roll of 80 mm, black on white. Owns its words and order of parts; the figures are the house's.

import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './report-paper.module.css'
import { type Report, type ReportPart, partsOf } from './report-rows.ts'

interface Props {
  readonly told: Report
  readonly sheet: 'a4' | 'roll'
}

export function ReportPaper({ told, sheet }: Props) {
  const say = useSay()
  const { number: format } = useFormats()
  const { shift, report, reason } = told
  const isZ = shift.state === 'closed'
  const isBlind = report.currencies.some(({ expectedMinor }) => expectedMinor === null)
  const figures = [
    ['report.bookings', format(report.bookings)],
    ['report.tickets', format(report.tickets)],
    ['report.first', report.first ?? say('report.none')],
    ['report.last', report.last ?? say('report.none')],
    ['report.voids', format(report.voids)],
    ['report.copies', format(report.copies)],
    ['report.noSales', format(report.noSales)],
  ] as const
  return (
    <article className={styles.paper} data-sheet={sheet}>
      <header>
        <h1 className={styles.title}>{say(isZ ? 'report.z' : 'report.x', { number: shift.number })}</h1>
        <p>{isolated(report.venue)}</p>
        {!isZ && <p className={styles.note}>{say(isBlind ? 'report.blind' : 'report.xNote')}</p>}
      </header>
      <Times told={told} />
      <dl className={styles.rows}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd>{isolated(value)}</dd>
          </div>
        ))}
      </dl>
      {report.currencies.map((part) => (
        <Parts key={part.currency} currency={part.currency} parts={partsOf(part, shift.counts)} />
      ))}
      {reason && (
        <p className={styles.reason}>
          {say('report.reason')}: <bdi>{reason}</bdi>
        </p>
      )}
      {isZ && <p className={styles.signed}>{say('report.signed')}</p>}
      <footer className={styles.anchor}>
        <p>{say('report.anchor', { sequence: told.anchor.sequence })}</p>
        <p dir="ltr">{told.anchor.hash}</p>
      </footer>
    </article>
  )
}

function Times({ told: { shift, report, closedBy, atMs } }: { readonly told: Report }) {
  const say = useSay()
  const { day, clock } = useFormats()
  const at = (ms: number) => `${day(ms, report.zone)} ${clock(ms, report.zone)}`
  const end = shift.closedAtMs
  return (
    <dl className={styles.rows}>
      <div>
        <dt>{say('report.desk')}</dt>
        <dd>{isolated(shift.kioskId)}</dd>
      </div>
      <div>
        <dt>{say('report.opened')}</dt>
        <dd>
          {at(shift.openedAtMs)} · {isolated(report.openedBy)}
        </dd>
      </div>
      <div>
        <dt>{say(end === null ? 'report.drawnUp' : 'report.closed')}</dt>
        <dd>
          {at(end ?? atMs)}
          {closedBy !== null && ` · ${isolated(closedBy)}`}
        </dd>
      </div>
    </dl>
  )
}

interface PartsProps {
  readonly currency: Report['report']['currencies'][number]['currency']
  readonly parts: readonly ReportPart[]
}

function Parts({ currency, parts }: PartsProps) {
  const say = useSay()
  const { money, number: format } = useFormats()
  return parts.map(({ title, rows }) => (
    <section key={title} className={styles.part}>
      <h2>{say(title)}</h2>
      <dl className={styles.rows}>
        {rows.map(({ label, count, amountMinor, isSum }) => {
          const words = typeof label === 'string' ? say(label) : label.name
          return (
            <div key={words} data-sum={isSum || undefined}>
              <dt>
                {words}
                {count !== undefined && <span className={styles.count}> × {format(count)}</span>}
              </dt>
              <dd dir={amountMinor === null ? undefined : 'ltr'}>
                {amountMinor === null ? say('report.hidden') : money(amountMinor, currency)}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  ))
}
