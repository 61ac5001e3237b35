import { useMemo } from 'react'
import { type Plan, isGone } from '../../../shared/domain/seat-plan/plan.ts'
import { seatStateCode } from '../../../shared/domain/seat-state.ts'
import { SeatStateMark } from '../../seat-map/seat-state-mark.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './time-line.module.css'
import type { Life } from './use-life.ts'

const kinds = ['sold', 'held', 'available', 'blocked'] as const

type Counts = Readonly<Record<(typeof kinds)[number], number>>

/** How full the hall was; seats that somebody had for a time count as held. */
export function usePastCounts({ past }: Life, plan: Plan, atMs: number): Counts {
  return useMemo(() => {
    const sums = { sold: 0, held: 0, available: 0, blocked: 0 }
    for (const [seat, code] of past.replay.statesAt(atMs).entries()) {
      if (isGone(plan, seat)) continue
      if (code === seatStateCode.sold) sums.sold += 1
      else if (code === seatStateCode.available) sums.available += 1
      else if (code === seatStateCode.blocked) sums.blocked += 1
      else sums.held += 1
    }
    return sums
  }, [past, plan, atMs])
}

/** The counts, each beside its look on the map. */
export function PastCounts({ counts }: { readonly counts: Counts }) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <dl className={styles.counts}>
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>
            <SeatStateMark state={kind} /> {say(`machine.state.${kind}`)}
          </dt>
          <dd>{number(counts[kind])}</dd>
        </div>
      ))}
    </dl>
  )
}
