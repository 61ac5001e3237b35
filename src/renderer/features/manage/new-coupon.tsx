// The fields a new coupon needs [P4]: its code, what it takes off and how much at most, its days. Owns the fields; everything else is
// set in the table.

import { type FormEvent, type HTMLAttributes, useState } from 'react'
import { MINUTE_MS } from '../../../shared/lib/time.ts'
import { dateInZone, dayBegins, daysOn } from '../../../shared/lib/zone-day.ts'
import { boxOffice } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useSay } from '../../ui/words.tsx'
import { amountCell } from './amount-cell.ts'
import styles from './new-row.module.css'
import { useCurrency, useZone } from './use-currency.ts'
import type { MadeRow } from './use-changes.ts'
import { useNewLine } from './use-new-line.ts'

/** The default validity. */
const VALID_DAYS = 30
/** The contract's limits. */
const lengths = { code: 50, percent: 12, most: 16 } as const

interface Props {
  readonly onMade: (row: MadeRow) => void
  readonly onClose: () => void
}

interface Draft {
  readonly code: string
  readonly percent: string
  readonly most: string
  readonly from: string
  readonly until: string
}

export function NewCoupon({ onMade, onClose }: Props) {
  const say = useSay()
  const zone = useZone()
  const today = dateInZone(boxOffice.hubNowMs(), zone)
  const [draft, setDraft] = useState<Draft>({
    code: '',
    percent: '',
    most: '',
    from: today,
    until: daysOn(today, VALID_DAYS),
  })
  const { save, form, isSaving, problemOf, failed } = useSaving(draft, { onMade, onClose })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const text = (field: keyof typeof lengths, about: HTMLAttributes<HTMLInputElement>) => (
    <Field label={say(`coupons.${field}`)} problem={problemOf(field)}>
      {(ids) => (
        <input
          {...ids}
          {...about}
          dir="ltr"
          autoComplete="off"
          maxLength={lengths[field]}
          value={draft[field]}
          onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
        />
      )}
    </Field>
  )
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
      {text('code', { autoFocus: true })}
      <div className={styles.pair}>
        {text('percent', { inputMode: 'decimal' })}
        {text('most', { inputMode: 'decimal' })}
      </div>
      <div className={styles.pair}>
        {(['from', 'until'] as const).map((end) => (
          <DateField
            key={end}
            label={say(`coupons.${end}`)}
            day={draft[end]}
            onDay={(day) => change({ [end]: day })}
            today={today}
          />
        ))}
      </div>
      <p role="alert" className={styles.failed}>
        {problemOf('until') ?? failed}
      </p>
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button
          type="submit"
          look="next"
          isPending={isSaving}
          isDisabled={Object.values(draft).some((one) => one.trim() === '')}
        >
          {say('table.make')}
        </Button>
      </DialogButtons>
    </form>
  )
}

function useSaving(draft: Draft, { onMade, onClose }: Props) {
  const say = useSay()
  const zone = useZone()
  const currency = useCurrency()
  const { make, wrong, ...going } = useNewLine('coupons')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const changeId = await make({
      code: draft.code.trim(),
      percent: draft.percent,
      discount_max: amountCell(draft.most, currency),
      valid_from: instantText(dayBegins(draft.from, zone)),
      valid_until: instantText(endOf(draft.until, zone)),
      active: 'yes',
    })
    if (!changeId) return
    onMade({ id: draft.code.trim().toUpperCase(), changeId })
    onClose()
  }
  const problemOf = (field: keyof Draft): string | null => {
    if (!wrong || fieldOf(wrong.column) !== field) return null
    return wrong.problem === 'there' ? say('coupons.there') : say(`sheet.problem.${wrong.problem}`)
  }
  return { save, problemOf, ...going }
}

/** The field for a spreadsheet column; a problem of any other column is shown at the last field. */
function fieldOf(column: string): keyof Draft {
  if (column === 'code' || column === 'percent') return column
  return column === 'discount_max' ? 'most' : 'until'
}

/** The last minute of a day. */
function endOf(day: string, zone: string): number | null {
  const nextMs = dayBegins(daysOn(day, 1), zone)
  return nextMs === null ? null : nextMs - MINUTE_MS
}

function instantText(atMs: number | null): string {
  return atMs === null ? '' : new Date(atMs).toISOString()
}
