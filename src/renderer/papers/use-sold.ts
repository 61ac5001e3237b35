// A paid booking with everything its papers need, as reported by the house, and how they are printed. Owns the requests; must never
// count a copy.

import { useEffect, useState } from 'react'
import type { BookingId } from '../../shared/domain/ids.ts'
import {
  type PaperSheet,
  type PaperTemplate,
  type PrintRole,
  plainTemplate,
} from '../../shared/domain/paper.ts'
import type { Printing } from '../../shared/domain/print-ways.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import type { TicketView } from '../../shared/contract/shapes.ts'
import { ask } from '../box-office.ts'
import { followBooking } from '../stores/follow-booking.ts'
import { printing } from '../stores/printing.ts'
import type { Rooms } from '../ui/line-name.ts'
import { roomsOf } from '../ui/use-line-name.ts'
import { paperWords } from './paper-words.ts'
import { printPapers } from './print-paper.ts'
import { receiptPaper } from './receipt-blocks.ts'
import { ticketPaper } from './ticket-blocks.ts'

export interface Sold {
  readonly story: Output<'booking-story'>
  readonly tickets: readonly TicketView[]
  readonly template: PaperTemplate
  readonly rooms: Rooms | null
}

export async function soldOf(bookingId: BookingId): Promise<Sold | null> {
  const [story, tickets, papers] = await Promise.all([
    ask('booking-story', { bookingId }),
    ask('tickets', { bookingId }),
    ask('papers', {}),
  ])
  if (story.kind !== 'done' || tickets.kind !== 'done') return null
  const { venueId, booking } = story.value
  const rooms = await roomsOf(booking.showId)
  const said = papers.kind === 'done' ? papers.value.papers.find((one) => one.venueId === venueId) : undefined
  return {
    story: story.value,
    tickets: tickets.value.tickets,
    template: said?.template ?? plainTemplate,
    rooms,
  }
}

/** Undefined while loading, null if there is nothing. Another window may refund it, move it or print it again. */
export function useSold(bookingId: BookingId): Sold | null | undefined {
  const [sold, setSold] = useState<Sold | null>()
  useEffect(() => {
    let told = ''
    const hear = async (answer: Answer<Output<'booking'>>) => {
      const now = JSON.stringify(answer)
      if (now === told) return
      told = now
      const found = await soldOf(bookingId)
      if (told === now) setSold(found)
    }
    const stop = followBooking(
      () => ask('booking', { bookingId }),
      (answer) => void hear(answer),
    )
    return () => {
      told = ''
      stop()
    }
  }, [bookingId])
  return sold
}

/** The sheet used here: the roll of the kiosk's own printer, else what the venue has set. */
export function sheetOf({ ways }: Printing, role: PrintRole, template: PaperTemplate): PaperSheet {
  const way = ways[role]
  return way.way === 'escpos' ? way.roll : template.sheet
}

export function printTickets({ tickets, template }: Sold): Promise<Answer<unknown>> {
  const title = paperWords({ language: 'screen' }).say('ticket.title', { count: tickets.length })
  const papers = tickets.map((ticket) => ticketPaper(ticket, template))
  return printPapers('ticket', papers, { title, sheet: template.sheet })
}

export function printReceipt({ story, template, rooms }: Sold): Promise<Answer<unknown>> {
  const title = paperWords({ language: 'screen' }).say('receipt.title')
  return printPapers('receipt', [receiptPaper(story, template, rooms)], { title, sheet: template.sheet })
}

/** [T2] Opens the drawer connected to the receipt printer, to give change: only if there is such a printer. */
export function openDrawer(): void {
  const { ways, opensDrawer } = printing.getState().printing
  if (!opensDrawer || ways.receipt.way !== 'escpos') return
  const title = paperWords({ language: 'screen' }).say('print.drawer')
  void printPapers('receipt', [], { title, opensDrawer: true })
}
