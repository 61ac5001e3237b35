import { known } from '../../lib/assert.ts'

/** The zero of each script that venues' files are written in: Arabic, Persian, Devanagari. */
const zeroes = [0x0660, 0x06f0, 0x0966]

/** The text with digits of those scripts as 0-9: "ردیف ۱۲" is row 12 at every desk. */
export function plainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९]/gu, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = zeroes.find((start) => code >= start && code < start + 10)
    return String(code - known(zero, 'zero of a digit'))
  })
}
