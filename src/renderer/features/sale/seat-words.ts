// Words for seats and rows, on the map, in the list and on a seat's card. Owns the wording; must never know where it is shown.

import { useMemo } from 'react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { type Plan, type SeatFlag, seatFlag } from '../../../shared/domain/seat-plan/plan.ts'
import { seatStateCode, seatStates } from '../../../shared/domain/seat-state.ts'
import type { Say } from '../../messages/catalogue.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { useAside, useChosen } from './use-chosen.ts'

export interface House {
  readonly row: ShowRow
  readonly plan: Plan
  readonly states: Uint8Array
}

const flags = Object.keys(seatFlag) as SeatFlag[]

export function flagsOf(plan: Plan, seatId: SeatId): readonly SeatFlag[] {
  return flags.filter((flag) => ((plan.flags[seatId] ?? 0) & seatFlag[flag]) !== 0)
}

/**
 * A seat's state for this desk: the house's state, unless it is chosen or held here. The codes change in place, so it is read at
 * the moment of use.
 */
export function useStateOf(states: Uint8Array) {
  const { mine, held } = useChosen()
  const { parked } = useAside()
  return useMemo(
    () => (seatId: SeatId) => {
      const code = states[seatId] ?? 0
      if (mine.has(seatId)) return held.has(seatId) ? 'mine' : 'chosen'
      if (code === seatStateCode.held && held.has(seatId)) return 'left'
      if (code === seatStateCode.held && parked.has(seatId)) return 'parked'
      return seatStates[code] ?? 'available'
    },
    [states, mine, held, parked],
  )
}

/** "Stalls, row F, seat 12: Premium, ₹1,200.00, free" */
export function useDescribe({ row, plan, states }: House): (seatId: SeatId) => string {
  const say = useSay()
  const { money } = useFormats()
  const stateOf = useStateOf(states)
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
        state: say(`state.${stateOf(seatId)}`),
      })
      const own = flagsOf(plan, seatId)
      if (own.length === 0) return words
      return say('map.flags', { text: words, flags: own.map((flag) => say(`flag.${flag}`)).join(', ') })
    },
    [row, plan, say, money, stateOf],
  )
}

/** The section and the row, as far as they have names. */
export function whereIs(plan: Plan, index: number, say: Say): string {
  const { label = '', section = 0 } = plan.rows[index] ?? {}
  const name = plan.sections[section]?.name || plan.name
  return label === '' ? isolated(name) : `${isolated(name)} · ${say('map.row', { row: isolated(label) })}`
}

/** A row without a name is a line of standing places, named by its numbers. */
export function rowName({ rows, row, numbers }: Plan, index: number, say: Say): string {
  const label = rows[index]?.label ?? ''
  if (label !== '') return say('map.row', { row: isolated(label) })
  const [from = '', to = ''] = [numbers[row.indexOf(index)], numbers[row.lastIndexOf(index)]]
  return say('map.places', { from: isolated(from), to: isolated(to) })
}
