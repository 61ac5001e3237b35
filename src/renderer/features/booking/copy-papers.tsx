import { Printer } from 'lucide-react'
import { useEffect } from 'react'
import { TicketPapers } from '../../papers/ticket-papers.tsx'
import { type Sold, printTickets } from '../../papers/use-sold.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './copy-papers.module.css'

interface Props {
  readonly sold: Sold
  readonly onClose: () => void
}

/** The papers of a copy, sent to the printer as soon as they appear. The copy is counted already, so a jammed printer may be retried. */
export function CopyPapers({ sold, onClose }: Props) {
  const say = useSay()
  const { tickets } = sold
  const copy = tickets[0]?.copy ?? 0
  useEffect(() => void printTickets(sold), [sold])
  return (
    <Dialog title={say('story.copyTitle', { copy, count: tickets.length })} isOpen onClose={onClose} isWide>
      <div className={styles.papers}>
        <TicketPapers {...sold} />
      </div>
      <p>{say('story.copyVoids', { count: tickets.length })}</p>
      <DialogButtons>
        <Button onPress={() => void printTickets(sold)}>
          <Printer size={18} aria-hidden /> {say('ticket.print')}
        </Button>
        <Button look="next" onPress={onClose} autoFocus>
          {say('app.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
