import { expect, test } from 'vitest'
import type { TicketView } from '../../shared/contract/shapes.ts'
import { plainTemplate } from '../../shared/domain/paper.ts'
import { whereToSit } from './where-to-sit.ts'

const seat: TicketView = {
  number: 'TKT-20261120-1A2B3C4D',
  code: 'GUICHET1',
  seatId: 0 as TicketView['seatId'],
  label: 'A1',
  row: 'A',
  section: 'Stalls',
  passenger: '',
  ticketType: 'Adult',
  priceMinor: 1250,
  currency: 'GBP',
  title: 'The Seagull',
  venue: 'Barn',
  zone: 'Europe/London',
  startsAtMs: 0,
  copy: 0,
}

function pairsOf(turned: Partial<TicketView>): string[] {
  const words = {
    say: (id: string) => id.replace('paper.', ''),
    formats: { money: (minor: number) => `${minor}` },
  }
  const blocks = whereToSit({ ...seat, ...turned }, plainTemplate, words)
  return blocks.flatMap((block) => (block.kind === 'pair' ? [`${block.start}: ${block.end}`] : []))
}

test('[T2] a seat without a section or row has no line for it', () => {
  expect(pairsOf({})).toEqual(['section: Stalls', 'row: A', 'Adult: 1250'])
  expect(pairsOf({ section: '' })).toEqual(['row: A', 'Adult: 1250'])
  expect(pairsOf({ section: '', row: '' })).toEqual(['Adult: 1250'])
})
