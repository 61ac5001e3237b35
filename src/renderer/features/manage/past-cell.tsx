import { History } from 'lucide-react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useSay } from '../../ui/words.tsx'

/** [A6] The way to how its hall filled. */
export function PastCell({ row, time }: { readonly row: ShowRow; readonly time: string }) {
  const say = useSay()
  const label = `${say('machine.title')}: ${isolated(row.title)}, ${time}`
  return (
    <Button look="quiet" label={label} onPress={() => goTo({ name: 'time-machine', showId: row.showId })}>
      <History size={18} aria-hidden />
    </Button>
  )
}
