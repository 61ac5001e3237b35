import { refusalText } from '../../messages/refusal-text.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './shift-parts.module.css'
import type { NotDone } from './use-shift.ts'

/** The house's refusal, in a live region; its room is reserved before there is one. */
export function ShiftProblem({ problem, zone }: { readonly problem: NotDone | null; readonly zone: string }) {
  const say = useSay()
  const formats = useFormats()
  const text =
    problem &&
    (problem.kind === 'refused' ? refusalText(problem.refusal, say, formats, zone) : say('shift.problem'))
  return (
    <p className={styles.problem} role="alert">
      {text}
    </p>
  )
}
