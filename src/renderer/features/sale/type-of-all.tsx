// Sets one ticket type for all chosen seats at once: "four children". Owns this control and its key; the house decides what a
// type costs.

import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { TicketTypeId } from '../../../shared/domain/ids.ts'
import { choose, sale } from '../../stores/sale.ts'
import { seats } from '../../stores/seats.ts'
import { Select } from '../../ui/select.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useSay } from '../../ui/words.tsx'
import { commonTypes, nextType, offeredWith, typeOfAll } from './types-for-all.ts'

/** Placeholder value, not a type: shown while the seats have different types. */
const MIXED = 'mixed'

export function TypeOfAll({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const { lines, asking } = useStore(sale)
  const { plan } = useStore(seats)
  const types = plan ? commonTypes(row, plan, lines) : []
  const now = typeOfAll(lines)
  const next = nextType(types, now)
  const isOffered = lines.length > 0 && types.length > 1 && asking === null
  useSteps([
    {
      id: 'type-of-all',
      words: say('cart.types.next', { type: next === undefined ? '' : (row.ticketTypes[next] ?? '') }),
      keys: ['Ctrl+m'],
      run: () => isOffered && next !== undefined && chooseForAll(next),
      isOffered,
    },
  ])
  if (lines.length < 2 || types.length < 2) return null
  const options = (now === null ? types : offeredWith(types, now)).map((type) => ({
    value: String(type),
    text: row.ticketTypes[type] ?? '',
  }))
  const mixed = { value: MIXED, text: say('cart.types.mixed') }
  return (
    <Select
      label={say('cart.types')}
      value={now === null ? MIXED : String(now)}
      options={now === null ? [mixed, ...options] : options}
      isDisabled={asking !== null}
      onChange={(type) => type !== MIXED && chooseForAll(Number(type) as TicketTypeId)}
    />
  )
}

/** [P2] For a held cart, the house reprices all lines at once or none. */
function chooseForAll(ticketTypeId: TicketTypeId): void {
  const { lines, couponCode } = sale.getState()
  void choose(
    lines.map((line) => ({ ...line, ticketTypeId })),
    couponCode,
  )
}
