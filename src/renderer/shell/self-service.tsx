// The self-service screen: what is on, the seats, the card, the tickets, and starting over when nobody is there. Owns which
// screens customers reach, whatever the address says, and when they are asked whether they are still there.

import { useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { PayScreen } from '../features/sale/pay-screen.tsx'
import { SelfStart } from '../features/sale/self-start.tsx'
import { SellScreen } from '../features/sale/sell-screen.tsx'
import { TicketScreen } from '../features/sale/ticket-screen.tsx'
import type { Screen } from '../stores/screen.ts'
import { QUIET_MS, mayStartOver, presence, startOver, touch } from '../stores/self-service.ts'
import { tellPresence } from '../stores/who.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogButtons } from '../ui/dialog.tsx'
import { useEvery, useHubNow } from '../ui/use-hub-now.ts'
import { useFormats, useSay } from '../ui/words.tsx'

/** [W 2.2.1] At least twenty seconds to confirm with one touch that one is still there. */
const ASKED_MS = 20 * SECOND_MS
const LOOK_MS = SECOND_MS

export function SelfService({ now }: { readonly now: Screen }) {
  // The screen stays signed in: it never locks for lack of a touch.
  useEvery(LOOK_MS, true, () => void tellPresence())
  useBigTargets()
  return (
    <>
      <Shown now={now} />
      {isOfSale(now) && <StillThere />}
    </>
  )
}

/** [LOOK] 72 px targets (ui/tokens.css) for as long as this is mounted: staff who sign in here get a desk's screen with its usual sizes. */
function useBigTargets(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset['selfService'] = ''
    return () => void delete dataset['selfService']
  }, [])
}

function isOfSale({ name }: Screen): boolean {
  return name === 'sell' || name === 'pay' || name === 'ticket'
}

function Shown({ now }: { readonly now: Screen }) {
  if (now.name === 'sell') return <SellScreen key={now.showId} showId={now.showId} />
  if (now.name === 'pay') return <PayScreen showId={now.showId} />
  if (now.name === 'ticket') return <TicketScreen key={now.bookingId} bookingId={now.bookingId} />
  return <SelfStart />
}

function StillThere() {
  const say = useSay()
  const { number } = useFormats()
  const { touchedAtMs } = useStore(presence)
  const nowMs = useHubNow(LOOK_MS)
  const leftMs = touchedAtMs + QUIET_MS + ASKED_MS - nowMs
  useEvery(LOOK_MS, true, () => {
    if (!mayStartOver()) touch()
    else if (leftMs <= 0) void startOver()
  })
  const isAsked = leftMs <= ASKED_MS && mayStartOver()
  return (
    <Dialog title={say('self.there')} isOpen={isAsked} onClose={touch}>
      <p>{say('self.there.text', { seconds: number(Math.max(0, Math.ceil(leftMs / SECOND_MS))) })}</p>
      <DialogButtons>
        <Button onPress={() => void startOver()}>{say('self.over')}</Button>
        <Button look="next" autoFocus onPress={touch}>
          {say('self.here')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
