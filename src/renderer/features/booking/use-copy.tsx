import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { BookingId } from '../../../shared/domain/ids.ts'
import { wantedCopy } from '../../papers/reprint-last.ts'
import type { Sold } from '../../papers/use-sold.ts'
import { printing } from '../../stores/printing.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { useSay } from '../../ui/words.tsx'
import { CopyPapers } from './copy-papers.tsx'
import type { Story } from './use-story.ts'

interface Copying {
  readonly begin: () => void
  readonly isOpen: boolean
  readonly dialog: ReactNode
}

/** [T2] Printing a booking again, from the key press to the papers. `copies`: the copies made so far. */
export function useCopy(
  { booking: { bookingId }, copies }: Pick<Story, 'booking' | 'copies'>,
  printAgain: () => Promise<Sold | null>,
): Copying {
  const [begun, setBegun] = useState<'asks' | Sold | null>(null)
  const asksFirst = useStore(printing).printing.ways.ticket.way === 'dialog'
  const isWanted = useStore(wantedCopy).of === bookingId
  const step = begun ?? (isWanted ? 'asks' : null)
  const setStep = (next: typeof begun) => {
    forgetWanted(bookingId)
    setBegun(next)
  }
  // A request to print ends when the screen is left: returning must not ask again.
  useEffect(() => () => forgetWanted(bookingId), [bookingId])
  const go = async () => setStep(await printAgain())
  const close = () => setStep(null)
  return {
    begin: () => (asksFirst ? setStep('asks') : void go()),
    isOpen: step !== null,
    dialog:
      step === 'asks' ? (
        <CopyQuestion copy={copies.length + 1} onClose={close} onYes={() => void go()} />
      ) : (
        step && <CopyPapers sold={step} onClose={close} />
      ),
  }
}

function forgetWanted(bookingId: BookingId): void {
  if (wantedCopy.getState().of === bookingId) wantedCopy.setState({ of: null })
}

interface Props {
  readonly copy: number
  readonly onClose: () => void
  readonly onYes: () => void
}

/**
 * [T2] [T3] A copy counts before it is printed, so that no two papers admit; if the browser's dialog prints, nobody knows whether it
 * will be printed at all.
 */
function CopyQuestion({ copy, onClose, onYes }: Props) {
  const say = useSay()
  const go = () => {
    onClose()
    onYes()
  }
  return (
    <Dialog title={say('story.copyAsk', { copy })} isOpen onClose={onClose}>
      <p>{say('story.copyAsk.text')}</p>
      <DialogButtons>
        <Button onPress={onClose}>{say('back.keep')}</Button>
        <Button look="next" onPress={go} autoFocus>
          {say('story.printAgain')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
