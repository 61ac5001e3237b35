import { Armchair, Ban, CalendarPlus, History } from 'lucide-react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useSay } from '../../ui/words.tsx'

export const showWays = [
  { name: 'seats', title: 'seats.title', Icon: Armchair },
  { name: 'off-sale', title: 'offSale.title', Icon: Ban },
  { name: 'time-machine', title: 'machine.title', Icon: History },
  { name: 'series', title: 'series.title', Icon: CalendarPlus },
] as const

/** From a show's row to its seats [A1], to those off sale on its map [A2], to how its hall filled [A6], and to more shows like it. */
export function ShowWays({ row, time }: { readonly row: ShowRow; readonly time: string }) {
  const say = useSay()
  return showWays.map(({ name, title, Icon }) => (
    <Button
      key={name}
      look="quiet"
      label={`${say(title)}: ${isolated(row.title)}, ${time}`}
      onPress={() => goTo({ name, showId: row.showId })}
    >
      <Icon size={18} aria-hidden />
    </Button>
  ))
}
