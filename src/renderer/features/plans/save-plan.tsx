// Leaving the editor: saves a new plan, saves the next version of one on sale, or goes on to putting it on sale. Owns the message if
// that fails; a plan with an error goes nowhere.

import { useState } from 'react'
import type { PlanId } from '../../../shared/domain/ids.ts'
import type { Finding, PlanDraft } from '../../../shared/domain/plan-import/draft.ts'
import { isImportable } from '../../../shared/domain/plan-import/tally.ts'
import { writeSeatList } from '../../../shared/domain/plan-import/write-seat-list.ts'
import { ask } from '../../box-office.ts'
import { bringPlan } from '../../stores/brought-plan.ts'
import { endDrawing, layAside } from '../../stores/plan-edit.ts'
import { upload } from '../../stores/upload.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './plan-editor.module.css'
import { versionsOf } from './plan-versions.ts'
import { ReplanDialog } from './replan-dialog.tsx'
import { useProblem } from './use-problem.ts'
import type { NewVersion } from './use-replan.ts'

interface Props {
  readonly draft: PlanDraft
  readonly findings: readonly Finding[]
  readonly versionOf: PlanId | null
}

export function SavePlan({ draft, findings, versionOf }: Props) {
  const say = useSay()
  const [problem, setProblem] = useState('')
  const [isGoing, setGoing] = useState(false)
  const [version, setVersion] = useState<NewVersion | null>(null)
  const problemOf = useProblem()
  const name = draft.name.trim()
  const why = name === '' ? say('plans.unnamed') : isImportable(findings) ? '' : say('plans.mendFirst')
  const isBlocked = why !== '' || isGoing
  const fileOf = () =>
    new File([writeSeatList({ ...draft, name })], `${name}.json`, { type: 'application/json' })
  const save = async (onSent: (uploadId: string) => Promise<string>) => {
    setGoing(true)
    setProblem(await sentOff(onSent))
    setGoing(false)
  }
  return (
    <div className={styles.save}>
      <p role="alert" className={styles.problem}>
        {why || problem}
      </p>
      <div className={styles.pair}>
        <Button isDisabled={isBlocked} onPress={() => void save(saveNew)}>
          {say('plans.save')}
        </Button>
        {versionOf === null ? (
          <Button look="next" isDisabled={isBlocked} onPress={sellIt}>
            {say('plans.sell')}
          </Button>
        ) : (
          <Button look="next" isDisabled={isBlocked} onPress={() => void save(askShows)}>
            {say('plans.saveVersion')}
          </Button>
        )}
      </div>
      {version && (
        <ReplanDialog version={version} onClose={(isSaved) => (isSaved ? endDrawing() : setVersion(null))} />
      )}
    </div>
  )

  /** Meanwhile the drawing waits in the list. */
  function sellIt(): void {
    layAside(true)
    bringPlan(fileOf())
  }

  async function sentOff(onSent: (uploadId: string) => Promise<string>): Promise<string> {
    const sent = await upload(fileOf())
    if (sent.kind === 'failed') return problemOf(sent.answer)
    if (sent.kind !== 'examined') return say('import.unreadable', { file: name })
    return onSent(sent.uploadId)
  }

  async function saveNew(uploadId: string): Promise<string> {
    const answer = await ask('import-plan', { uploadId, name })
    if (answer.kind !== 'done') return problemOf(answer)
    endDrawing()
    return ''
  }

  async function askShows(uploadId: string): Promise<string> {
    if (versionOf === null) return ''
    const planIds = await versionsOf(versionOf)
    if ('kind' in planIds) return problemOf(planIds)
    setVersion({ name, to: { uploadId, versionOf }, planIds })
    return ''
  }
}
