// What a change would do, shown before it is made. Owns the display; the counts and reasons come from the house.
// Must never change anything itself.

import type { ReactNode } from 'react'
import type { RowId } from '../../../shared/domain/changes/change.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { OutcomeBar, outcomes } from '../../ui/outcome-bar.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './dry-run.module.css'
import type { Trial } from './use-changes.ts'

interface Props {
  readonly trial: Trial
  /** A row's name. */
  readonly nameOf: (id: RowId) => string
  readonly onClose: () => void
  readonly onApply: () => void
  /** Further information before the change. */
  readonly children?: ReactNode
}

/** Counts as a bar, and each row that is left out with its reason. */
export function DryRun({ trial, nameOf, onClose, onApply, children }: Props) {
  const say = useSay()
  const { number } = useFormats()
  const { tried, title } = trial
  const count = tried.changes + tried.same + tried.skipped
  const unsaid = tried.skipped - tried.left.length
  return (
    <Dialog title={say('manage.dryRun.title', { count, title: isolated(title) })} isOpen onClose={onClose}>
      <OutcomeBar counts={tried} />
      <ul className={styles['counts']}>
        {outcomes
          .filter((outcome) => tried[outcome] > 0)
          .map((outcome) => (
            <li key={outcome}>{say(`manage.dryRun.${outcome}`, { count: tried[outcome] })}</li>
          ))}
      </ul>
      {children}
      {tried.left.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by the keyboard too
        <ul className={styles['reasons']} tabIndex={0}>
          {tried.left.map(({ id, reason }) => (
            <li key={id}>
              <bdi>{nameOf(id)}</bdi>: {say(`manage.reason.${reason}`)}
            </li>
          ))}
          {unsaid > 0 && <li>{say('import.more', { count: number(unsaid) })}</li>}
        </ul>
      )}
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button look="next" isDisabled={tried.changes === 0} onPress={onApply} autoFocus>
          {tried.changes === 0 ? say('manage.nothing') : say('manage.apply', { count: tried.changes })}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
