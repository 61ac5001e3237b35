import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import type { Sold } from '../../papers/use-sold.ts'
import { printing } from '../../stores/printing.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { useSay } from '../../ui/words.tsx'
import { CopyPapers } from './copy-papers.tsx'

interface Copying {
  readonly begin: () => void
  readonly isOpen: boolean
  readonly dialog: ReactNode
}

/** [T2] Printing again, from its key to its papers. `copy`: which one it would be. */
export function useCopy(copy: number, printAgain: () => Promise<Sold | null>): Copying {
  const [step, setStep] = useState<'asks' | Sold | null>(null)
  const asksFirst = useStore(printing).printing.ways.ticket.way === 'dialog'
  const go = async () => setStep(await printAgain())
  const close = () => setStep(null)
  return {
    begin: () => (asksFirst ? setStep('asks') : void go()),
    isOpen: step !== null,
    dialog:
      step === 'asks' ? (
        <CopyQuestion copy={copy} onClose={close} onYes={() => void go()} />
      ) : (
        step && <CopyPapers sold={step} onClose={close} />
      ),
  }
}

interface Props {
  readonly copy: number
  readonly onClose: () => void
  readonly onYes: () => void
}

/** [T2] [T3] A copy counts before it is printed, so that no two papers open the door; where a dialog prints, nobody knows whether it will be. */
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
