// The house to choose from, as a map or as a list: the same seats, the same words, the same choice.

import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { type Plan, type SeatFlag, seatFlag } from '../../../shared/domain/seat-plan/plan.ts'
import { seatStateCode, seatStates } from '../../../shared/domain/seat-state.ts'
import type { Say } from '../../messages/catalogue.ts'
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
  const { mine, asking } = useChosen()
  const describe = useDescribe(house)
  const { plan, states, row } = house
  const free = useFreeCounts(house)
  const common = { plan, subscribe: subscribeToSeats, mine, asking, describe, onToggle: toggleSeat }
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
    const isListed = (seatId: SeatId) => states[seatId] === seatStateCode.available || mine.has(seatId)
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
  // Whoever was just sent back here was pressing keys for another screen.
  const isTimeUp = useStore(sale).notice?.kind === 'time-up'
  const labels = {
    map: say('map.label', { title: row.title }),
    help: say('map.hint'),
    zoomIn: say('map.zoomIn'),
    zoomOut: say('map.zoomOut'),
    fit: say('map.fit'),
    typed: (text: string, isFound: boolean) =>
      say('map.typed', { text: isolated(text), isFound: String(isFound) }),
    where: (index: number) => whereIs(map.plan, index, say),
  }
  return (
    <div className={styles.map}>
      <SeatMap
        {...map}
        autoFocus={!isTimeUp}
        labels={labels}
        onHover={setPointedAt}
        onFocusSeat={setPointedAt}
      />
      <Legend plan={map.plan} row={row} words={pointedAt === null ? null : map.describe(pointedAt)} />
    </div>
  )
}

/** Chosen seats, and those of them that the house has not promised (yet): they look and read different. */
function useChosen() {
  const { lines, booking } = useStore(sale)
  return useMemo(() => {
    const held = new Set(booking?.lines.map((line) => line.seatId))
    const mine = new Set(lines.map((line) => line.seatId))
    return { mine, asking: mine.difference(held), held }
  }, [lines, booking])
}

/** "Stalls, row F, seat 12: Premium, ₹1,200.00, free" */
function useDescribe({ row, plan, states }: House): (seatId: SeatId) => string {
  const say = useSay()
  const { money } = useFormats()
  const { held, asking } = useChosen()
  return useMemo(
    () => (seatId) => {
      const rowIndex = plan.row[seatId] ?? 0
      const category = plan.category[seatId] ?? 0
      const price = row.prices[category]?.find((amount) => amount !== null)
      const { label = '', section = 0 } = plan.rows[rowIndex] ?? {}
      const name = plan.sections[section]?.name ?? ''
      const words = say(label === '' ? 'map.place' : 'map.seat', {
        section: name === '' ? 'none' : isolated(name),
        row: isolated(label),
        number: isolated(plan.numbers[seatId] ?? ''),
        category: isolated(plan.categories[category]?.name ?? ''),
        price: price === undefined || price === null ? say('manage.notSold') : money(price, row.currency),
        state: asking.has(seatId)
          ? say('state.chosen')
          : held.has(seatId)
            ? say('state.mine')
            : say(`state.${seatStates[states[seatId] ?? 0] ?? 'available'}`),
      })
      const own = flags.filter((flag) => ((plan.flags[seatId] ?? 0) & seatFlag[flag]) !== 0)
      if (own.length === 0) return words
      return say('map.flags', { text: words, flags: own.map((flag) => say(`flag.${flag}`)).join(', ') })
    },
    [row, plan, states, say, money, held, asking],
  )
}

/** The section and the row, as far as they have names. */
function whereIs(plan: Plan, index: number, say: Say): string {
  const { label = '', section = 0 } = plan.rows[index] ?? {}
  const name = plan.sections[section]?.name || plan.name
  return label === '' ? isolated(name) : `${isolated(name)} · ${say('map.row', { row: isolated(label) })}`
}

/** A row without a name is a line of places to stand: it goes by their numbers. */
function rowName({ rows, row, numbers }: Plan, index: number, say: Say): string {
  const label = rows[index]?.label ?? ''
  if (label !== '') return say('map.row', { row: isolated(label) })
  const [from = '', to = ''] = [numbers[row.indexOf(index)], numbers[row.lastIndexOf(index)]]
  return say('map.places', { from: isolated(from), to: isolated(to) })
}

/** Free seats of a row or a section, counted when they are asked for. */
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
