// A show's prices in its row: their range, and, opened in place, each by price zone and ticket type.

import { useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { TicketTypeId } from '../../../shared/domain/ids.ts'
import { PRICE_MINOR_MAX } from '../../../shared/domain/shows.ts'
import { decimalText, parseAmount } from '../../../shared/lib/money.ts'
import { ask } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
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
      <Popover
        label={say('manage.editPrices', { title: row.title, time })}
        at="start"
        className={styles.pane}
      >
        {({ close }) => <PriceTable row={row} onClose={close} />}
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

/** Saves all edits or none, based on the list that was opened: another manager's change meanwhile is reported, not overwritten. */
function useSave(row: ShowRow, edits: readonly Edit[], onSaved: () => void) {
  const say = useSay()
  const formats = useFormats()
  const [seenVersion] = useState(row.priceVersion)
  const [problem, setProblem] = useState('')
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    const bad = edits.find(({ text }) => text.trim() !== '' && !isPrice(parseAmount(text, row.currency)))
    if (bad) return setProblem(say('manage.badPrice', { text: bad.text }))
    const cells = edits.map(({ category, type, text }) => ({
      category,
      ticketTypeId: type as TicketTypeId,
      priceMinor: text.trim() === '' ? null : parseAmount(text, row.currency),
    }))
    setSaving(true)
    const answer = await ask('set-prices', { showId: row.showId, cells, seenVersion })
    setSaving(false)
    if (answer.kind === 'done') return onSaved()
    return setProblem(
      answer.kind === 'refused'
        ? refusalText(answer.refusal, say, formats, row.zone)
        : say(`notice.fault.${answer.reason}`, { incident: answer.incidentId }),
    )
  }
  return { save, problem, isSaving }
}

function isPrice(amountMinor: number | null): boolean {
  return amountMinor !== null && amountMinor <= PRICE_MINOR_MAX
}

function priceText({ prices, currency }: ShowRow, category: number, type: number): string {
  const price = prices[category]?.[type] ?? null
  return price === null ? '' : decimalText(price, currency)
}
