// A ticket as blocks: what, when, where to sit, which entrance, the price, and the code. Owns their order; must never sign or count
// anything (the house has).

import type { Paper, PaperBlock, PaperTemplate } from '../../shared/domain/paper.ts'
import type { TicketView } from '../../shared/contract/shapes.ts'
import { type PaperWords, paperWords } from './paper-words.ts'
import { whereToSit } from './where-to-sit.ts'

export function ticketPaper(ticket: TicketView, template: PaperTemplate): Paper {
  const words = paperWords(template)
  const { say, language, direction } = words
  const { number, code, copy } = ticket
  const blocks: readonly PaperBlock[] = [
    ...(copy > 0 ? [{ kind: 'mark', text: say('ticket.copy', { copy }) } as const] : []),
    ...middle(template.header),
    ...whatAndWhen(ticket, words),
    ...whereToSit(ticket, template, words),
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

export function middle(lines: readonly string[]): PaperBlock[] {
  return lines.filter((text) => text !== '').map((text) => ({ kind: 'line', text, look: 'middle' }))
}
