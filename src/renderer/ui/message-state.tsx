import { Check, CircleSlash, Clock, TriangleAlert } from 'lucide-react'
import type { MessageRow } from '../../shared/contract/message-operations.ts'
import styles from './message-state.module.css'
import { useFormats, useSay } from './words.tsx'

const signs = { waiting: Clock, sent: Check, failed: TriangleAlert, dropped: CircleSlash } as const

/** What became of a message: an icon, then words, and the other side's answer if it failed. */
export function MessageState({ row, zone }: { readonly row: MessageRow; readonly zone: string }) {
  const Sign = signs[row.state]
  return (
    <span className={styles['state']} data-state={row.state}>
      <Sign size={16} aria-hidden />
      <span>
        <Told row={row} zone={zone} />
        {row.detail !== '' && row.state !== 'sent' && (
          <bdi dir="ltr" className={styles['detail']}>
            {row.detail}
          </bdi>
        )}
      </span>
    </span>
  )
}

function Told({ row, zone }: { readonly row: MessageRow; readonly zone: string }) {
  const say = useSay()
  const { clock } = useFormats()
  const problem = row.problem === null ? null : say(`told.problem.${row.problem}`)
  if (row.state === 'sent') return say('told.sent', { time: clock(row.endedAtMs ?? row.nextAtMs, zone) })
  if (row.state === 'dropped') return say('told.dropped')
  if (row.state === 'failed') return say('told.failed', { problem: problem ?? '' })
  const time = clock(row.nextAtMs, zone)
  return problem === null ? say('told.waiting.at', { time }) : say('told.waiting.tried', { problem, time })
}
