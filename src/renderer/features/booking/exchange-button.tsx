import { useState } from 'react'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useSay } from '../../ui/words.tsx'
import { ExchangeDialog, useOtherShows } from './exchange-dialog.tsx'
import type { Story } from './use-story.ts'

interface Props {
  readonly story: Story
  readonly ticked: ReadonlySet<SeatId>
  /** No other question about the booking is open, and none of its papers are shown. */
  readonly isFree: boolean
}

/** [T4] Shown if there is another show for which a sold booking could be exchanged. */
export function ExchangeButton({ story, ticked, isFree }: Props) {
  const say = useSay()
  const [asks, setAsks] = useState(false)
  const { showId, state } = story.booking
  const isOffered = useOtherShows(showId).length > 0 && state === 'confirmed'
  const open = () => {
    if (isOffered && isFree) setAsks(true)
  }
  const words = say('exchange.open')
  useSteps([{ id: 'exchange', words, keys: ['x'], isOffered: isOffered && isFree, run: open }])
  if (!isOffered) return null
  return (
    <>
      <Button isDisabled={!isFree} onPress={open} shortcut="X">
        {words}
      </Button>
      {asks && <ExchangeDialog story={story} ticked={ticked} onClose={() => setAsks(false)} />}
    </>
  )
}
