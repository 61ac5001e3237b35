import { Field } from '../../ui/field.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './put-on-sale.module.css'
import { type SaleForm, startsAtMs } from './sale-form.ts'

interface Props {
  readonly form: Pick<SaleForm, 'day' | 'time'>
  readonly zone: string
  readonly change: (part: { readonly day?: string; readonly time?: string }) => void
}

/** When it begins. The browser's field for a day speaks the browser's language: what it came to is spelled out in the app's. */
export function StartFields({ form, zone, change }: Props) {
  const say = useSay()
  const { clock, wholeDay } = useFormats()
  const atMs = startsAtMs(form, zone)
  return (
    <div className={styles.start}>
      <div className={styles.pair}>
        <Field label={say('import.startDay')}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              value={form.day}
              onChange={({ currentTarget }) => change({ day: currentTarget.value })}
            />
          )}
        </Field>
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
    </div>
  )
}
