// Which column of a table is which: by what stands above it, in every order and spelling.
// Owns these names; must never look at what stands below them.

import type { SeatKey } from './listed-seat.ts'
import { plainWord } from './seat-words.ts'

/** Compared without case, spaces and hyphens. */
const titles: Readonly<Record<SeatKey, readonly string[]>> = {
  id: ['id', 'uuid', 'guid', 'seatid', 'شناسه'],
  section: ['section', 'area', 'level', 'tier', 'deck', 'coach', 'carriage', 'zone', 'بخش', 'سالن', 'طبقه'],
  row: ['row', 'rowlabel', 'rowname', 'rownumber', 'line', 'ردیف'],
  block: ['block', 'part', 'rowpart', 'بلوک'],
  number: [
    'number',
    'seat',
    'seatnumber',
    'seatno',
    'seatlabel',
    'no',
    'nr',
    '#',
    'شماره',
    'شمارهصندلی',
    'صندلی',
  ],
  x: ['x', 'left', 'posx', 'positionx'],
  y: ['y', 'top', 'posy', 'positiony'],
  radius: ['radius', 'r', 'شعاع'],
  category: ['category', 'pricezone', 'pricecategory', 'pricelevel', 'class', 'دسته', 'رده', 'گروهقیمت'],
  color: ['color', 'colour', 'رنگ'],
  kind: ['kind', 'type', 'seattype', 'نوع'],
  flags: ['flags', 'marks', 'attributes', 'features', 'ویژگی', 'ویژگیها'],
  places: ['places', 'capacity', 'ظرفیت'],
}

const keyOf = new Map(
  Object.entries(titles).flatMap(([key, spellings]) =>
    spellings.map((spelling) => [spelling, key as SeatKey] as const),
  ),
)

export function seatKeyOf(title: string): SeatKey | null {
  return keyOf.get(plainWord(title)) ?? null
}
