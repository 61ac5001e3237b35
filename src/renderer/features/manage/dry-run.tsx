// What a bulk change would do, shown before it is done. Owns the picture of it; the counts and reasons are the house's word.
// Must never change anything itself.

import type { RowId } from '../../../shared/domain/changes/change.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { useIntl } from 'react-intl'
import { percentOf } from '../../../shared/lib/money.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { OutcomeBar, countOf, outcomes } from '../../ui/outcome-bar.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import type { Trial } from './bulk-bar.tsx'
import styles from './dry-run.module.css'

interface Props {
  readonly trial: Trial
  readonly shows: readonly ShowRow[]
  readonly onClose: () => void
  readonly onApply: () => void
}

/** What would happen, before it does: counts as a bar, and each show that is left out with its reason. */
export function DryRun({ trial, shows, onClose, onApply }: Props) {
  const say = useSay()
  const { clock, day } = useFormats()
  const { locale } = useIntl()
  const count = (outcome: (typeof outcomes)[number]) => countOf(trial.rows, outcome)
  const skipped = trial.rows.filter((row) => row.outcome === 'skipped')
  const percent = trial.change.kind === 'percent' ? percentText(trial.change.percent, locale) : null
  const title = (showId: RowId) => {
    const row = shows.find((one) => one.showId === showId)
    return row
      ? `${row.title} · ${day(row.startsAtMs, row.zone)} ${clock(row.startsAtMs, row.zone)}`
      : String(showId)
  }
  return (
    <Dialog title={say('manage.dryRun.title', { count: trial.rows.length })} isOpen onClose={onClose}>
      <OutcomeBar rows={trial.rows} />
      {percent !== null && <p>{say('manage.dryRun.percent', { percent })}</p>}
      <ul className={styles.counts}>
        {outcomes
          .filter((outcome) => count(outcome) > 0)
          .map((outcome) => (
            <li key={outcome}>{say(`manage.dryRun.${outcome}`, { count: count(outcome) })}</li>
          ))}
      </ul>
      {trial.change.kind === 'percent' && (
        <PriceChanges trial={trial} shows={shows} percent={trial.change.percent} />
      )}
      {skipped.length > 0 && (
        <ul className={styles.reasons}>
          {skipped.map(({ id, reason }) => (
            <li key={id}>
              <bdi>{title(id)}</bdi>: {reason && say(`manage.reason.${reason}`)}
            </li>
          ))}
        </ul>
      )}
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button look="next" isDisabled={count('changes') === 0} onPress={onApply} autoFocus>
          {count('changes') === 0 ? say('manage.nothing') : say('manage.apply', { count: count('changes') })}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

/** Old and new prices of what changes, as the house will round them. */
function PriceChanges({
  trial,
  shows,
  percent,
}: Pick<Props, 'trial' | 'shows'> & { readonly percent: number }) {
  const say = useSay()
  const { money, day } = useFormats()
  const changing = new Set<RowId>(
    trial.rows.filter(({ outcome }) => outcome === 'changes').map(({ id }) => id),
  )
  const span = (prices: readonly number[], { currency }: ShowRow) =>
    [Math.min(...prices), Math.max(...prices)].map((price) => money(price, currency)).join(' – ')
  return (
    <ul className={styles.reasons}>
      {shows
        .filter(({ showId }) => changing.has(showId))
        .map((row) => {
          const before = row.prices.flat().filter((price) => price !== null)
          const after = before.map((price) => percentOf(price, 100 + percent))
          return (
            <li key={row.showId}>
              <bdi>{row.title}</bdi> · {day(row.startsAtMs, row.zone)}:{' '}
              {say('manage.price.from', { before: span(before, row), after: span(after, row) })}
            </li>
          )
        })}
    </ul>
  )
}

/** "+10%" */
function percentText(percent: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'percent',
    signDisplay: 'always',
    maximumFractionDigits: 2,
  })
  return format.format(percent / 100)
}
