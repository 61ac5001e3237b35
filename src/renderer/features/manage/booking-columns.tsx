// Columns shared by the tables of bookings and of holds: show, people, places, and the button to the booking. Owns how each reads.

import { FolderOpen } from 'lucide-react'
import type { BookingId, ShowId } from '../../../shared/domain/ids.ts'
import { dayInZone } from '../../../shared/lib/time.ts'
import type { Say } from '../../messages/catalogue.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/table/column.ts'
import { isolated } from '../../ui/words.tsx'
import type { Head } from './column-makers.ts'
import { localText } from './local-time.ts'
import type { ShowName } from './use-show-names.ts'

/** Sorted by the start of the show. */
export function showColumn<Row extends { readonly showId: ShowId }>(
  say: Say,
  names: ReadonlyMap<ShowId, ShowName>,
): Column<Row> {
  const text = ({ showId }: Row) => names.get(showId)?.text ?? ''
  return {
    id: 'show',
    head: say('holds.show'),
    kind: 'choice',
    value: text,
    text,
    rank: ({ showId }) => names.get(showId)?.startsAtMs ?? 0,
    width: 'minmax(312px, 1.6fr)',
  }
}

/** Filtered by the values that its rows have. */
export function nameColumn<Row>(head: Head, value: (row: Row) => string): Column<Row> {
  return { ...head, kind: 'choice', value, text: value }
}

/** In the time zone of the house. */
export function timeColumn<Row>(
  head: Head,
  zone: string,
  parts: { readonly at: (row: Row) => number; readonly text: (instantMs: number) => string },
): Column<Row> {
  const { at, text } = parts
  return {
    ...head,
    kind: 'day',
    value: (row) => Number(dayInZone(at(row), zone)),
    rank: at,
    text: (row) => text(at(row)),
    plain: (row) => localText(at(row), zone),
  }
}

interface Opened {
  readonly bookingId: BookingId
  readonly seats: readonly string[]
}

/** `of`: the booking of a row; null if it has none. */
export function openColumn<Row>(say: Say, of: (row: Row) => Opened | null): Column<Row> {
  const button = ({ bookingId, seats }: Opened) => (
    <Button
      look="quiet"
      label={say('holds.open', { seats: isolated(seats.join(', ')) })}
      onPress={() => goTo({ name: 'booking', bookingId })}
    >
      <FolderOpen size={18} aria-hidden />
    </Button>
  )
  return {
    id: 'open',
    head: say('holds.booking'),
    kind: 'text',
    isTools: true,
    value: () => null,
    text: () => '',
    draw: (row) => {
      const opened = of(row)
      return opened && button(opened)
    },
    width: '76px',
  }
}
