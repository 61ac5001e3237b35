// The columns of current holds. Owns what each cell says; none can be edited.

import { type HoldRow, holdStates } from '../../../shared/contract/row-operations.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { MINUTE_MS } from '../../../shared/lib/time.ts'
import type { Say } from '../../messages/catalogue.ts'
import { deskName } from '../../stores/desks.ts'
import type { Column } from '../../ui/table/column.ts'
import type { Formats } from '../../ui/words.tsx'
import { unitsText } from './booked-units.ts'
import { nameColumn, openColumn, showColumn, timeColumn, unitsColumn } from './booking-columns.tsx'
import { moneyColumn, numberColumn } from './column-makers.ts'
import { HoldUntil } from './hold-until.tsx'
import type { ShowName } from './use-show-names.ts'

interface Around {
  readonly names: ReadonlyMap<ShowId, ShowName>
  readonly zone: string
  readonly nowMs: number
}

export function holdColumns(
  say: Say,
  formats: Formats,
  { names, zone, nowMs }: Around,
): readonly Column<HoldRow>[] {
  const { money, number, exactClock } = formats
  const text = (instantMs: number) => exactClock(instantMs, zone)
  return [
    unitsColumn({ id: 'seats', head: say('field.seatIds'), width: 'minmax(96px, 1fr)' }, names, formats),
    showColumn(say, names, formats),
    stateColumn(say),
    nameColumn(
      { id: 'seller', head: say('holds.seller'), width: '104px' },
      ({ seller }) => seller || say('audit.nobody'),
    ),
    nameColumn({ id: 'kiosk', head: say('holds.kiosk'), width: '100px' }, ({ kioskId }) =>
      deskName(kioskId, say),
    ),
    nameColumn(
      { id: 'customer', head: say('holds.customer'), width: '140px', isSpare: true },
      ({ customer }) => customer ?? '',
    ),
    timeColumn({ id: 'since', head: say('holds.since'), width: '110px', isSpare: true }, zone, {
      at: (row) => row.reservedAtMs,
      text,
    }),
    numberColumn(
      { id: 'age', head: say('holds.age'), width: '122px', isSpare: true },
      { value: (row) => Math.max(0, Math.floor((nowMs - row.reservedAtMs) / MINUTE_MS)), number },
    ),
    {
      ...timeColumn({ id: 'until', head: say('holds.until'), width: '148px' }, zone, {
        at: (row: HoldRow) => row.endsAtMs,
        text,
      }),
      draw: (row) => <HoldUntil endsAtMs={row.endsAtMs} zone={zone} />,
    },
    moneyColumn(
      { id: 'amount', head: say('holds.amount'), width: '104px' },
      { minor: ({ totalMinor }) => totalMinor, currency: (row) => row.currency, money },
    ),
    openColumn(say, (row) => ({ bookingId: row.bookingId, units: unitsText(row, names, formats) })),
  ]
}

function stateColumn(say: Say): Column<HoldRow> {
  return {
    id: 'state',
    head: say('holds.state'),
    kind: 'choice',
    value: ({ state }) => state,
    text: ({ state }) => say(`holds.state.${state}`),
    choices: holdStates.map((state) => ({ value: state, text: say(`holds.state.${state}`) })),
    width: '100px',
  }
}
