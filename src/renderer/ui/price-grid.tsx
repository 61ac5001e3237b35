import { useSay } from './words.tsx'
import styles from './price-grid.module.css'

interface Props {
  readonly categories: readonly { readonly name: string; readonly color?: string; readonly note?: string }[]
  readonly types: readonly string[]
  readonly textOf: (category: number, type: number) => string
  readonly onText: (category: number, type: number, text: string) => void
}

/** A field for each price zone and ticket type; an empty one means that seats of the zone are not sold as that type. */
export function PriceGrid({ categories, types, textOf, onText }: Props) {
  const say = useSay()
  return (
    <table className={styles.grid}>
      <thead>
        <tr>
          <th scope="col">{say('legend.zones')}</th>
          {types.map((type) => (
            <th key={type} scope="col">
              <bdi>{type}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map(({ name, color, note }, category) => (
          <tr key={name}>
            <th scope="row">
              {color && <span className={styles.zone} style={{ background: color }} aria-hidden="true" />}
              <bdi>{name}</bdi> {note && <span className={styles.note}>{note}</span>}
            </th>
            {types.map((type, index) => (
              <td key={type}>
                <input
                  inputMode="decimal"
                  dir="ltr"
                  aria-label={say('manage.priceOf', { category: name, type })}
                  placeholder={say('manage.notSold')}
                  value={textOf(category, index)}
                  onChange={({ currentTarget }) => onText(category, index, currentTarget.value)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
