import { Armchair, Ban, CalendarPlus, History } from 'lucide-react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { showPlaces } from '../../stores/places.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useSay } from '../../ui/words.tsx'

export const showWays = [
  { name: 'seats', Icon: Armchair },
  { name: 'off-sale', Icon: Ban },
  { name: 'time-machine', Icon: History },
  { name: 'series', Icon: CalendarPlus },
] as const

/**
 * Links from a show's row: to its seats [A1], to those off sale on its map [A2], to how its hall filled [A6], and to creating more
 * shows like it.
 */
export function ShowWays({ row, time }: { readonly row: ShowRow; readonly time: string }) {
  const say = useSay()
  return showWays.map(({ name, Icon }) => (
    <Button
      key={name}
      look="quiet"
      label={`${say(showPlaces[name])}: ${isolated(row.title)}, ${time}`}
      onPress={() => goTo({ name, showId: row.showId })}
    >
      <Icon size={18} aria-hidden />
    </Button>
  ))
}
