// The table of all bookings [A1]: searched by any of its columns, opened from a row, saved as a spreadsheet. Owns what its columns
// say; a booking is changed where it is opened, never here.

import { useMemo } from 'react'
import { type BookingState, bookingStates } from '../../../shared/domain/booking.ts'
import type { BookingRow } from '../../../shared/contract/row-operations.ts'
import type { BookingId, ShowId } from '../../../shared/domain/ids.ts'
import { paymentModes } from '../../../shared/domain/tender.ts'
import { ask } from '../../box-office.ts'
import type { Say } from '../../messages/catalogue.ts'
import { deskName } from '../../stores/desks.ts'
import { BookingStateChip } from '../../ui/booking-state.tsx'
import type { Column } from '../../ui/table/column.ts'
import { type Formats, useFormats, useSay } from '../../ui/words.tsx'
import { unitsText } from './booked-units.ts'
import { nameColumn, openColumn, showColumn, timeColumn, unitsColumn } from './booking-columns.tsx'
import type { BulkAction } from './bulk-bar.tsx'
import { moneyColumn, wordsColumn } from './column-makers.ts'
import { followBookings } from './follow-rows.ts'
import { KindTable } from './kind-table.tsx'
import { ReadingRows } from './reading-rows.tsx'
import { useZone } from './use-currency.ts'
import { type RowSource, useRows } from './use-rows.ts'
import { type ShowName, useShowNames } from './use-show-names.ts'

const idOf = ({ bookingId }: BookingRow) => bookingId
const source: RowSource<BookingRow> = {
  after: (id) => ask('booking-rows', { after: id as BookingId | null }),
  some: (ids) => ask('booking-rows', { ids: ids as BookingId[] }),
  idOf,
  follow: followBookings,
}
/** Actions on a booking need to ask more than a table can show. */
const noActions: readonly BulkAction[] = []
/** Deleted bookings are in no list any more. */
const states = (Object.keys(bookingStates) as BookingState[]).filter((state) => state !== 'deleted')

export function BookingsTable() {
  const say = useSay()
  const formats = useFormats()
  const zone = useZone()
  const names = useShowNames()
  const { rows, read, failed, readAll, readSome } = useRows(source)
  const columns = useMemo(() => columnsOf(say, formats, { names, zone }), [say, formats, names, zone])
  if (!rows) return <ReadingRows {...{ read, failed }} onAgain={readAll} />
  return (
    <KindTable
      of="bookings"
      title={say('bookings.title')}
      search={say('bookings.search')}
      sortedBy="made"
      isNewestFirst
      nameOf={(row) => row.number ?? unitsText(row, names, formats)}
      onChanged={(ids) => void readSome(ids)}
      actions={noActions}
      {...{ rows, columns, idOf }}
    />
  )
}

interface Around {
  readonly names: ReadonlyMap<ShowId, ShowName>
  readonly zone: string
}

function columnsOf(say: Say, formats: Formats, { names, zone }: Around): readonly Column<BookingRow>[] {
  const { day, clock, money } = formats
  const modeText = (mode: BookingRow['modes'][number]) => say(`mode.${mode}`)
  return [
    wordsColumn({ id: 'number', head: say('bookings.number'), width: '232px' }, ({ number }) => number ?? ''),
    stateColumn(say),
    showColumn(say, names, formats),
    unitsColumn({ id: 'seats', head: say('field.seatIds'), width: 'minmax(110px, 1fr)' }, names, formats),
    nameColumn(
      { id: 'customer', head: say('holds.customer'), width: 'minmax(120px, 1fr)' },
      ({ customer }) => customer ?? '',
    ),
    moneyColumn(
      { id: 'total', head: say('bookings.total'), width: '110px' },
      { minor: ({ totalMinor }) => totalMinor, currency: (row) => row.currency, money },
    ),
    {
      id: 'modes',
      head: say('bookings.paidBy'),
      kind: 'choice',
      value: ({ modes }) => modes,
      text: ({ modes }) => modes.map(modeText).join(', '),
      choices: paymentModes.map((mode) => ({ value: mode, text: modeText(mode) })),
      width: '120px',
    },
    nameColumn(
      { id: 'seller', head: say('holds.seller'), width: '120px' },
      ({ seller }) => seller || say('audit.nobody'),
    ),
    timeColumn({ id: 'made', head: say('bookings.made'), width: '156px' }, zone, {
      at: (row) => row.reservedAtMs,
      text: (instantMs) => `${day(instantMs, zone)} ${clock(instantMs, zone)}`,
    }),
    nameColumn({ id: 'kiosk', head: say('holds.kiosk'), width: '120px', isSpare: true }, ({ kioskId }) =>
      deskName(kioskId, say),
    ),
    openColumn(say, (row) => ({ bookingId: row.bookingId, units: unitsText(row, names, formats) })),
  ]
}

function stateColumn(say: Say): Column<BookingRow> {
  return {
    id: 'state',
    head: say('holds.state'),
    kind: 'choice',
    value: ({ state }) => state,
    text: ({ state }) => say(`booking.${state}`),
    choices: states.map((state) => ({ value: state, text: say(`booking.${state}`) })),
    draw: ({ state }) => <BookingStateChip state={state} />,
    width: '160px',
  }
}
