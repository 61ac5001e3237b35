import { Unread } from '../../ui/unread.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'

interface Props {
  /** The number of rows read so far. */
  readonly read: number
  readonly failed: boolean
  readonly onAgain: () => void
}

/** [E4] Shown while a table is read, or if that failed. */
export function ReadingRows({ read, failed, onAgain }: Props) {
  const say = useSay()
  const { number } = useFormats()
  return <Unread text={say('table.reading', { count: number(read) })} hasFailed={failed} onAgain={onAgain} />
}
