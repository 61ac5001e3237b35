// `npm run known-passwords`: writes which passwords attackers try first, from a list that others maintain (zxcvbn-ts, MIT), so that
// neither the house nor its screens carry the whole list. Run when that list has a new version; a test fails when the file and the list
// differ.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dictionary } from '@zxcvbn-ts/language-common'
import { PASSWORD_LETTERS } from '../src/shared/domain/password.ts'

export const knownFile = join(import.meta.dirname, '..', 'src', 'main', 'engine', 'known-passwords.json')
/** SECURITY 6.2: the top 3,000. */
const TOP = 3000
/** Shorter words are part of too many sentences. */
const WORD_MIN = 4

/**
 * `whole`: all passwords of the list that are long enough by themselves. `words`: top ones that people lengthen with digits, signs or
 * repetition.
 */
export function knownPasswords(): { readonly from: string; readonly whole: string; readonly words: string } {
  const all = dictionary['passwords-common'].map((one) => one.toLowerCase())
  const whole = all.filter((one) => one.length >= PASSWORD_LETTERS.min)
  const words = all.slice(0, TOP).filter((one) => one.length >= WORD_MIN && /[a-z]/.test(one))
  const from = '@zxcvbn-ts/language-common 4.1.3, MIT licence, https://github.com/zxcvbn-ts/zxcvbn'
  return { from, whole: inOrder(whole), words: inOrder(words) }
}

function inOrder(words: readonly string[]): string {
  return [...new Set(words)].toSorted().join(' ')
}

export function knownText(): string {
  return `${JSON.stringify(knownPasswords(), null, 2)}\n`
}

if (import.meta.main) writeFileSync(knownFile, knownText())
