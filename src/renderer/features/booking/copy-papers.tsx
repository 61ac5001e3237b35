import { Printer } from 'lucide-react'
import { useEffect } from 'react'
import type { TicketView } from '../../../shared/contract/shapes.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { TicketPaper } from '../../ui/ticket-paper.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './copy-papers.module.css'

interface Props {
  readonly tickets: readonly TicketView[]
  readonly onClose: () => void
}

/** The papers of a copy, sent to the printer as they appear. The copy is counted already: a jammed printer may be asked again. */
export function CopyPapers({ tickets, onClose }: Props) {
  const say = useSay()
  const copy = tickets[0]?.copy ?? 0
  useEffect(() => {
    window.print()
  }, [])
  return (
    <Dialog title={say('story.copyTitle', { copy, count: tickets.length })} isOpen onClose={onClose} isWide>
      <div className={styles.papers}>
        {tickets.map((ticket) => (
          <TicketPaper key={ticket.number} ticket={ticket} />
        ))}
      </div>
      <DialogButtons>
        <Button onPress={() => window.print()}>
          <Printer size={18} aria-hidden /> {say('ticket.print')}
        </Button>
        <Button look="next" onPress={onClose} autoFocus>
          {say('app.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
