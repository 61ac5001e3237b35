// The columns of a show's seats. Owns what each cell says; seats are changed in bulk, after a dry run, never by typing.

import type { SeatRow } from '../../../shared/contract/row-operations.ts'
import { seatFlags } from '../../../shared/contract/row-operations.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { seatStates } from '../../../shared/domain/seat-state.ts'
import type { Say } from '../../messages/catalogue.ts'
import { deskName } from '../../stores/desks.ts'
import type { Column } from '../../ui/table/column.ts'
import type { Formats } from '../../ui/words.tsx'
import { nameColumn, openColumn } from './booking-columns.tsx'
import { moneyColumn, wordsColumn } from './column-makers.ts'

export type SeatPrices = Pick<ShowRow, 'categories' | 'prices' | 'currency'>

export function seatColumns(say: Say, { money }: Formats, show: SeatPrices): readonly Column<SeatRow>[] {
  const pricesOf = ({ category }: SeatRow) => (show.prices[category] ?? []).filter((price) => price !== null)
  const texts = show.categories.map((_, category) =>
    pricesOf({ category } as SeatRow)
      .map((price) => money(price, show.currency))
      .join(' / '),
  )
  return [
    {
      ...wordsColumn<SeatRow>({ id: 'seat', head: say('seats.seat'), width: '90px' }, ({ label }) => label),
      // In the order of the plan.
      rank: ({ seatId }) => seatId,
    },
    nameColumn(
      { id: 'section', head: say('seats.section'), width: 'minmax(130px, 1fr)' },
      ({ section }) => section,
    ),
    nameColumn({ id: 'row', head: say('seats.row'), width: '90px' }, ({ row }) => row),
    nameColumn(
      { id: 'category', head: say('seats.category'), width: 'minmax(120px, 1fr)' },
      ({ category }) => show.categories[category] ?? '',
    ),
    {
      id: 'flags',
      head: say('seats.flags'),
      kind: 'choice',
      value: ({ flags }) => flags,
      text: ({ flags }) => flags.map((flag) => say(`flag.${flag}`)).join(' · '),
      choices: seatFlags.map((flag) => ({ value: flag, text: say(`flag.${flag}`) })),
      width: 'minmax(110px, 1fr)',
    },
    {
      id: 'state',
      head: say('holds.state'),
      kind: 'choice',
      value: ({ state }) => state,
      text: ({ state }) => say(`machine.state.${state}`),
      choices: seatStates.map((state) => ({ value: state, text: say(`machine.state.${state}`) })),
      width: '120px',
    },
    {
      ...moneyColumn<SeatRow>(
        { id: 'price', head: say('seats.price'), width: 'minmax(180px, 1fr)' },
        { minor: (row) => pricesOf(row)[0] ?? null, currency: () => show.currency, money },
      ),
      text: ({ category }) => texts[category] ?? '',
    },
    wordsColumn(
      { id: 'reason', head: say('seats.reason'), width: 'minmax(130px, 1fr)' },
      ({ blockedFor }) => blockedFor ?? '',
    ),
    wordsColumn({ id: 'booking', head: say('seats.whose'), width: '220px' }, ({ holder }) =>
      holder ? (holder.number ?? deskName(holder.kioskId, say)) : '',
    ),
    openColumn(say, ({ holder, label }) => holder && { bookingId: holder.bookingId, units: label }),
  ]
}
