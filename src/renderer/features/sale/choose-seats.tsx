// The house to choose from, as a map or as a list: the same seats, the same words, the same choice.

import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { type Plan, type SeatFlag, seatFlag } from '../../../shared/domain/seat-plan/plan.ts'
import { seatStateCode, seatStates } from '../../../shared/domain/seat-state.ts'
import { SeatList } from '../../seat-map/seat-list.tsx'
import { SeatMap } from '../../seat-map/seat-map.tsx'
import { preferences } from '../../stores/preferences.ts'
import { sale, toggleSeat } from '../../stores/sale.ts'
import { subscribeToSeats } from '../../stores/seats.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { Legend } from './legend.tsx'
import styles from './choose-seats.module.css'

interface House {
  readonly row: ShowRow
  readonly plan: Plan
  readonly states: Uint8Array
}

const flags = Object.keys(seatFlag) as SeatFlag[]

export function ChooseSeats({ asList, ...house }: House & { readonly asList: boolean }) {
  const say = useSay()
  const { scheme } = useStore(preferences)
  const chosen = useChosen()
  const describe = useDescribe(house)
  const { plan, states, row } = house
  const free = useFreeCounts(house)
  const common = { plan, subscribe: subscribeToSeats, ...chosen, describe, onToggle: toggleSeat }
  if (asList) {
    const labels = {
      list: say('map.listLabel'),
      section: (section: number) => plan.sections[section]?.name ?? '',
      row: (index: number) =>
        `${say('map.row', { row: plan.rows[index]?.label ?? '' })} · ${say('map.rowLeft', { count: free(index) })}`,
      none: say('map.rowLeft', { count: 0 }),
    }
    const isListed = (seatId: SeatId) => states[seatId] === seatStateCode.available || chosen.mine.has(seatId)
    return (
      <div className={styles.list}>
        <SeatList {...common} labels={labels} isListed={isListed} />
      </div>
    )
  }
  return <MapOfSeats {...common} states={states} row={row} scheme={scheme} />
}

type MapProps = Omit<Parameters<typeof SeatMap>[0], 'labels'> & {
  readonly row: ShowRow
  readonly describe: (seatId: SeatId) => string
}

function MapOfSeats({ row, ...map }: MapProps) {
  const say = useSay()
  const [pointedAt, setPointedAt] = useState<SeatId | null>(null)
  const labels = {
    map: say('map.label', { title: row.title }),
    help: say('map.hint'),
    zoomIn: say('map.zoomIn'),
    zoomOut: say('map.zoomOut'),
    fit: say('map.fit'),
  }
  return (
    <div className={styles.map}>
      <SeatMap {...map} autoFocus labels={labels} onHover={setPointedAt} onFocusSeat={setPointedAt} />
      <Legend plan={map.plan} words={pointedAt === null ? null : map.describe(pointedAt)} />
    </div>
  )
}

/** Chosen seats, and those that the house is being asked for. */
function useChosen() {
  const { lines, asking } = useStore(sale)
  return useMemo(() => {
    const mine = new Set(lines.map((line) => line.seatId))
    return { mine, asking: asking === 'hold' ? mine : new Set<SeatId>() }
  }, [lines, asking])
}

/** "Stalls, row F, seat 12: Premium, ₹1,200.00, free" */
function useDescribe({ row, plan, states }: House): (seatId: SeatId) => string {
  const say = useSay()
  const { money } = useFormats()
  const { mine } = useChosen()
  return useMemo(
    () => (seatId) => {
      const rowIndex = plan.row[seatId] ?? 0
      const category = plan.category[seatId] ?? 0
      const price = row.prices[category]?.find((amount) => amount !== null)
      const words = say('map.seat', {
        section: isolated(plan.sections[plan.rows[rowIndex]?.section ?? 0]?.name ?? ''),
        row: isolated(plan.rows[rowIndex]?.label ?? ''),
        number: isolated(plan.numbers[seatId] ?? ''),
        category: isolated(plan.categories[category]?.name ?? ''),
        price: price === undefined || price === null ? say('manage.notSold') : money(price, row.currency),
        state: mine.has(seatId)
          ? say('state.mine')
          : say(`state.${seatStates[states[seatId] ?? 0] ?? 'available'}`),
      })
      const own = flags.filter((flag) => ((plan.flags[seatId] ?? 0) & seatFlag[flag]) !== 0)
      if (own.length === 0) return words
      return say('map.flags', { text: words, flags: own.map((flag) => say(`flag.${flag}`)).join(', ') })
    },
    [row, plan, states, say, money, mine],
  )
}

/** Free seats of a row, counted when it is asked for. */
function useFreeCounts({ plan, states }: House): (row: number) => number {
  return useMemo(() => {
    const seatsOfRow = Map.groupBy(
      Array.from({ length: plan.count }, (_, seat) => seat),
      (seat) => plan.row[seat] ?? 0,
    )
    return (row) =>
      (seatsOfRow.get(row) ?? []).filter((seat) => states[seat] === seatStateCode.available).length
  }, [plan, states])
}
