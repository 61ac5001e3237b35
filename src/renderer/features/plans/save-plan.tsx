// Out of the editor: kept as a new plan, or on to where it is put on sale. Owns what is said when it cannot be; a plan with an
// error in it goes nowhere.

import { useState } from 'react'
import type { Finding, PlanDraft } from '../../../shared/domain/plan-import/draft.ts'
import { isImportable } from '../../../shared/domain/plan-import/tally.ts'
import { writeSeatList } from '../../../shared/domain/plan-import/write-seat-list.ts'
import { ask } from '../../box-office.ts'
import { bringPlan } from '../../stores/brought-plan.ts'
import { endDrawing } from '../../stores/plan-edit.ts'
import { upload } from '../../stores/upload.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './plan-editor.module.css'
import { useProblem } from './use-problem.ts'

interface Props {
  readonly draft: PlanDraft
  readonly findings: readonly Finding[]
}

export function SavePlan({ draft, findings }: Props) {
  const say = useSay()
  const [problem, setProblem] = useState('')
  const [isGoing, setGoing] = useState(false)
  const problemOf = useProblem()
  const name = draft.name.trim()
  const why = name === '' ? say('plans.unnamed') : isImportable(findings) ? '' : say('plans.mendFirst')
  const fileOf = () =>
    new File([writeSeatList({ ...draft, name })], `${name}.json`, { type: 'application/json' })
  const save = async () => {
    setGoing(true)
    setProblem(await saved(fileOf()))
    setGoing(false)
  }
  return (
    <div className={styles.save}>
      <p role="alert" className={styles.problem}>
        {why || problem}
      </p>
      <div className={styles.pair}>
        <Button isDisabled={why !== '' || isGoing} isPending={isGoing} onPress={() => void save()}>
          {say('plans.save')}
        </Button>
        <Button look="next" isDisabled={why !== '' || isGoing} onPress={() => bringPlan(fileOf())}>
          {say('plans.sell')}
        </Button>
      </div>
    </div>
  )

  async function saved(file: File): Promise<string> {
    const sent = await upload(file)
    if (sent.kind === 'failed') return problemOf(sent.answer)
    if (sent.kind !== 'examined') return say('import.unreadable', { file: name })
    const answer = await ask('import-plan', { uploadId: sent.uploadId, name })
    if (answer.kind !== 'done') return problemOf(answer)
    endDrawing()
    return ''
  }
}
