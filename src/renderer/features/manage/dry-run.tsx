import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import type { Trial } from './bulk-bar.tsx'
import styles from './dry-run.module.css'

interface Props {
  readonly trial: Trial
  readonly shows: readonly ShowRow[]
  readonly onClose: () => void
  readonly onApply: () => void
}

const outcomes = ['changes', 'same', 'skipped'] as const

/** What would happen, before it does: counts as a bar, and each show that is left out with its reason. */
export function DryRun({ trial, shows, onClose, onApply }: Props) {
  const say = useSay()
  const { clock, day } = useFormats()
  const count = (outcome: (typeof outcomes)[number]) =>
    trial.rows.filter((row) => row.outcome === outcome).length
  const skipped = trial.rows.filter((row) => row.outcome === 'skipped')
  const title = (showId: number) => {
    const row = shows.find((one) => one.showId === showId)
    return row
      ? `${row.title} · ${day(row.startsAtMs, row.zone)} ${clock(row.startsAtMs, row.zone)}`
      : String(showId)
  }
  return (
    <Dialog title={say('manage.dryRun.title', { count: trial.rows.length })} isOpen onClose={onClose}>
      <div className={styles.bar} aria-hidden="true">
        {outcomes.map((outcome) => (
          <span key={outcome} className={styles[outcome]} style={{ flexGrow: count(outcome) }} />
        ))}
      </div>
      <ul className={styles.counts}>
        {outcomes
          .filter((outcome) => count(outcome) > 0)
          .map((outcome) => (
            <li key={outcome}>{say(`manage.dryRun.${outcome}`, { count: count(outcome) })}</li>
          ))}
      </ul>
      {skipped.length > 0 && (
        <ul className={styles.reasons}>
          {skipped.map(({ showId, reason }) => (
            <li key={showId}>
              <bdi>{title(showId)}</bdi>: {reason && say(`manage.reason.${reason}`)}
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
