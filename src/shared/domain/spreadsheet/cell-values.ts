// What one cell says: a number, an instant, yes or no; and how each is written. Owns these conversions, which return null for a cell
// that is not of the kind; must never guess.

import { latinDigits } from '../../lib/money.ts'
import { instantsOnWall } from '../../lib/zone-clock.ts'
import type { LineProblem } from './sheet.ts'

export function readWhole(text: string, max: number): number | null {
  const plain = latinDigits(text)
  if (!/^\d{1,16}$/.test(plain)) return null
  return Number(plain) <= max ? Number(plain) : null
}

/** "12.5", or "12,5" as half the world writes it, or "12.5%"; also 1e-7, as programs write very small numbers. */
export function readPercent(text: string): number | null {
  const plain = latinDigits(text)
    .replace(/\s?[%٪]$/, '')
    .replace(/[,\u066B]/, '.')
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

/** A day, a time and its offset from UTC: without the offset it would be another instant at another desk. */
export function readInstant(text: string): number | null {
  const parts = instantParts.exec(latinDigits(text))
  if (!parts) return null
  const [year = '', day = '', clock = '', seconds = '', zone = ''] = parts.slice(1)
  const written = `${year}${day}T${clock}${seconds}`
  const wallMs = Date.parse(`${written}Z`)
  // `Date.parse` would turn the thirtieth of February into a day of March.
  if (Number.isNaN(wallMs) || !new Date(wallMs).toISOString().startsWith(written)) return null
  const instantMs = Date.parse(`${written}${zone.toUpperCase()}`)
  return instantMs >= 0 ? instantMs : null
}

/** To the minute, unless there are seconds. */
export function writeInstant(instantMs: number): string {
  return new Date(instantMs).toISOString().replace(/(?::00)?\.000Z$/, 'Z')
}

/** A day and a time without an offset, as workbooks have them, are in `zone`; null: the zone is not known. */
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
