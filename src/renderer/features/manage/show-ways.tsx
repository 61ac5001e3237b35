import { Ban, History } from 'lucide-react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useSay } from '../../ui/words.tsx'

const ways = [
  { name: 'off-sale', title: 'offSale.title', Icon: Ban },
  { name: 'time-machine', title: 'machine.title', Icon: History },
] as const

/** From a show's row to its seats off sale [A2], and to how its hall filled [A6]. */
export function ShowWays({ row, time }: { readonly row: ShowRow; readonly time: string }) {
  const say = useSay()
  return ways.map(({ name, title, Icon }) => (
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
