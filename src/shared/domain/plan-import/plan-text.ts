// From text to parsed JSON, or to the reason why not. Owns the limits that apply before anything is known of the content;
// must never throw, whatever the text.

import type { Finding } from './draft.ts'
import { planLimits } from './limits.ts'

export type ParsedText = { readonly value: unknown } | { readonly findings: readonly Finding[] }

/**
 * `too-large` beyond `planLimits.text` characters or `planLimits.openings` objects and lists, else `not-
 * json`.
 */
export function parsePlanText(text: string): ParsedText {
  const tooLong = tooLongText(text)
  if (tooLong) return { findings: [tooLong] }
  const openings = countOpenings(text)
  if (openings > planLimits.openings) return refused('too-large', 'objects and lists', openings)
  try {
    const value: unknown = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
    return { value }
  } catch {
    // The engine's own message is in one language and differs between browsers, so sellers do not get it.
    return refused('not-json', '', 1)
  }
}

/** The limit that every format has. */
export function tooLongText(text: string): Finding | null {
  const count = text.length
  return count > planLimits.text ? { code: 'too-large', count, places: [], about: 'characters' } : null
}

/**
 * Counts brackets inside strings too: a plan has hardly any there, and the limit is double what a plan
 * needs.
 */
function countOpenings(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === openBrace || code === openBracket) count++
  }
  return count
}

const openBrace = '{'.charCodeAt(0)
const openBracket = '['.charCodeAt(0)

function refused(code: 'too-large' | 'not-json', about: string, count: number): ParsedText {
  return { findings: [{ code, count, places: [], about }] }
}
