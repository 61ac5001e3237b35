import type { Answer } from '../../shared/contract/port.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { refusalText } from '../messages/refusal-text.ts'
import styles from './pin-problem.module.css'
import { useHubNow } from './use-hub-now.ts'
import { useFormats, useSay } from './words.tsx'

export type NotDone = Exclude<Answer<never>, { kind: 'done' }>

/** [I41] When the next PIN is accepted; null: now, or not before an administrator sets a new one. */
export function waitsUntilMs(problem: NotDone | null): number | null {
  if (problem?.kind !== 'refused') return null
  const { refusal } = problem
  return refusal.code === 'WRONG_PIN' || refusal.code === 'SIGN_IN_LOCKED' ? refusal.untilMs : null
}

interface Props {
  readonly id: string
  readonly problem: NotDone | null
  /** Words specific to this place; null for the general ones. */
  readonly own?: (problem: NotDone) => string | null
}

/** Why a PIN was rejected, with the waiting time: announced once, counted down silently. Its room is always reserved. */
export function PinProblem({ id, problem, own }: Props) {
  const say = useSay()
  const formats = useFormats()
  const untilMs = waitsUntilMs(problem)
  const leftMs = (untilMs ?? 0) - useHubNow(SECOND_MS / 4, untilMs !== null)
  const isOver = untilMs !== null && leftMs <= 0
  return (
    <div className={styles['problem']}>
      <p id={id} role="alert">
        {problem && !isOver && (own?.(problem) ?? words(problem, say, formats))}
      </p>
      {untilMs !== null && !isOver && (
        <p role="timer" aria-label={say('signIn.wait')} className={styles['wait']}>
          {formats.lasting(leftMs)}
        </p>
      )}
    </div>
  )
}

function words(
  problem: NotDone,
  say: ReturnType<typeof useSay>,
  formats: ReturnType<typeof useFormats>,
): string {
  return problem.kind === 'refused'
    ? refusalText(problem.refusal, say, formats, 'UTC')
    : say(`notice.fault.${problem.reason}`, { incident: problem.incidentId })
}
