// A show's prices in its row: the span of them, and, opened in place, each by price zone and ticket type.

import { useState } from 'react'
import { DialogTrigger, Dialog as Pane, Popover } from 'react-aria-components'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { TicketTypeId } from '../../../shared/domain/ids.ts'
import { decimalText, parseAmount } from '../../../shared/lib/money.ts'
import { ask } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { Button } from '../../ui/button.tsx'
import { PriceGrid } from '../../ui/price-grid.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './price-cell.module.css'

export function PriceCell({ row, time }: { readonly row: ShowRow; readonly time: string }) {
  const say = useSay()
  const { money } = useFormats()
  const given = row.prices.flat().filter((price) => price !== null)
  const low = Math.min(...given)
  const high = Math.max(...given)
  const span =
    low === high ? money(low, row.currency) : `${money(low, row.currency)} – ${money(high, row.currency)}`
  return (
    <DialogTrigger>
      <Button look="quiet" label={`${say('manage.editPrices', { title: row.title, time })}: ${span}`}>
        {given.length === 0 ? say('manage.notSold') : span}
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom start">
        <Pane className={styles.pane ?? ''} aria-label={say('manage.editPrices', { title: row.title, time })}>
          {({ close }) => <PriceTable row={row} onClose={close} />}
        </Pane>
      </Popover>
    </DialogTrigger>
  )
}

interface Edit {
  readonly category: number
  readonly type: number
  readonly text: string
}

function PriceTable({ row, onClose }: { readonly row: ShowRow; readonly onClose: () => void }) {
  const say = useSay()
  const [edits, setEdits] = useState<readonly Edit[]>([])
  const { save, problem, isSaving } = useSave(row, edits, onClose)
  const shown = (category: number, type: number) =>
    edits.find((edit) => edit.category === category && edit.type === type)?.text ??
    priceText(row, category, type)
  const change = (category: number, type: number, text: string) => {
    const others = edits.filter((edit) => edit.category !== category || edit.type !== type)
    setEdits(text === priceText(row, category, type) ? others : [...others, { category, type, text }])
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <PriceGrid
        categories={row.categories.map((name) => ({ name }))}
        types={row.ticketTypes}
        textOf={shown}
        onText={change}
      />
      <p className={styles.problem} role="alert">
        {problem}
      </p>
      <div className={styles.steps}>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button type="submit" look="next" isDisabled={edits.length === 0 || isSaving}>
          {say('manage.save')}
        </Button>
      </div>
    </form>
  )
}

/** One command a price; the first refusal stops and is said, what is saved stays saved. */
function useSave(row: ShowRow, edits: readonly Edit[], onSaved: () => void) {
  const say = useSay()
  const formats = useFormats()
  const [problem, setProblem] = useState('')
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    const unread = edits.find(({ text }) => text.trim() !== '' && parseAmount(text, row.currency) === null)
    if (unread) return setProblem(say('manage.badPrice', { text: unread.text }))
    setSaving(true)
    let seenVersion = row.priceVersion
    for (const { category, type, text } of edits) {
      const priceMinor = text.trim() === '' ? null : parseAmount(text, row.currency)
      const input = {
        showId: row.showId,
        category,
        ticketTypeId: type as TicketTypeId,
        priceMinor,
        seenVersion,
      }
      // oxlint-disable-next-line no-await-in-loop -- each price is set on the list that the one before it made
      const answer = await ask('set-price', input)
      if (answer.kind === 'done') seenVersion = answer.value.version
      else {
        setSaving(false)
        return setProblem(
          answer.kind === 'refused'
            ? refusalText(answer.refusal, say, formats, row.zone)
            : say(`notice.fault.${answer.reason}`, { incident: answer.incidentId }),
        )
      }
    }
    setSaving(false)
    onSaved()
  }
  return { save, problem, isSaving }
}

function priceText({ prices, currency }: ShowRow, category: number, type: number): string {
  const price = prices[category]?.[type] ?? null
  return price === null ? '' : decimalText(price, currency)
}
