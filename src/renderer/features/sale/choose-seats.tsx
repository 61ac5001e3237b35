// Choosing seats in the house, as a map or as a list: the same seats, the same words, the same choice.

import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { seatStateCode } from '../../../shared/domain/seat-state.ts'
import { SeatList } from '../../seat-map/seat-list.tsx'
import { SeatMap } from '../../seat-map/seat-map.tsx'
import { best, zoneOf } from '../../stores/best-seats.ts'
import { preferences } from '../../stores/preferences.ts'
import { pressSeat } from '../../stores/parked.ts'
import { sale } from '../../stores/sale.ts'
import { subscribeToSeats } from '../../stores/seats.ts'
import { sweep } from '../../stores/sweep.ts'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { isolated, useDirection, useSay } from '../../ui/words.tsx'
import { ChoiceTold } from './choice-told.tsx'
import { Legend } from './legend.tsx'
import { SeatCard } from './seat-card.tsx'
import { type House, rowName, useDescribe, whereIs } from './seat-words.ts'
import { SeatNews } from './seat-news.tsx'
import { SweepChip } from './sweep-chip.tsx'
import { useAside, useChosen } from './use-chosen.ts'
import { useFarHint } from './use-far-hint.ts'
import { useLeftAlone } from './use-left-alone.ts'
import { useSweepUse } from './use-sweep-use.ts'
import styles from './choose-seats.module.css'

export function ChooseSeats({ asList, ...house }: House & { readonly asList: boolean }) {
  const say = useSay()
  const { scheme } = useStore(preferences)
  const { mine, asking } = useChosen()
  const { aside } = useAside()
  const describe = useDescribe(house)
  const { plan, states, row } = house
  const free = useFreeCounts(house)
  const common = { plan, subscribe: subscribeToSeats, mine, asking, describe, onToggle: pressSeat }
  if (asList) {
    const labels = {
      list: say('map.listLabel'),
      section: (section: number) =>
        say('map.section', {
          name: isolated(plan.sections[section]?.name || plan.name),
          count: free.inSection(section),
        }),
      row: (index: number) =>
        `${rowName(plan, index, say)} · ${say('map.rowLeft', { count: free.inRow(index) })}`,
      none: say('map.rowLeft', { count: 0 }),
    }
    const isListed = (seatId: SeatId) =>
      states[seatId] === seatStateCode.available || mine.has(seatId) || aside.has(seatId)
    return (
      <div className={styles.list}>
        <SeatList {...common} labels={labels} isListed={isListed} />
        <ChoiceTold {...house} />
      </div>
    )
  }
  return <MapOfSeats {...common} aside={aside} states={states} row={row} scheme={scheme} />
}

type MapProps = Omit<Parameters<typeof SeatMap>[0], 'labels'> &
  House & { readonly describe: (seatId: SeatId) => string }

function MapOfSeats({ row, ...map }: MapProps) {
  const say = useSay()
  const [pointedAt, setPointedAt] = useState<SeatId | null>(null)
  const { notice } = useStore(sale)
  const { over } = useStore(sweep)
  const { where } = useStore(best)
  const isCustomers = useIsCustomers()
  const house = { row, plan: map.plan, states: map.states }
  const alone = useLeftAlone(house)
  const meant = useMemo(() => new Set(over), [over])
  const problems = useMemo(
    () => new Set(notice?.kind === 'lost' ? notice.seats.map(({ seatId }) => seatId) : []),
    [notice],
  )
  const { hint, onFar } = useFarHint(row.showId)
  const labels = {
    map: say('map.label', { title: row.title }),
    help: say('map.hint'),
    zoomIn: say('map.zoomIn'),
    zoomOut: say('map.zoomOut'),
    fit: say('map.fit'),
    // No drawing over seats for customers: nobody has shown them how. They touch single seats.
    ...(!isCustomers && { draw: say('map.draw') }),
    typed: (text: string, isFound: boolean) =>
      say('map.typed', { text: isolated(text), isFound: String(isFound) }),
    where: (index: number) => whereIs(map.plan, index, say),
  }
  return (
    <div className={styles.map}>
      <SeatMap
        {...map}
        mine={useUnion(map.mine, meant)}
        asking={useUnion(map.asking, meant)}
        problems={problems}
        alone={alone}
        zone={zoneOf(where)}
        sweep={useSweepUse(row)}
        renderCard={(card) => <SeatCard card={card} {...house} />}
        // Someone who was just sent back here may still be pressing keys meant for another screen.
        autoFocus={notice?.kind !== 'time-up' && notice?.kind !== 'unknown'}
        labels={labels}
        direction={useDirection()}
        onHover={setPointedAt}
        onFar={onFar}
        onFocusSeat={setPointedAt}
      >
        <SweepChip row={row} />
        <ChoiceTold {...house} />
      </SeatMap>
      <SeatNews plan={map.plan} states={map.states} />
      <Legend
        plan={map.plan}
        row={row}
        words={pointedAt === null ? null : map.describe(pointedAt)}
        hint={hint}
      />
    </div>
  )
}

function useUnion(some: ReadonlySet<SeatId>, others: ReadonlySet<SeatId>): ReadonlySet<SeatId> {
  return useMemo(() => (others.size === 0 ? some : some.union(others)), [some, others])
}

/** Free seats of a row or a section, counted on demand. */
function useFreeCounts({ plan, states }: House) {
  return useMemo(() => {
    const free = (isHere: (row: number) => boolean) => {
      let count = 0
      for (let seat = 0; seat < plan.count; seat += 1) {
        if (states[seat] === seatStateCode.available && isHere(plan.row[seat] ?? 0)) count += 1
      }
      return count
    }
    return {
      inRow: (row: number) => free((one) => one === row),
      inSection: (section: number) => free((one) => plan.rows[one]?.section === section),
    }
  }, [plan, states])
}
