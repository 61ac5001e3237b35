// What one cell says: a number, an instant, yes or no; and how each is written. Owns these readings; null: it says nothing of the
// kind. Must never guess.

import { latinDigits } from '../../lib/money.ts'
import { instantsOnWall } from '../../lib/zone-clock.ts'
import type { LineProblem } from './sheet.ts'

export function readWhole(text: string, max: number): number | null {
  const plain = latinDigits(text)
  if (!/^\d{1,16}$/.test(plain)) return null
  return Number(plain) <= max ? Number(plain) : null
}

/** "12.5", and "12,5" as half the world writes it; a very small one as programs do, 1e-7. */
export function readPercent(text: string): number | null {
  const plain = latinDigits(text).replace(/[,\u066B]/, '.')
  if (!/^\d{1,3}(\.\d{1,40})?(e-\d{1,3})?$/.test(plain)) return null
  return Number(plain) <= 100 ? Number(plain) : null
}

const yes = ['yes', 'true', '1', 'بله', 'हाँ']
const no = ['no', 'false', '0', 'خیر', 'नहीं']

export function readYes(text: string): boolean | null {
  const plain = latinDigits(text).toLowerCase()
  if (yes.includes(plain)) return true
  return no.includes(plain) ? false : null
}

const instantParts =
  /^(\+\d{6}|\d{4})(-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d{3})?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i

/** A day, a time and how far that is from UTC: a time without it would be another one at another desk. */
export function readInstant(text: string): number | null {
  const parts = instantParts.exec(latinDigits(text))
  if (!parts) return null
  const [year = '', day = '', clock = '', seconds = '', zone = ''] = parts.slice(1)
  const written = `${year}${day}T${clock}${seconds}`
  const wallMs = Date.parse(`${written}Z`)
  // A thirtieth of February would become a day of March.
  if (Number.isNaN(wallMs) || !new Date(wallMs).toISOString().startsWith(written)) return null
  const instantMs = Date.parse(`${written}${zone.toUpperCase()}`)
  return instantMs >= 0 ? instantMs : null
}

/** To the minute where nothing finer is meant. */
export function writeInstant(instantMs: number): string {
  return new Date(instantMs).toISOString().replace(/(?::00)?\.000Z$/, 'Z')
}

/** A day and a time without how far that is from UTC, as workbooks have them, are the zone's; null: nobody says which. */
export function readInstantIn(
  text: string,
  zone: string | null,
): { readonly value: number } | { readonly problem: LineProblem } {
  const told = readInstant(text)
  if (told !== null) return { value: told }
  const found = zone === null ? null : instantsOnWall(latinDigits(text), zone)
  if (found === null) return { problem: 'instant' }
  const [first, second] = found
  if (first === undefined) return { problem: 'no-such-clock' }
  if (second !== undefined) return { problem: 'clock-twice' }
  return first >= 0 ? { value: first } : { problem: 'instant' }
}
