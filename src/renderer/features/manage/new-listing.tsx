// The fields a new listing needs: its sort and title, and the details of its sort. Owns what is typed and what happens to it;
// pictures and everything else are set in the table.

import { type FormEvent, useState } from 'react'
import type { ListingRow } from '../../../shared/contract/row-operations.ts'
import type { ListingSort } from '../../../shared/domain/catalogue.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import { soughtText } from '../../../shared/lib/sought-text.ts'
import { Button } from '../../ui/button.tsx'
import { DialogButtons } from '../../ui/dialog.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import { amountCell } from './amount-cell.ts'
import { type ListingDetail, detailsOfSort } from './listing-details.ts'
import { type ListingText, SortField, TextField } from './listing-fields.tsx'
import styles from './new-row.module.css'
import { useCurrency } from './use-currency.ts'
import { useNewLine } from './use-new-line.ts'

interface Props {
  /** All existing listings, the newest last. */
  readonly listings: readonly ListingRow[]
  readonly onMade: (changeId: ChangeId) => void
  readonly onClose: () => void
}

interface Draft {
  readonly sort: ListingSort
  readonly isOnSale: boolean
  /** As typed; keeps details of other sorts for users who first chose the wrong sort. */
  readonly texts: Readonly<Partial<Record<ListingText, string>>>
}

export function NewListing({ listings, onMade, onClose }: Props) {
  const say = useSay()
  const [draft, setDraft] = useState<Draft>(() => begun(listings))
  const { save, form, isSaving, problemOf, failed, twin } = useSaving(draft, { listings, onMade, onClose })
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
      <p role="alert" className={twin ? styles.warned : styles.failed}>
        {twin && say('listings.twin', { sort: say(`sort.${twin.sort}`), title: isolated(twin.title) })}
        {!twin && failed}
      </p>
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button
          type="submit"
          look="next"
          isPending={isSaving}
          isDisabled={(draft.texts.title ?? '').trim() === ''}
        >
          {say(twin ? 'table.makeStill' : 'table.make')}
        </Button>
      </DialogButtons>
    </form>
  )
}

/** The default is the sort of the last listing: whoever creates one film often creates another. */
function begun(listings: readonly ListingRow[]): Draft {
  return { sort: listings.at(-1)?.sort ?? 'performance', isOnSale: true, texts: {} }
}

/** A warning, once per title: two listings of the same name cannot be told apart where they are sold, but a house may want them. */
function useTwin(listings: readonly ListingRow[], title: string) {
  const [told, setTold] = useState<ListingRow | null>(null)
  const found = listings.find((one) => soughtText(one.title.trim()) === soughtText(title)) ?? null
  const isNews = (): boolean => {
    setTold(found)
    return found !== null && found !== told
  }
  return { twin: found === told ? told : null, isNews }
}

function useSaving(draft: Draft, { listings, onMade, onClose }: Props) {
  const say = useSay()
  const currency = useCurrency()
  const { make, wrong, ...going } = useNewLine('listings')
  const title = (draft.texts.title ?? '').trim()
  const { twin, isNews } = useTwin(listings, title)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (isNews()) return
    const { sort, isOnSale, texts } = draft
    const cellOf = (detail: ListingDetail) => {
      const text = (texts[detail] ?? '').trim()
      return detail === 'from_minor' ? amountCell(text, currency) : text
    }
    const changeId = await make({
      id: '',
      sort,
      title,
      active: isOnSale ? 'yes' : 'no',
      ...Object.fromEntries(detailsOfSort[sort].map((detail) => [detail, cellOf(detail)])),
    })
    if (!changeId) return
    onMade(changeId)
    onClose()
  }
  const problemOf = (field: ListingText): string | null =>
    wrong?.column === field && wrong.problem !== 'there' ? say(`sheet.problem.${wrong.problem}`) : null
  return { save, problemOf, twin, ...going }
}
