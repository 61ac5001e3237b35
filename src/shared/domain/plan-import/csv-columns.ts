// Identifies the columns of a table by their titles, in any order and spelling. Owns these titles; must never look at the cells below
// them.

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
