import type { Output } from '../../../shared/contract/operations.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './price-fields.module.css'
import { priceKey } from './sale-form.ts'

interface Props {
  readonly categories: Output<'check-plan'>['categories']
  readonly types: readonly string[]
  readonly prices: Readonly<Record<string, string>>
  readonly onChange: (prices: Readonly<Record<string, string>>) => void
}

/** A price for each zone and ticket type; empty means that seats of the zone are not sold as that type. */
export function PriceFields({ categories, types, prices, onChange }: Props) {
  const say = useSay()
  return (
    <fieldset className={styles.prices}>
      <legend>{say('import.prices')}</legend>
      <p className={styles.hint}>{say('import.emptyPrice')}</p>
      <table>
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
          {categories.map(({ name, color, seats }) => (
            <tr key={name}>
              <th scope="row">
                <span className={styles.zone} style={{ background: color }} aria-hidden="true" />
                <bdi>{name}</bdi>
                <span className={styles.hint}>{say('import.seatsOf', { count: seats })}</span>
              </th>
              {types.map((type) => (
                <td key={type}>
                  <input
                    inputMode="decimal"
                    dir="ltr"
                    aria-label={say('import.price', { category: name, type })}
                    value={prices[priceKey(name, type)] ?? ''}
                    onChange={({ currentTarget }) =>
                      onChange({ ...prices, [priceKey(name, type)]: currentTarget.value })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}
