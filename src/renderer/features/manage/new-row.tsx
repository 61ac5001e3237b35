// The button for a new row, in the head of its table. Owns whether the form is open; its content is up to each kind.

import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

interface Props {
  readonly words: string
  readonly children: (close: () => void) => ReactNode
}

export function NewRow({ words, children }: Props) {
  const [asks, setAsks] = useState(false)
  const close = () => setAsks(false)
  return (
    <>
      <Button onPress={() => setAsks(true)}>
        <Plus size={16} aria-hidden /> {words}
      </Button>
      <Dialog title={words} isOpen={asks} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  )
}
