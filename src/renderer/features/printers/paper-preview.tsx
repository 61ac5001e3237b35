import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { PaperTemplate } from '../../../shared/domain/paper.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import { PaperSheet } from '../../papers/paper-sheet.tsx'
import { paperWords } from '../../papers/paper-words.ts'
import { receiptPaper } from '../../papers/receipt-blocks.ts'
import { ticketPaper } from '../../papers/ticket-blocks.ts'
import { preferences } from '../../stores/preferences.ts'
import { who } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './printing-form.module.css'
import { sampleStory, sampleTicket } from './sample-sale.ts'

interface Props {
  readonly venue: Output<'house'>['venues'][number]
  readonly template: PaperTemplate
}

/** The papers as they would print now. */
export function PaperPreview({ venue, template }: Props) {
  const say = useSay()
  const { language } = useStore(preferences)
  const { me } = useStore(who)
  const [shows, setShows] = useState<'ticket' | 'receipt'>('ticket')
  const seller = me?.name ?? ''
  const { paper } = useMemo(() => {
    const words = paperWords(template).say
    const section = template.entrances[0]?.section ?? ''
    const drawn =
      shows === 'ticket'
        ? ticketPaper(sampleTicket(venue, section, words), template)
        : receiptPaper(sampleStory(venue, seller, words), template)
    return { paper: drawn, language }
  }, [shows, venue, template, seller, language])
  return (
    <section className={styles.preview} aria-label={say('papers.preview')}>
      <div className={styles.steps}>
        <Button isPressed={shows === 'ticket'} onPress={() => setShows('ticket')}>
          {say('papers.asTicket')}
        </Button>
        <Button isPressed={shows === 'receipt'} onPress={() => setShows('receipt')}>
          {say('papers.asReceipt')}
        </Button>
      </div>
      <PaperSheet paper={paper} sheet={template.sheet} />
    </section>
  )
}
