import { useMemo } from 'react'
import { useStore } from 'zustand'
import { preferences } from '../stores/preferences.ts'
import { printing } from '../stores/printing.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { ticketPaper } from './ticket-blocks.ts'
import { type Sold, sheetOf } from './use-sold.ts'

/** The tickets as they will print here. */
export function TicketPapers({ tickets, template }: Sold) {
  const { language } = useStore(preferences)
  const { printing: chosen } = useStore(printing)
  // Rendered again when the screen's language has changed.
  const papers = useMemo(
    () => ({ language, all: tickets.map((ticket) => ticketPaper(ticket, template)) }),
    [tickets, template, language],
  )
  const sheet = sheetOf(chosen, 'ticket', template)
  return papers.all.map((paper) => <PaperSheet key={paper.name} paper={paper} sheet={sheet} />)
}
