import { Button } from './button.tsx'
import { Empty } from './empty.tsx'
import { useSay } from './words.tsx'

/** In place of a table that could not be read. */
export function Unread({ onAgain }: { readonly onAgain: () => void }) {
  const say = useSay()
  return (
    <Empty title={say('table.unread')} text={say('table.unread.text')}>
      <Button onPress={onAgain}>{say('table.again')}</Button>
    </Empty>
  )
}
