// The map for moving a booking: its own seats, possible targets, and all others as they are. Owns what each is called; must never
// hold one: the move itself takes them, all or none.

import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { Booking } from '../../../shared/domain/booking.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import type { Plan } from '../../../shared/domain/seat-plan/plan.ts'
import { seatStateCode, seatStates } from '../../../shared/domain/seat-state.ts'
import { SeatMap } from '../../seat-map/seat-map.tsx'
import { turned } from '../../stores/move-pairs.ts'
import { moving } from '../../stores/moving.ts'
import { preferences } from '../../stores/preferences.ts'
import { subscribeToSeats } from '../../stores/seats.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './move-screen.module.css'

interface Props {
  readonly booking: Booking
  readonly row: ShowRow
  readonly plan: Plan
  readonly states: Uint8Array
}

export function MoveMap({ booking, row, plan, states }: Props) {
  const say = useSay()
  const { scheme } = useStore(preferences)
  const { from, to } = useStore(moving)
  const [pointedAt, setPointedAt] = useState<SeatId | null>(null)
  const [missed, setMissed] = useState<SeatId | null>(null)
  const describe = useDescribe({ booking, row, plan, states })
  const own = useMemo(() => booking.lines.map(({ seatId }) => seatId), [booking])
  const mine = useMemo(() => new Set([...from, ...to]), [from, to])
  const asking = useMemo(() => new Set(to), [to])
  const choose = (seatId: SeatId) => {
    const isOffered =
      states[seatId] === seatStateCode.available || own.includes(seatId) || to.includes(seatId)
    setMissed(isOffered ? null : seatId)
    if (isOffered) moving.setState((now) => turned(now, seatId, own))
  }
  return (
    <div className={styles.house}>
      <SeatMap
        plan={plan}
        states={states}
        subscribe={subscribeToSeats}
        mine={mine}
        asking={asking}
        scheme={scheme}
        describe={describe}
        onToggle={choose}
        onHover={setPointedAt}
        onFocusSeat={setPointedAt}
        autoFocus
        labels={{
          map: say('map.label', { title: row.title }),
          help: say('map.hint'),
          zoomIn: say('map.zoomIn'),
          zoomOut: say('map.zoomOut'),
          fit: say('map.fit'),
          typed: (text, isFound) => say('map.typed', { text: isolated(text), isFound: String(isFound) }),
        }}
      />
      <p className={styles.missed} role="alert">
        {missed !== null && say('move.missed', { seat: describe(missed) })}
      </p>
      <p className={styles.pointed}>{pointedAt === null ? say('move.hint') : describe(pointedAt)}</p>
    </div>
  )
}

function useDescribe({ booking, row, plan, states }: Props): (seatId: SeatId) => string {
  const say = useSay()
  const { money } = useFormats()
  const { from, to } = useStore(moving)
  return (seatId) => {
    const { label = '', section = 0 } = plan.rows[plan.row[seatId] ?? 0] ?? {}
    const category = plan.category[seatId] ?? 0
    const name = plan.sections[section]?.name ?? ''
    const price = row.prices[category]?.find((amount) => amount !== null) ?? null
    const isOwn = booking.lines.some((line) => line.seatId === seatId)
    const state = to.includes(seatId)
      ? say('state.moveTo')
      : isOwn
        ? say(from.includes(seatId) ? 'state.moveFrom' : 'state.stays')
        : say(`state.${seatStates[states[seatId] ?? 0] ?? 'available'}`)
    return say(label === '' ? 'map.place' : 'map.seat', {
      section: name === '' ? 'none' : isolated(name),
      row: isolated(label),
      number: isolated(plan.numbers[seatId] ?? ''),
      category: isolated(plan.categories[category]?.name ?? ''),
      price: price === null ? say('manage.notSold') : money(price, row.currency),
      state,
    })
  }
}
