// Texts of letters in the reader's language: ICU messages, money, dates in the venue's zone. Owns every call of Intl in main; must never
// know what a letter looks like.

import { createIntl } from 'react-intl/server'
import type { LetterLanguage } from '../../shared/domain/message.ts'
import { moneyFormat } from '../../shared/lib/money-format.ts'
import { type Currency, decimalText } from '../../shared/lib/money.ts'
import { enLetters, type LetterWord, type LetterWords } from './en-letters.ts'
import { faLetters } from './fa-letters.ts'
import { hiLetters } from './hi-letters.ts'

export interface Words {
  readonly language: LetterLanguage
  readonly direction: 'ltr' | 'rtl'
  readonly say: (word: LetterWord, values?: Readonly<Record<string, string | number>>) => string
  readonly money: (amountMinor: number, currency: Currency) => string
  /** "Friday 20 November" [E3] */
  readonly day: (instantMs: number, zone: string) => string
  readonly clock: (instantMs: number, zone: string) => string
  readonly list: (names: readonly string[]) => string
}

const languages: Readonly<
  Record<
    LetterLanguage,
    { readonly locale: string; readonly direction: 'ltr' | 'rtl'; readonly words: LetterWords }
  >
> = {
  en: { locale: 'en-IN', direction: 'ltr', words: enLetters },
  fa: { locale: 'fa-IR', direction: 'rtl', words: faLetters },
  hi: { locale: 'hi-IN', direction: 'ltr', words: hiLetters },
}

const ready = new Map<LetterLanguage, Words>()

export function wordsOf(language: LetterLanguage): Words {
  const made = ready.get(language) ?? makeWords(language)
  ready.set(language, made)
  return made
}

function makeWords(language: LetterLanguage): Words {
  const { locale, direction, words } = languages[language]
  const intl = createIntl({ locale, messages: words, onError: fail })
  const names = new Intl.ListFormat(locale, { type: 'unit', style: 'short' })
  return {
    language,
    direction,
    say: (word, values) => intl.formatMessage({ id: word }, values),
    money: (amountMinor, currency) =>
      moneyFormat(locale, currency).format(decimalText(amountMinor, currency) as Intl.StringNumericLiteral),
    day: (instantMs, timeZone) =>
      intl.formatDate(instantMs, { timeZone, weekday: 'long', day: 'numeric', month: 'long' }),
    clock: (instantMs, timeZone) =>
      intl.formatTime(instantMs, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    list: (seats) => names.format(seats),
  }
}

/** A text that is missing or cannot be filled is a bug, and such a letter is not sent. */
function fail(error: Error): void {
  throw error
}
