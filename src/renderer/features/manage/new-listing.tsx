// What a listing must have before there is one: what it is and what it is called; and what one of its kind may say of itself. Owns what is
// typed and what becomes of it; pictures and all else are set in the table.

import { type FormEvent, useState } from 'react'
import type { ListingSort } from '../../../shared/domain/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { DialogButtons } from '../../ui/dialog.tsx'
import { useSay } from '../../ui/words.tsx'
import { amountCell } from './amount-cell.ts'
import { type ListingDetail, detailsOfSort } from './listing-details.ts'
import { type ListingText, SortField, TextField } from './listing-fields.tsx'
import styles from './new-row.module.css'
import { useCurrency } from './use-currency.ts'
import { useNewLine } from './use-new-line.ts'

interface Props {
  /** Of the newest there is: who makes one film makes the next; left out: there is none. */
  readonly sort: ListingSort | undefined
  readonly onMade: () => void
  readonly onClose: () => void
}

interface Draft {
  readonly sort: ListingSort
  readonly isOnSale: boolean
  /** As typed; of other sorts too, for whoever chooses the wrong one first. */
  readonly texts: Readonly<Partial<Record<ListingText, string>>>
}

export function NewListing({ sort, onMade, onClose }: Props) {
  const say = useSay()
  const [draft, setDraft] = useState<Draft>({ sort: sort ?? 'performance', isOnSale: true, texts: {} })
  const { save, form, isSaving, problemOf, failed } = useSaving(draft, { onMade, onClose })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const type = (field: ListingText, text: string) => change({ texts: { ...draft.texts, [field]: text } })
  const field = (of: ListingText) => (
    <TextField key={of} of={of} text={draft.texts[of] ?? ''} problem={problemOf(of)} onText={type} />
  )
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
      {field('title')}
      <div className={styles.pair}>
        <SortField sort={draft.sort} onSort={(chosen) => change({ sort: chosen })} />
        {detailsOfSort[draft.sort].map(field)}
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.isOnSale}
          onChange={({ currentTarget }) => change({ isOnSale: currentTarget.checked })}
        />
        {say('manage.onSale')}
      </label>
      <p role="alert" className={styles.failed}>
        {failed}
      </p>
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button
          type="submit"
          look="next"
          isPending={isSaving}
          isDisabled={(draft.texts.title ?? '').trim() === ''}
        >
          {say('table.make')}
        </Button>
      </DialogButtons>
    </form>
  )
}

function useSaving(draft: Draft, { onMade, onClose }: Omit<Props, 'sort'>) {
  const say = useSay()
  const currency = useCurrency()
  const { make, wrong, ...going } = useNewLine('listings')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const { sort, isOnSale, texts } = draft
    const cellOf = (detail: ListingDetail) => {
      const text = (texts[detail] ?? '').trim()
      return detail === 'from_minor' ? amountCell(text, currency) : text
    }
    const isMade = await make({
      id: '',
      sort,
      title: (texts.title ?? '').trim(),
      active: isOnSale ? 'yes' : 'no',
      ...Object.fromEntries(detailsOfSort[sort].map((detail) => [detail, cellOf(detail)])),
    })
    if (!isMade) return
    onMade()
    onClose()
  }
  const problemOf = (field: ListingText): string | null =>
    wrong?.column === field && wrong.problem !== 'there' ? say(`sheet.problem.${wrong.problem}`) : null
  return { save, problemOf, ...going }
}
