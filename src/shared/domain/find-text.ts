// Interprets what somebody, or a scanner, typed into the search. Owns that interpretation; must never look anything up.

import { latinDigits } from '../lib/money.ts'
import { soughtText } from '../lib/sought-text.ts'

/** Everything that a text may mean at once: "C123" may be a seat, the end of a ticket's number, and part of a name. */
export interface FindText {
  /** A scanned code, complete or cut short, in capitals as it was signed. */
  readonly code: string | null
  readonly number: string | null
  /** The last four to eight digits of a number. */
  readonly ending: string | null
  /** A seat as it is printed, in capitals and without spaces. */
  readonly seat: string | null
  /** Part of a name, a phone number or an address, in the normalised form that names are searched by. */
  readonly words: string | null
  /** The digits of a phone number. */
  readonly phone: string | null
}

const nothing: FindText = { code: null, number: null, ending: null, seat: null, words: null, phone: null }
/** Fewer letters than this are in nearly every name. */
const WORDS_MIN = 2
/** Fewer digits than this are in nearly every phone number. */
const PHONE_MIN = 4

export function readFindText(typed: string): FindText {
  const text = latinDigits(typed).trim()
  const capitals = text.toUpperCase()
  const [, scanned] = /^GUICHET1\/(TKT-\d{8}-[0-9A-F]{8})\//.exec(capitals) ?? []
  if (scanned !== undefined) return { ...nothing, code: capitals, number: scanned }
  const [, day, digits] = /^(?:TKT-?)?(\d{8})-?([0-9A-F]{8})$/.exec(capitals) ?? []
  if (day !== undefined) return { ...nothing, number: `TKT-${day}-${digits}` }
  const phone = text.replace(/[\s()+./-]/g, '')
  return {
    ...nothing,
    ending: /^[0-9A-F]{4,8}$/.test(capitals) ? capitals : null,
    seat: /\p{N}/u.test(text) && text.length <= 12 ? capitals.replace(/\s/g, '') : null,
    words: text.length >= WORDS_MIN ? soughtText(text) : null,
    phone: /^\d+$/.test(phone) && phone.length >= PHONE_MIN ? phone : null,
  }
}
