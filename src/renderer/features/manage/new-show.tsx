// One new show, modelled on an existing one [A3]: its listing, hall, prices and time. Owns what is typed and what happens to it; a
// series of shows has a screen of its own.

import { type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import type { ListingRow } from '../../../shared/contract/row-operations.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import { dateInZone } from '../../../shared/lib/zone-day.ts'
import { boxOffice } from '../../box-office.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { readClock } from '../../ui/read-clock.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { listingSource } from './listing-source.ts'
import styles from './new-row.module.css'
import { ReadingRows } from './reading-rows.tsx'
import { ListingField, ModelField } from './show-fields.tsx'
import { type ShowDraft, type ShowWish, wishOf } from './show-wish.ts'
import { useNewLine } from './use-new-line.ts'
import { useRows } from './use-rows.ts'

interface Props {
  readonly onMade: (changeId: ChangeId) => void
  readonly onClose: () => void
}

export function NewShow(props: Props) {
  const { rows, read, failed, readAll } = useRows(listingSource)
  return rows ? (
    <ShowForm {...props} listings={rows} />
  ) : (
    <ReadingRows {...{ read, failed }} onAgain={readAll} />
  )
}

function ShowForm({ listings, onMade, onClose }: Props & { readonly listings: readonly ListingRow[] }) {
  const say = useSay()
  const { rows } = useStore(shows)
  const [draft, setDraft] = useState<ShowDraft>({ isOnSale: true })
  const wish = wishOf(draft, listings, rows.values(), boxOffice.hubNowMs())
  const { save, form, isSaving, problemOf, told, clash } = useSaving(wish, { onMade, onClose })
  const change = (part: Partial<ShowDraft>) => setDraft({ ...draft, ...part })
  const zone = wish.model?.zone ?? 'UTC'
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
      <ListingField listings={listings} value={wish.listing} onChange={(listing) => change({ listing })} />
      <ModelField wish={wish} onChange={(like) => change({ like })} />
      <div className={styles.pair}>
        <DateField
          label={say('import.startDay')}
          day={wish.day}
          onDay={(day) => change({ day })}
          today={dateInZone(boxOffice.hubNowMs(), zone)}
        />
        <Field label={say('import.startTime')} problem={problemOf('start')}>
          {(ids) => (
            <input
              {...ids}
              dir="ltr"
              autoComplete="off"
              maxLength={10}
              value={wish.time}
              onChange={({ currentTarget }) => change({ time: currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <p className={styles.hint}>
        {wish.model
          ? `${say('series.alike')} ${say('series.zone', { zone: isolated(zone) })}`
          : say('series.noModel')}
      </p>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={wish.isOnSale}
          onChange={({ currentTarget }) => change({ isOnSale: currentTarget.checked })}
        />
        {say('series.onSale')}
      </label>
      <p role="alert" className={styles.failed}>
        {told}
      </p>
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button
          type="submit"
          look="next"
          isPending={isSaving}
          isDisabled={!wish.model || wish.day === '' || wish.time.trim() === ''}
        >
          {say(clash === null ? 'table.make' : 'table.makeStill')}
        </Button>
      </DialogButtons>
    </form>
  )
}

function useSaving({ listing, model, day, time, isOnSale }: ShowWish, { onMade, onClose }: Props) {
  const say = useSay()
  const { day: dayText, clock: clockText } = useFormats()
  const { make, wrong, clash, failed, ...going } = useNewLine('shows')
  const [isClock, setClock] = useState(true)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const clock = readClock(time)
    setClock(clock !== null)
    if (clock === null || !model) return
    const active = isOnSale ? 'yes' : 'no'
    const cells = { show: '', like: String(model.showId), listing, start: `${day}T${clock}`, active }
    const changeId = await make(cells)
    if (!changeId) return
    onMade(changeId)
    onClose()
  }
  const problemOf = (column: string): string | null => {
    if (!isClock) return say('import.badTime', { text: isolated(time.trim()) })
    return wrong?.column === column && wrong.problem !== 'there'
      ? say(`sheet.problem.${wrong.problem}`)
      : null
  }
  const at = (atMs: number, zone: string) => `${dayText(atMs, zone)} ${clockText(atMs, zone)}`
  const clashText =
    clash === null || !model
      ? null
      : say('series.mark.clash', { time: isolated(at(Date.parse(clash), model.zone)) })
  const elsewhere = problemOf('like') ?? problemOf('listing')
  return { save, problemOf, told: clashText ?? (isClock ? elsewhere : null) ?? failed, clash, ...going }
}
