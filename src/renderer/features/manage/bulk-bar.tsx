// Actions on all selected rows: the bar that slides in, leading to the dry run before the change [A2]. Owns the rendering; each kind
// of table defines its actions.

import { type ReactNode, useState } from 'react'
import { useIntl } from 'react-intl'
import type { ForwardChange, RowId } from '../../../shared/domain/changes/change.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './bulk-bar.module.css'
import type { Changing } from './use-changes.ts'

/** Runs as it is, or after a question, which returns what to do and its title. */
export interface BulkAction {
  readonly id: string
  readonly text: string
  readonly change?: ForwardChange
  readonly ask?: (question: Question) => ReactNode
  readonly isNext?: boolean
}

export interface Question {
  readonly ids: readonly RowId[]
  readonly count: number
  readonly onClose: () => void
  readonly onTry: (change: ForwardChange, title: string) => void
}

interface Props {
  readonly ids: readonly RowId[]
  readonly actions: readonly BulkAction[]
  readonly changing: Changing
  readonly onClear: () => void
}

export function BulkBar({ ids, actions, changing, onClear }: Props) {
  const say = useSay()
  const [asking, setAsking] = useState<string | null>(null)
  const { share, note } = changing
  const count = ids.length
  if (count === 0 && share === null && note === null) return null
  const start = (action: BulkAction) => {
    if (action.change) changing.tryOut(action.text, [{ change: action.change, ids }])
    else setAsking(action.id)
  }
  return (
    <section className={styles['bar']} aria-label={say('manage.selected', { count })}>
      {count > 0 && <strong>{say('manage.selected', { count })}</strong>}
      <Result changing={changing} />
      {count > 0 && (
        <>
          <Button look="quiet" onPress={onClear}>
            {say('manage.clear')}
          </Button>
          {actions.map((action) => (
            <Button
              key={action.id}
              look={action.isNext ? 'next' : 'plain'}
              isDisabled={share !== null}
              onPress={() => start(action)}
            >
              {action.text}
            </Button>
          ))}
        </>
      )}
      {actions
        .find(({ id }) => id === asking)
        ?.ask?.({
          ids,
          count,
          onClose: () => setAsking(null),
          onTry: (change, title) => {
            setAsking(null)
            changing.tryOut(title, [{ change, ids }])
          },
        })}
    </section>
  )
}

function Result({ changing }: { readonly changing: Changing }) {
  const say = useSay()
  const { locale } = useIntl()
  const { share, note } = changing
  return (
    <>
      <span
        role={note?.kind === 'problem' ? 'alert' : 'status'}
        className={styles['done']}
        data-kind={note?.kind}
      >
        {share === null ? note?.text : new Intl.NumberFormat(locale, { style: 'percent' }).format(share)}
      </span>
      {share !== null && (
        <progress className={styles['progress']} aria-label={say('table.working')} value={share} max={1} />
      )}
      {note?.mayUndo && (
        <Button look="quiet" keys="Ctrl+Z" onPress={changing.undo}>
          {say('manage.undo')}
        </Button>
      )}
      {note && (
        <Button look="quiet" onPress={changing.dropNote}>
          {say('app.close')}
        </Button>
      )}
    </>
  )
}
