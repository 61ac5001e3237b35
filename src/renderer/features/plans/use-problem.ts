import type { Answer } from '../../../shared/contract/port.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { useFormats, useSay } from '../../ui/words.tsx'

/** What went wrong, in words. No message here contains a time. */
export function useProblem(): (answer: Exclude<Answer<unknown>, { kind: 'done' }>) => string {
  const say = useSay()
  const formats = useFormats()
  return (answer) =>
    answer.kind === 'refused'
      ? refusalText(answer.refusal, say, formats, 'UTC')
      : say(`notice.fault.${answer.reason}`, { incident: answer.incidentId })
}
