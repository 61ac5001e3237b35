// Columns shared by the tables of bookings and of holds: show, people, places, and the button to the booking. Owns how each reads.

import { FolderOpen } from 'lucide-react'
import type { BookingId } from '../../../shared/domain/ids.ts'
import { dayInZone } from '../../../shared/lib/time.ts'
import type { Say } from '../../messages/catalogue.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/table/column.ts'
import { isolated } from '../../ui/words.tsx'
import { type Head, wordsColumn } from './column-makers.ts'
import { localText } from './local-time.ts'
import { type Days, type Names, type Placed, showText, startOf, unitsText } from './booked-units.ts'

export function unitsColumn<Row extends Placed>(head: Head, names: Names, formats: Days): Column<Row> {
  return wordsColumn(head, (row) => unitsText(row, names, formats))
}

/** Sorted by that time. */
export function showColumn<Row extends Placed>(say: Say, names: Names, formats: Days): Column<Row> {
  const text = (row: Row) => showText(row, names, formats)
  return {
    id: 'show',
    head: say('holds.show'),
    kind: 'choice',
    value: text,
    text,
    rank: (row) => startOf(row, names),
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
  readonly units: string
}

/** `of`: the booking of a row; null if it has none. */
export function openColumn<Row>(say: Say, of: (row: Row) => Opened | null): Column<Row> {
  const button = ({ bookingId, units }: Opened) => (
    <Button
      look="quiet"
      label={say('holds.open', { seats: isolated(units) })}
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
