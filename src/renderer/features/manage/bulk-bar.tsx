// What may be done to all selected shows at once: the bar that slides in, and the dry run before the deed [A2].

import { useState } from 'react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import type { ShowsChange } from '../../../shared/domain/changes/change.ts'
import { ask } from '../../box-office.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './bulk-bar.module.css'
import { DryRun } from './dry-run.tsx'
import { PercentQuestion } from './percent-question.tsx'

interface Props {
  readonly chosen: readonly ShowRow[]
  readonly onClear: () => void
}

export interface Trial {
  readonly change: ShowsChange
  readonly rows: Output<'preview-change'>['rows']
}

export function BulkBar({ chosen, onClear }: Props) {
  const say = useSay()
  const [asksPercent, setAsksPercent] = useState(false)
  const [trial, setTrial] = useState<Trial | null>(null)
  const [done, setDone] = useState<{ readonly changeId: ChangeId; readonly text: string } | null>(null)
  const ids = chosen.map((row) => row.showId)
  const tryOut = async (change: ShowsChange) => {
    setDone(null)
    const answer = await ask('preview-change', { change, ids })
    if (answer.kind === 'done') setTrial({ change, rows: answer.value.rows })
  }
  const apply = async ({ change }: Trial) => {
    const answer = await ask('change-rows', { change, rows: { ids } })
    setTrial(null)
    if (answer.kind !== 'done') return
    const { changeId, changed } = answer.value
    setDone({ changeId, text: say('manage.done', { count: changed }) })
  }
  const undo = async (changeId: ChangeId) => {
    const answer = await ask('undo-change', { changeId })
    if (answer.kind !== 'done') return
    const { changed, skipped } = answer.value
    setDone({ changeId: answer.value.changeId, text: say('manage.undone', { changed, skipped }) })
  }
  return (
    <>
      {chosen.length > 0 && (
        <section className={styles.bar} aria-label={say('manage.selected', { count: chosen.length })}>
          <strong>{say('manage.selected', { count: chosen.length })}</strong>
          <span role="status" className={styles.done}>
            {done?.text}
          </span>
          {done && (
            <Button look="quiet" onPress={() => void undo(done.changeId)}>
              {say('manage.undo')}
            </Button>
          )}
          <Button look="quiet" onPress={onClear}>
            {say('manage.clear')}
          </Button>
          <Button onPress={() => void tryOut(onSale(true))}>{say('manage.activate')}</Button>
          <Button onPress={() => void tryOut(onSale(false))}>{say('manage.deactivate')}</Button>
          <Button look="next" onPress={() => setAsksPercent(true)}>
            {say('manage.price')}
          </Button>
        </section>
      )}
      <PercentQuestion
        isOpen={asksPercent}
        count={chosen.length}
        onClose={() => setAsksPercent(false)}
        onTry={(percent) => {
          setAsksPercent(false)
          void tryOut({ of: 'shows', kind: 'percent', percent })
        }}
      />
      {trial && (
        <DryRun
          trial={trial}
          shows={chosen}
          onClose={() => setTrial(null)}
          onApply={() => void apply(trial)}
        />
      )}
    </>
  )
}

function onSale(active: boolean): ShowsChange {
  return { of: 'shows', kind: 'set', set: { active } }
}
