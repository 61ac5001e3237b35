import { expect, test } from 'vitest'
import type { KioskId } from '../../../shared/domain/ids.ts'
import type { PaperWords } from '../../papers/paper-words.ts'
import { deskName } from '../../stores/desks.ts'
import { reportPaper } from './report-blocks.ts'
import type { Report } from './report-rows.ts'

const words: PaperWords = {
  say: (id, values) => [id, ...Object.values(values ?? {})].join(' '),
  formats: {
    money: (amountMinor, currency) => `${currency} ${amountMinor}`,
    clock: (instantMs) => `clock ${instantMs}`,
    exactClock: (instantMs) => `clock ${instantMs}`,
    day: (instantMs) => `day ${instantMs}`,
    wholeDay: (instantMs) => `whole day ${instantMs}`,
    number: String,
    lasting: String,
    seatNames: (names) => names.join(),
    list: (texts) => texts.join(),
  },
  language: 'fa',
  direction: 'rtl',
}

function tally(count: number, amountMinor: number | null) {
  return { count, amountMinor }
}

function told(expectedMinor: number | null): Report {
  const currencies: Report['report']['currencies'] = [
    {
      currency: 'INR',
      baseMinor: 5000,
      discountMinor: 500,
      feeMinor: 100,
      totalMinor: 4600,
      modes: [{ mode: 'CASH', taken: tally(2, expectedMinor), returned: tally(0, 0) }],
      coupons: [],
      sellers: [{ name: 'Asha', staffId: 0, ...tally(2, 4600) }],
      ticketTypes: [],
      topUps: tally(0, 0),
      cashIn: tally(0, 0),
      cashOut: tally(0, 0),
      foundMinor: 0,
      floatMinor: 1000,
      expectedMinor,
    },
  ]
  return {
    shift: {
      kioskId: 'desk-1' as KioskId,
      number: 7,
      state: 'open',
      openedBy: 'Asha',
      openedAtMs: 1,
      closedAtMs: null,
      counts: null,
    },
    report: {
      venue: 'Barn',
      zone: 'UTC',
      openedBy: 'Asha',
      bookings: 2,
      tickets: 3,
      first: 'T-1',
      last: null,
      voids: 0,
      copies: 0,
      noSales: 0,
      currencies,
    },
    closedBy: null,
    reason: null,
    atMs: 9,
    anchor: { sequence: 40, hash: 'abc' },
  }
}

function closed(): Report {
  const whole = told(4600)
  const counts = [{ currency: 'INR' as const, expectedMinor: 4600, amountMinor: 4500, pieces: [] }]
  const shift = { ...whole.shift, state: 'closed' as const, closedAtMs: 8, counts }
  return { ...whole, shift, closedBy: 'Ravi', reason: 'wrong change' }
}

function linesOf(report: Report): readonly string[] {
  return reportPaper(report, words).blocks.map((block) => {
    if (block.kind === 'rule') return '-'
    return block.kind === 'pair' ? `${block.start}: ${block.end}` : block.text
  })
}

test('[A5] an X is named so, drawn up now, without a place to sign', () => {
  const { name, language, direction } = reportPaper(told(4600), words)
  expect({ name, language, direction }).toEqual({ name: 'report.x 7', language: 'fa', direction: 'rtl' })
  const lines = linesOf(told(4600))
  expect(lines.slice(0, 3)).toEqual(['report.x 7', 'Barn', 'report.xNote'])
  expect(lines).toContain('report.drawnUp: day 9 clock 9')
  expect(lines.join()).not.toContain('report.signed')
  expect(lines).toContain('report.last: report.none')
  expect(lines.slice(-2)).toEqual(['report.anchor 40', 'abc'])
})

test('[A5] where a house has several venues, the report bears the name of its desk', () => {
  const whole = told(4600)
  const lines = linesOf({ ...whole, report: { ...whole.report, venue: '' } })
  expect(lines[1]).toBe(deskName(whole.shift.kioskId, words.say))
})

test('[A5] what a blind count hides is on no line of the paper', () => {
  const lines = linesOf(told(null))
  expect(lines[2]).toBe('report.blind')
  expect(lines).toContain('report.expected: report.hidden')
  expect(lines).toContain('mode.CASH × 2: report.hidden')
})

test('[A5] [T4] what exchanged seats paid stands below what was sold, where there was any', () => {
  const whole = told(4600)
  const currencies = whole.report.currencies.map((part) => ({ ...part, carried: tally(1, 900) }))
  const lines = linesOf({ ...whole, report: { ...whole.report, currencies } })
  const total = lines.findIndex((line) => line.startsWith('report.total'))
  expect(lines[total + 1]).toMatch(/^report\.carried × 1: .*900/)
  expect(linesOf(whole).join()).not.toContain('report.carried')
})

test('[A5] a Z tells who closed it and when, what was counted and what is missing and why, and is signed', () => {
  const lines = linesOf(closed())
  expect(lines[0]).toBe('report.z 7')
  expect(lines).not.toContain('report.xNote')
  expect(lines).toContain('report.closed: day 8 clock 8 · \u2068Ravi\u2069')
  expect(lines).toContain('report.counted: INR 4500')
  expect(lines).toContain('report.difference: INR -100')
  expect(lines).toContain('report.reason: wrong change')
  expect(lines.some((line) => line.startsWith('report.signed: ___'))).toBe(true)
})

test('[A5] sums stand out; parts follow in their order, each behind a line', () => {
  const { blocks } = reportPaper(closed(), words)
  const strong = blocks.flatMap((block) => (block.kind === 'pair' && block.isStrong ? [block.start] : []))
  expect(strong).toEqual(['report.total', 'report.expected', 'report.difference'])
  const titles = blocks.flatMap((block, at) =>
    block.kind === 'line' && block.look === 'strong' ? [[block.text, blocks[at - 1]?.kind]] : [],
  )
  expect(titles).toEqual(['sales', 'modes', 'sellers', 'drawer'].map((part) => [`report.${part}`, 'rule']))
})
