// What may be done to all selected shows at once: the bar that slides in, and the dry run before the deed [A2].

import { useState } from 'react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import type { ShowChange } from '../../../shared/domain/shows.ts'
import { ask } from '../../box-office.ts'
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
  readonly change: ShowChange
  readonly rows: Output<'preview-change-shows'>['rows']
}

export function BulkBar({ chosen, onClear }: Props) {
  const say = useSay()
  const [asksPercent, setAsksPercent] = useState(false)
  const [trial, setTrial] = useState<Trial | null>(null)
  const [done, setDone] = useState<number | null>(null)
  const showIds = chosen.map((row) => row.showId)
  const tryOut = async (change: ShowChange) => {
    setDone(null)
    const answer = await ask('preview-change-shows', { showIds, change })
    if (answer.kind === 'done') setTrial({ change, rows: answer.value.rows })
  }
  const apply = async ({ change }: Trial) => {
    const answer = await ask('change-shows', { showIds, change })
    setTrial(null)
    if (answer.kind === 'done')
      setDone(answer.value.rows.filter(({ outcome }) => outcome === 'changes').length)
  }
  return (
    <>
      {chosen.length > 0 && (
        <section className={styles.bar} aria-label={say('manage.selected', { count: chosen.length })}>
          <strong>{say('manage.selected', { count: chosen.length })}</strong>
          <span role="status" className={styles.done}>
            {done !== null && say('manage.done', { count: done })}
          </span>
          <Button look="quiet" onPress={onClear}>
            {say('manage.clear')}
          </Button>
          <Button onPress={() => void tryOut({ kind: 'activate' })}>{say('manage.activate')}</Button>
          <Button onPress={() => void tryOut({ kind: 'deactivate' })}>{say('manage.deactivate')}</Button>
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
          void tryOut({ kind: 'price', percent })
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
