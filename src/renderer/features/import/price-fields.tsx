import type { Output } from '../../../shared/contract/operations.ts'
import { PriceGrid } from '../../ui/price-grid.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './price-fields.module.css'
import { priceKey } from './sale-form.ts'

interface Props {
  readonly categories: Output<'check-plan'>['categories']
  readonly types: readonly string[]
  readonly prices: Readonly<Record<string, string>>
  /** What each seat costs besides, in words; empty: nothing. */
  readonly fee: string
  readonly onChange: (prices: Readonly<Record<string, string>>) => void
}

/** A price for each zone and ticket type; empty means that seats of the zone are not sold as that type. */
export function PriceFields({ categories, types, prices, fee, onChange }: Props) {
  const say = useSay()
  const keyAt = (category: number, type: number) =>
    priceKey(categories[category]?.name ?? '', types[type] ?? '')
  return (
    <fieldset className={styles.prices}>
      <legend>{say('import.prices')}</legend>
      <p className={styles.hint}>{say('import.emptyPrice')}</p>
      {fee !== '' && <p className={styles.hint}>{fee}</p>}
      <PriceGrid
        categories={categories.map(({ name, color, seats }) => ({
          name,
          color,
          note: say('import.seatsOf', { count: seats }),
        }))}
        types={types}
        textOf={(category, type) => prices[keyAt(category, type)] ?? ''}
        onText={(category, type, text) => onChange({ ...prices, [keyAt(category, type)]: text })}
      />
    </fieldset>
  )
}
