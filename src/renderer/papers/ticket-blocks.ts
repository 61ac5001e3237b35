// A ticket as blocks: what, when, where to sit, which entrance, the price, and the code. Owns their order; must never sign or count
// anything (the house has).

import { type Paper, type PaperBlock, type PaperTemplate, entranceTo } from '../../shared/domain/paper.ts'
import type { TicketView } from '../../shared/contract/shapes.ts'
import { type PaperWords, paperWords } from './paper-words.ts'

export function ticketPaper(ticket: TicketView, template: PaperTemplate): Paper {
  const words = paperWords(template)
  const { say, language, direction } = words
  const { number, code, copy } = ticket
  const blocks: readonly PaperBlock[] = [
    ...(copy > 0 ? [{ kind: 'mark', text: say('ticket.copy', { copy }) } as const] : []),
    ...middle(template.header),
    ...whatAndWhen(ticket, words),
    ...where(ticket, template, words),
    { kind: 'code', text: code, name: say('ticket.code', { number }) },
    { kind: 'line', text: number, look: 'middle' },
    ...(template.terms === '' ? [] : [{ kind: 'line', text: template.terms, look: 'quiet' } as const]),
    ...middle(template.footer),
  ]
  return { name: say('ticket.number', { number }), language, direction, blocks }
}

function whatAndWhen({ title, startsAtMs, zone, venue }: TicketView, { formats }: PaperWords): PaperBlock[] {
  const when = `${formats.day(startsAtMs, zone)}  ${formats.clock(startsAtMs, zone)}`
  return [
    { kind: 'title', text: title },
    { kind: 'line', text: when, look: 'strong' },
    { kind: 'line', text: venue },
    { kind: 'rule' },
  ]
}

function where(ticket: TicketView, template: PaperTemplate, { say, formats }: PaperWords): PaperBlock[] {
  const { section, row, label, passenger, ticketType, priceMinor, currency } = ticket
  const entrance = entranceTo(template, section)
  return [
    { kind: 'huge', text: label },
    pair(say('paper.section'), section),
    ...(row === '' ? [] : [pair(say('paper.row'), row)]),
    ...(passenger === '' ? [] : [pair(say('paper.passenger'), passenger)]),
    ...(entrance === null ? [] : [pair(say('paper.entrance'), entrance)]),
    pair(ticketType, template.showsPrice ? formats.money(priceMinor, currency) : ''),
  ]
}

function pair(start: string, end: string): PaperBlock {
  return { kind: 'pair', start, end }
}

export function middle(lines: readonly string[]): PaperBlock[] {
  return lines.filter((text) => text !== '').map((text) => ({ kind: 'line', text, look: 'middle' }))
}
