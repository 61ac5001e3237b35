import { useEffect, useRef, useState } from 'react'
import type { Input } from '../../../shared/contract/operations.ts'
import type { PlanId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { tellImported } from '../../stores/imported.ts'
import { goTo } from '../../stores/screen.ts'
import { useFormats, useSay } from '../../ui/words.tsx'

/**
 * Runs both commands in turn; returns what went wrong, in words, or nothing. If the user has left meanwhile, the outcome is reported
 * without navigating.
 */
export function useImport(uploadId: string) {
  const say = useSay()
  const formats = useFormats()
  const [planId, setPlanId] = useState<PlanId | null>(null)
  const failed = (answer: Parameters<typeof wordsOf>[0]) => wordsOf(answer, say, formats)
  const isHere = useIsHere()
  const ended = (title: string, problem: string): string => {
    if (!isHere.current) tellImported({ title, showId: null, problem })
    return problem
  }
  return async (name: string, show: Omit<Input<'open-show'>, 'planId'>): Promise<string> => {
    const imported = planId === null ? await ask('import-plan', { uploadId, name }) : null
    if (imported && imported.kind !== 'done') return ended(name, failed(imported))
    const plan = imported ? imported.value.planId : planId
    if (plan === null) return ''
    setPlanId(plan)
    const opened = await ask('open-show', { ...show, planId: plan })
    if (opened.kind !== 'done') return ended(show.title, failed(opened))
    const { showId } = opened.value
    if (isHere.current) goTo({ name: 'sell', showId })
    else tellImported({ title: show.title, showId, problem: '' })
    return ''
  }
}

/** Whether the form is still on screen. */
function useIsHere(): { readonly current: boolean } {
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return isHere
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
