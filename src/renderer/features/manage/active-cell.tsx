import { useState } from 'react'
import { Switch } from 'react-aria-components'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { ask } from '../../box-office.ts'
import { reasonLeft } from './reason-left.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './active-cell.module.css'

/** On sale or not. A show with seats held stays on sale, and says why. */
export function ActiveCell({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const change = async (active: boolean) => {
    setAsking(true)
    const change = { of: 'shows', kind: 'set', set: { active } } as const
    const answer = await ask('change-rows', { change, rows: { ids: [row.showId] } })
    setAsking(false)
    const reason = answer.kind === 'done' ? await reasonLeft(answer.value) : null
    setProblem(reason && say(`manage.reason.${reason}`))
  }
  return (
    <span className={styles.active}>
      <Switch
        aria-label={say('manage.onSale')}
        isSelected={row.active}
        isDisabled={isAsking}
        onChange={(active) => void change(active)}
        className={styles.switch ?? ''}
      >
        <span className={styles.track} aria-hidden="true" />
      </Switch>
      {problem && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  )
}
