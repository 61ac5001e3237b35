// A show's hall at any minute of its life [A6]: the map, the time line under it, a seat's whole story beside it. Owns the screen and
// where it leads back to; the facts come from the journal.

import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import type { Plan } from '../../../shared/domain/seat-plan/plan.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { goBack } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { type Trouble, followLife, timeMachine } from '../../stores/time-machine.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { ScreenHead } from '../../ui/screen-head.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { PastMap } from './past-map.tsx'
import { SeatPast } from './seat-past.tsx'
import styles from './time-machine-screen.module.css'
import { TimeLine } from './time-line.tsx'
import { type Life, useLife } from './use-life.ts'

const back = () => goBack({ name: 'manage' })

export function TimeMachineScreen({ showId }: { readonly showId: ShowId }) {
  const say = useSay()
  const { rows, ready } = useStore(shows)
  const row = rows.get(showId)
  useKeys({ Escape: back })
  if (row) return <OfShow row={row} />
  return ready ? <Gone title={say('refusal.notFound.show')} /> : <Waiting text={say('machine.reading')} />
}

function OfShow({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const formats = useFormats()
  const { trouble, share } = useStore(timeMachine)
  const { showId } = row
  const life = useLife(row)
  const plan = useShownPlan(life)
  useEffect(() => followLife(showId), [showId])
  if (life && plan) return <Shown row={row} plan={plan} life={life} />
  if (trouble) return <Gone title={troubleWords(trouble)} />
  return <Waiting text={say('machine.read', { percent: Math.floor(share * 100) })} />

  function troubleWords(told: Trouble): string {
    if (told.kind === 'refused') return refusalText(told.refusal, say, formats, row.zone)
    return say(`notice.fault.${told.reason}`, { incident: told.incidentId })
  }
}

/** [L4] The version of the plan that the show used at the instant shown. */
function useShownPlan(life: Life | null): Plan | null {
  const { atMs, plans } = useStore(timeMachine)
  const planId = life?.past.replay.planAt(atMs ?? life.toMs)
  return plans.find((plan) => plan.planId === planId) ?? null
}

function Gone({ title }: { readonly title: string }) {
  const say = useSay()
  return (
    <Empty isWhole title={title} text="">
      <Button look="next" onPress={back} shortcut="Esc" autoFocus>
        {say('story.back')}
      </Button>
    </Empty>
  )
}

interface ShownProps {
  readonly row: ShowRow
  readonly plan: Plan
  readonly life: Life
}

function Shown({ row, plan, life }: ShownProps) {
  const say = useSay()
  const { clock, day } = useFormats()
  const { startsAtMs, zone, title } = row
  return (
    <div className={styles.machine}>
      <ScreenHead onBack={back}>
        {say('machine.title')} · <bdi>{title}</bdi>{' '}
        <small>
          {day(startsAtMs, zone)} {clock(startsAtMs, zone)}
        </small>
      </ScreenHead>
      <PastMap row={row} plan={plan} life={life} />
      <TimeLine row={row} plan={plan} life={life} />
      <SeatPast row={row} plan={plan} life={life} />
    </div>
  )
}
