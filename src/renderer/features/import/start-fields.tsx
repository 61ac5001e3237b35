import { useStore } from 'zustand'
import { dateInZone } from '../../../shared/lib/zone-day.ts'
import { boxOffice } from '../../box-office.ts'
import { shows } from '../../stores/shows.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './put-on-sale.module.css'
import { type SaleForm, clashAt, startsAtMs } from './sale-form.ts'

interface Props {
  readonly form: Pick<SaleForm, 'day' | 'time'>
  readonly zone: string
  /** `new`, or a venue's id. */
  readonly venue: string
  readonly change: (part: { readonly day?: string; readonly time?: string }) => void
}

/** When the show begins, with the resulting weekday and the time zone spelled out [E3]. */
export function StartFields({ form, zone, venue, change }: Props) {
  const say = useSay()
  const { clock, wholeDay } = useFormats()
  const atMs = startsAtMs(form, zone)
  return (
    <div className={styles.start}>
      <div className={styles.pair}>
        <DateField
          label={say('import.startDay')}
          day={form.day}
          onDay={(day) => change({ day })}
          today={dateInZone(boxOffice.hubNowMs(), zone)}
        />
        <Field label={say('import.startTime')}>
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              dir="ltr"
              placeholder="19:30"
              value={form.time}
              onChange={({ currentTarget }) => change({ time: currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <p className={styles.begins} role="status">
        {atMs !== null &&
          say('import.begins', { day: wholeDay(atMs, zone), time: clock(atMs, zone), zone: isolated(zone) })}
      </p>
      <Clash atMs={atMs} zone={zone} venue={venue} />
    </div>
  )
}

/**
 * To the house an imported plan is a hall of its own; only people know whether it is an existing one. So a clash is shown, never
 * refused.
 */
function Clash({ atMs, zone, venue }: Pick<Props, 'zone' | 'venue'> & { readonly atMs: number | null }) {
  const say = useSay()
  const { clock, day } = useFormats()
  const row = clashAt(useStore(shows).rows.values(), venue, atMs)
  if (!row) return <p role="status" />
  const time = `${day(row.startsAtMs, zone)} ${clock(row.startsAtMs, zone)}`
  return (
    <p role="status" className={styles.problem}>
      {say('import.clash', { title: isolated(row.title), time: isolated(time) })}
    </p>
  )
}
