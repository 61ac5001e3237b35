// A letter as an SMS: its length as a telephone network counts it, and what is left out so that it is not too long. Must never cut a word
// or a ticket's number.

import type { Letter } from '../engine/ports.ts'
import { seatNames, valuesOf } from './letter-parts.ts'
import type { Words } from './letter-words.ts'

/** GSM 03.38: one septet each. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Characters of the extension table: two septets each. */
const extended = new Set('^{}\\[~]|€')

export interface SmsLength {
  readonly coding: 'GSM-7' | 'UCS-2'
  /** Septets, or UTF-16 units. */
  readonly units: number
  readonly parts: number
}

/** Units in a single message, or in each of several, which lose some for the header that numbers them. */
const room = { 'GSM-7': { one: 160, each: 153 }, 'UCS-2': { one: 70, each: 67 } } as const

export function smsLength(text: string): SmsLength {
  const characters = Array.from(text)
  const isPlain = characters.every((one) => basic.has(one) || extended.has(one))
  const coding = isPlain ? 'GSM-7' : 'UCS-2'
  const widths = isPlain
    ? characters.map((one) => (extended.has(one) ? 2 : 1))
    : characters.map((one) => one.length)
  const units = widths.reduce<number>((sum, width) => sum + width, 0)
  const { one, each } = room[coding]
  return { coding, units, parts: units <= one ? 1 : partsOf(widths, each) }
}

/** A character of two units is never split between two messages. */
function partsOf(widths: readonly number[], each: number): number {
  let parts = 1
  let used = 0
  for (const width of widths) {
    if (used + width > each) {
      parts += 1
      used = 0
    }
    used += width
  }
  return parts
}

/** The most messages that a house pays for per letter: beyond that a customer reads the e-mail. */
const PARTS_MAX = 3

/**
 * As few messages as the text allows: characters that would double the price are written with plain letters where the language has them.
 */
export function smsOf({ message: { kind, endsAtMs }, about }: Letter, words: Words): string {
  if (!about) return words.say('sms.test')
  const values = valuesOf(about, endsAtMs, words)
  const numbers = about.tickets.map(({ number }) => number)
  const labels = seatNames(about, words)
  const write = (seats: readonly string[], tickets: readonly string[]) =>
    plain(
      words.say(`sms.${kind}`, { ...values, seats: words.list(seats), numbers: words.list(tickets) }),
      words.language,
    )
  const whole = write(labels, numbers)
  if (smsLength(whole).parts <= PARTS_MAX) return whole
  // The first and the last identify the tickets, with their count; any one number finds them all.
  return write(firstAndLast(labels), firstAndLast(numbers))
}

function firstAndLast(names: readonly string[]): readonly string[] {
  const [first] = names
  const last = names.at(-1)
  if (first === undefined || last === undefined || names.length < 3) return names
  return [`${first} … ${last} (${names.length})`]
}

const simpler: Readonly<Record<string, string>> = {
  '₹': 'Rs ',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
}

function plain(text: string, language: Words['language']): string {
  const lines = text.replaceAll(/\s+/g, ' ').trim()
  if (language !== 'en') return lines
  return lines.replaceAll(/[₹’‘“”–—…\u00a0\u202f]/g, (sign) => simpler[sign] ?? sign)
}
