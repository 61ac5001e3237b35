import type { RowId } from '../../../shared/domain/changes/change.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { percentOf } from '../../../shared/lib/money.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './dry-run.module.css'
import type { Trial } from './use-changes.ts'

/** After so many rows the pattern is clear. */
const SHOWN_MAX = 50

interface Props {
  readonly trial: Trial
  readonly rows: readonly ShowRow[]
}

/** Old and new prices of the changing rows, rounded as the house will do; nothing if no price changes. */
export function PriceChanges({ trial, rows }: Props) {
  const say = useSay()
  const { money, day, clock } = useFormats()
  const change = trial.steps[0]?.change
  if (change?.of !== 'shows' || (change.kind !== 'percent' && change.kind !== 'price')) return null
  const priceAfter = (price: number) =>
    change.kind === 'percent' ? percentOf(price, 100 + change.percent) : change.priceMinor
  const span = (prices: readonly number[], { currency }: ShowRow) =>
    [Math.min(...prices), Math.max(...prices)].map((price) => money(price, currency)).join(' – ')
  return (
    <ul className={styles['reasons']}>
      {rows
        .filter(({ showId }) => trial.tried.changing.has(showId as RowId))
        .slice(0, SHOWN_MAX)
        .map((row) => {
          const before = row.prices.flat().filter((price) => price !== null)
          return (
            <li key={row.showId}>
              <bdi>{row.title}</bdi> · {day(row.startsAtMs, row.zone)} {clock(row.startsAtMs, row.zone)}:{' '}
              {say('manage.price.from', {
                before: span(before, row),
                after: span(before.map(priceAfter), row),
              })}
            </li>
          )
        })}
    </ul>
  )
}
