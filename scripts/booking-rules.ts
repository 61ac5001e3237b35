// Writes docs/booking-rules.md from the code that a house runs: the state table, the terms, the rules and every refusal in the words of
// its screens. Run by `npm run docs:rules`; a test fails when the page and the code differ. Must never say what the code does not.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createIntl } from '@formatjs/intl'
import { claimStrategies } from '../src/main/store/store.ts'
import { type MessageValues, type Say, catalogue } from '../src/renderer/messages/catalogue.ts'
import { languages } from '../src/renderer/messages/languages.ts'
import { refusalText } from '../src/renderer/messages/refusal-text.ts'
import { everyRefusal } from '../src/shared/contract/refusal-samples.ts'
import { type BookingState, arrivals, bookingStates } from '../src/shared/domain/booking.ts'
import { claimPolicies } from '../src/shared/domain/catalogue.ts'
import { paymentModes, paymentStates } from '../src/shared/domain/tender.ts'
import { houseTerms } from '../src/shared/domain/terms.ts'

const root = join(import.meta.dirname, '..')
export const pageFile = join(root, 'docs', 'booking-rules.md')
const rulesFile = join(root, 'src', 'shared', 'domain', 'RULES.md')

export function bookingRulesPage(): string {
  return [
    '# How a booking goes',
    '',
    'Written by `npm run docs:rules` from the code; never by hand.',
    '',
    ...statesSection(),
    ...wordsSection(),
    ...termsSection(),
    readFileSync(rulesFile, 'utf8')
      .replace('# Rules of a sale', '## Rules of a sale')
      .replaceAll('\n## ', '\n### ')
      .replace('### Rules of a sale', '## Rules of a sale'),
    ...refusalsSection(),
    '',
  ].join('\n')
}

const states = Object.keys(bookingStates) as BookingState[]

function statesSection(): string[] {
  const steps = states.flatMap((from) => bookingStates[from].map((to) => ({ from, to })))
  return [
    '## States',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> reserved',
    ...steps.map(({ from, to }) => `  ${from} --> ${to}`),
    '```',
    '',
    '| from | to | by the event | stamps |',
    '| --- | --- | --- | --- |',
    `| – | reserved | \`${arrivals.reserved.event}\` | \`${arrivals.reserved.stamp}\` |`,
    ...steps.map(
      ({ from, to }) => `| ${from} | ${to} | \`${arrivals[to].event}\` | \`${arrivals[to].stamp}\` |`,
    ),
    '',
    'Any other step is refused: WRONG_STATE, with both states named.',
    '',
  ]
}

function wordsSection(): string[] {
  return [
    `A payment is ${list(paymentStates)}; its mode is ${list(paymentModes)}.`,
    `A show claims its seats ${list(claimPolicies)}; a house guards them ${list(claimStrategies)} ([compared](claim-strategies.md)).`,
    '',
  ]
}

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ')
}

function termsSection(): string[] {
  const rows = Object.entries(houseTerms).map(([name, value]) => `| \`${name}\` | ${String(value)} |`)
  return [
    '## Terms',
    '',
    'The defaults of a house; a venue, a listing and a show may each say otherwise, and the nearest wins. Lengths in ms, amounts in minor units.',
    '',
    '| term | default |',
    '| --- | ---: |',
    ...rows,
    '',
  ]
}

function refusalsSection(): string[] {
  const heads = languages.map(({ name }) => name)
  const rows = everyRefusal.map((refusal) => {
    const texts = languages.map(({ code, locale }) =>
      refusalText(refusal, sayIn(code, locale), formatsIn(locale), 'UTC'),
    )
    return `| ${refusal.code} | ${texts.map(plain).join(' | ')} |`
  })
  return [
    '## Refusals',
    '',
    'What a seller reads, an example of each.',
    '',
    `| code | ${heads.join(' | ')} |`,
    `| --- |${' --- |'.repeat(heads.length)}`,
    ...rows,
  ]
}

function sayIn(language: (typeof languages)[number]['code'], locale: string): Say {
  const intl = createIntl({ locale, messages: catalogue[language] })
  return (id, values?: MessageValues) => intl.formatMessage({ id }, values)
}

function formatsIn(locale: string): Parameters<typeof refusalText>[2] {
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const number = new Intl.NumberFormat(locale)
  const text = (value: number) => number.format(value)
  return {
    money: (amountMinor, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amountMinor / 100),
    clock: (instantMs) => clock.format(instantMs),
    exactClock: (instantMs) => clock.format(instantMs),
    day: text,
    wholeDay: text,
    number: text,
    lasting: text,
    seatNames: (names) => list.format(names),
    list: (texts) => list.format(texts),
  }
}

/** Direction marks do not belong in a table of the docs, and a bar would end a cell. */
function plain(text: string): string {
  return text.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '').replaceAll('|', '/')
}

if (import.meta.main) writeFileSync(pageFile, bookingRulesPage())
