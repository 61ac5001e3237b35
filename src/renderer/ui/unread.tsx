import { Button } from './button.tsx'
import { Empty, Waiting } from './empty.tsx'
import { useSay } from './words.tsx'

interface Props {
  /** What is being read, in words. */
  readonly text: string
  readonly hasFailed: boolean
  readonly onAgain: () => void
}

/** [E4] In place of what the house has not answered yet, or could not. */
export function Unread({ text, hasFailed, onAgain }: Props) {
  const say = useSay()
  if (!hasFailed) return <Waiting text={text} />
  return (
    <Empty title={say('table.unread')} text={say('table.unread.text')}>
      <Button onPress={onAgain}>{say('table.again')}</Button>
    </Empty>
  )
}
