import { useState } from 'react'
import type { Input } from '../../../shared/contract/operations.ts'
import type { PlanId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { goTo } from '../../stores/screen.ts'
import { useFormats, useSay } from '../../ui/words.tsx'

/** Both commands, one after the other; answers what went wrong, in words, or nothing. */
export function useImport(uploadId: string) {
  const say = useSay()
  const formats = useFormats()
  const [planId, setPlanId] = useState<PlanId | null>(null)
  const failed = (answer: Parameters<typeof wordsOf>[0]) => wordsOf(answer, say, formats)
  return async (name: string, show: Omit<Input<'open-show'>, 'planId'>): Promise<string> => {
    const imported = planId === null ? await ask('import-plan', { uploadId, name }) : null
    if (imported && imported.kind !== 'done') return failed(imported)
    const plan = imported ? imported.value.planId : planId
    if (plan === null) return ''
    setPlanId(plan)
    const opened = await ask('open-show', { ...show, planId: plan })
    if (opened.kind !== 'done') return failed(opened)
    goTo({ name: 'sell', showId: opened.value.showId })
    return ''
  }
}

type Failed = Exclude<Awaited<ReturnType<typeof ask<'open-show'>>>, { kind: 'done' }>

function wordsOf(
  answer: Failed,
  say: ReturnType<typeof useSay>,
  formats: ReturnType<typeof useFormats>,
): string {
  if (answer.kind === 'refused') return refusalText(answer.refusal, say, formats, 'UTC')
  return say(`notice.fault.${answer.reason}`, { incident: answer.incidentId })
}
