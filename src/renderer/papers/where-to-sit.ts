import { type PaperBlock, type PaperTemplate, entranceTo } from '../../shared/domain/paper.ts'
import type { TicketView } from '../../shared/contract/shapes.ts'
import type { Formats } from '../ui/words.tsx'
import type { PaperWords } from './paper-words.ts'

interface Words extends Pick<PaperWords, 'say'> {
  readonly formats: Pick<Formats, 'money'>
}

/** The seat of a ticket, who sits there and for how much; what it has none of is left out. */
export function whereToSit(
  ticket: TicketView,
  template: PaperTemplate,
  { say, formats }: Words,
): PaperBlock[] {
  const { section, row, label, passenger, ticketType, priceMinor, currency } = ticket
  return [
    { kind: 'huge', text: label },
    ...named(say('paper.section'), section),
    ...named(say('paper.row'), row),
    ...named(say('paper.passenger'), passenger),
    ...named(say('paper.entrance'), entranceTo(template, section) ?? ''),
    { kind: 'pair', start: ticketType, end: template.showsPrice ? formats.money(priceMinor, currency) : '' },
  ]
}

function named(start: string, end: string): PaperBlock[] {
  return end === '' ? [] : [{ kind: 'pair', start, end }]
}
