// Which coming shows move to another version of their plan: ticked, each with what would change in it, or with the bookings that
// prevent it. Owns the display; the house decides about each show.

import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Waiting } from '../../ui/empty.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './replan-dialog.module.css'
import { ReplanShow } from './replan-show.tsx'
import { type Moved, type NewVersion, type Replan, useReplan } from './use-replan.ts'

interface Props {
  readonly version: NewVersion
  /** `isSaved`: the drawing was saved and can be closed. */
  readonly onClose: (isSaved: boolean) => void
}

export function ReplanDialog({ version, onClose }: Props) {
  const say = useSay()
  const replan = useReplan(version)
  const { moved, problem } = replan
  const name = isolated(version.name)
  return (
    <Dialog
      isWide
      isOpen
      title={say(moved ? 'replan.done.title' : 'replan.title', { name })}
      onClose={() => onClose(moved !== null)}
    >
      {moved ? (
        <Result moved={moved} replan={replan} onClose={() => onClose(true)} />
      ) : (
        <Question replan={replan} onClose={() => onClose(replan.isKept && 'uploadId' in version.to)} />
      )}
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
    </Dialog>
  )
}

interface QuestionProps {
  readonly replan: Replan
  readonly onClose: () => void
}

function Question({ replan, onClose }: QuestionProps) {
  const say = useSay()
  const { isKept, coming, previews, ticked, tick, isGoing, move } = replan
  if (!previews) return <Waiting text={say('replan.trying')} />
  const count = ticked.length
  return (
    <>
      <p className={styles.hint}>{say(coming.length === 0 ? 'replan.none' : 'replan.hint')}</p>
      <ul className={styles.shows} aria-label={say('replan.shows')}>
        {coming.map((row) => {
          const preview = previews.get(row.showId)
          const isTicked = ticked.includes(row.showId)
          return (
            preview && (
              <ReplanShow
                key={row.showId}
                row={row}
                preview={preview}
                isTicked={isTicked}
                onTick={(is) => tick(row.showId, is)}
              />
            )
          )
        })}
      </ul>
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button look="next" autoFocus isDisabled={isGoing || (count === 0 && isKept)} onPress={move}>
          {say(isKept ? 'replan.move' : 'replan.save', { count })}
        </Button>
      </DialogButtons>
    </>
  )
}

interface ResultProps {
  readonly moved: Moved
  readonly replan: Replan
  readonly onClose: () => void
}

function Result({ moved, replan: { isGoing, undo }, onClose }: ResultProps) {
  const say = useSay()
  const { isUndone, changed, skipped, changeId } = moved
  return (
    <>
      <p role="status">{say(isUndone ? 'replan.undone' : 'replan.done', { changed, skipped })}</p>
      <DialogButtons>
        {changeId !== null && changed > 0 && !isUndone && (
          <Button isDisabled={isGoing} onPress={undo}>
            {say('replan.undo')}
          </Button>
        )}
        <Button look="next" autoFocus onPress={onClose}>
          {say('replan.close')}
        </Button>
      </DialogButtons>
    </>
  )
}
