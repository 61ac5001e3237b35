// The columns of what holds seats now. Owns what each cell says; nothing of it is typed into.

import { FolderOpen } from 'lucide-react'
import { type HoldRow, holdStates } from '../../../shared/contract/row-operations.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { MINUTE_MS, dayInZone } from '../../../shared/lib/time.ts'
import type { Say } from '../../messages/catalogue.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/table/column.ts'
import { type Formats, isolated } from '../../ui/words.tsx'
import { moneyColumn, numberColumn, wordsColumn } from './column-makers.ts'
import { HoldUntil } from './hold-until.tsx'

interface Around {
  readonly ofShows: ReadonlyMap<ShowId, ShowRow>
  readonly zone: string
  readonly nowMs: number
}

export function holdColumns(say: Say, formats: Formats, around: Around): readonly Column<HoldRow>[] {
  const { zone, nowMs } = around
  const { money, number, exactClock } = formats
  return [
    wordsColumn({ id: 'seats', head: say('field.seatIds'), width: 'minmax(130px, 1fr)' }, ({ seats }) =>
      seats.join(', '),
    ),
    showColumn(say, formats, around),
    stateColumn(say),
    namesColumn('seller', say('holds.seller'), '130px', ({ seller }) => seller || say('audit.nobody')),
    namesColumn('kiosk', say('holds.kiosk'), '120px', ({ kioskId }) => kioskId),
    {
      ...namesColumn('customer', say('holds.customer'), '140px', (row) => row.customer ?? ''),
      isSpare: true,
    },
    {
      id: 'since',
      head: say('holds.since'),
      kind: 'day',
      value: (row) => Number(dayInZone(row.reservedAtMs, zone)),
      rank: (row) => row.reservedAtMs,
      text: (row) => exactClock(row.reservedAtMs, zone),
      width: '110px',
      isSpare: true,
    },
    numberColumn(
      { id: 'age', head: say('holds.age'), width: '120px' },
      { value: (row) => Math.max(0, Math.floor((nowMs - row.reservedAtMs) / MINUTE_MS)), number },
    ),
    {
      id: 'until',
      head: say('holds.until'),
      kind: 'day',
      value: (row) => Number(dayInZone(row.endsAtMs, zone)),
      rank: (row) => row.endsAtMs,
      text: (row) => exactClock(row.endsAtMs, zone),
      draw: (row) => <HoldUntil endsAtMs={row.endsAtMs} zone={zone} />,
      width: '150px',
    },
    moneyColumn(
      { id: 'amount', head: say('holds.amount'), width: '110px' },
      { minor: ({ totalMinor }) => totalMinor, currency: (row) => row.currency, money },
    ),
    openColumn(say),
  ]
}

/** Of tonight's and every other show: what it is called, and when it begins. */
function showColumn(say: Say, { day, clock }: Formats, { ofShows }: Around): Column<HoldRow> {
  const text = ({ showId }: HoldRow) => {
    const show = ofShows.get(showId)
    return show
      ? `${show.title} · ${day(show.startsAtMs, show.zone)} ${clock(show.startsAtMs, show.zone)}`
      : ''
  }
  const rank = ({ showId }: HoldRow) => ofShows.get(showId)?.startsAtMs ?? 0
  return {
    id: 'show',
    head: say('holds.show'),
    kind: 'choice',
    value: text,
    text,
    rank,
    width: 'minmax(200px, 1.6fr)',
  }
}

function stateColumn(say: Say): Column<HoldRow> {
  return {
    id: 'state',
    head: say('holds.state'),
    kind: 'choice',
    value: ({ state }) => state,
    text: ({ state }) => say(`holds.state.${state}`),
    choices: holdStates.map((state) => ({ value: state, text: say(`holds.state.${state}`) })),
    width: '130px',
  }
}

function namesColumn(
  id: string,
  head: string,
  width: string,
  value: (row: HoldRow) => string,
): Column<HoldRow> {
  return { id, head, kind: 'choice', value, text: value, width }
}

function openColumn(say: Say): Column<HoldRow> {
  return {
    id: 'open',
    head: say('holds.booking'),
    kind: 'text',
    isTools: true,
    value: () => null,
    text: () => '',
    draw: ({ bookingId, seats }) => (
      <Button
        look="quiet"
        label={say('holds.open', { seats: isolated(seats.join(', ')) })}
        onPress={() => goTo({ name: 'booking', bookingId })}
      >
        <FolderOpen size={18} aria-hidden />
      </Button>
    ),
    width: '80px',
  }
}
