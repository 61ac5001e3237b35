// The screen's language: words, money, time and seat names as its reader expects them. Owns every use of Intl.

import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { useStore } from 'zustand'
import { type Currency, decimalText } from '../../shared/lib/money.ts'
import { DAY_MS } from '../../shared/lib/time.ts'
import { catalogue, type Say } from '../messages/catalogue.ts'
import { isolated } from '../messages/isolated.ts'
import { languages } from '../messages/languages.ts'
import { preferences } from '../stores/preferences.ts'
import { moneyFormat } from '../../shared/lib/money-format.ts'

export { isolated }

export function Words({ children }: { readonly children: ReactNode }) {
  const { language, scheme } = useStore(preferences)
  const { locale, direction } = languages.find(({ code }) => code === language) ?? languages[0]
  // Before all other effects: what draws with these (the seat map) reads them in its own effects.
  useLayoutEffect(() => {
    const { documentElement: root } = document
    root.lang = language
    root.dir = direction
    if (scheme === 'auto') delete root.dataset['scheme']
    else root.dataset['scheme'] = scheme
  }, [language, direction, scheme])
  return (
    <IntlProvider locale={locale} messages={catalogue[language]} onError={failLoudly}>
      {children}
    </IntlProvider>
  )
}

/** The page's direction; the map is not mirrored, but words over it still use this direction. */
export function useDirection(): 'ltr' | 'rtl' {
  const { language } = useStore(preferences)
  return languages.find(({ code }) => code === language)?.direction ?? 'ltr'
}

export function useSay(): Say {
  const intl = useIntl()
  return useMemo(() => (id, values) => intl.formatMessage({ id }, values), [intl])
}

export interface Formats {
  readonly money: (amountMinor: number, currency: Currency) => string
  /** "19:30" in the venue's zone [E3]. */
  readonly clock: (instantMs: number, zone: string) => string
  /** "19:30:05", where seconds matter. */
  readonly exactClock: (instantMs: number, zone: string) => string
  /** "Fri 20 Nov", with the year if the date is so far off that it could be mistaken. */
  readonly day: (instantMs: number, zone: string) => string
  /** "Friday 20 November 2026" */
  readonly wholeDay: (instantMs: number, zone: string) => string
  readonly number: (value: number) => string
  /** A duration: "4:12". */
  readonly lasting: (lengthMs: number) => string
  /** "A1, A2 and A3": seat names, each kept in its own writing direction. */
  readonly seatNames: (names: readonly string[]) => string
  /** "this, that and the other" */
  readonly list: (texts: readonly string[]) => string
}

export function useFormats(): Formats {
  const { locale } = useIntl()
  return useMemo(() => makeFormats(locale), [locale])
}

/** Half a year: nearer dates cannot be mistaken for the same day of another year. */
const FAR_MS = 183 * DAY_MS

/** Also used for papers in another language than the screen's. */
export function makeFormats(locale: string): Formats {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const plain = new Intl.NumberFormat(locale)
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 })
  return {
    money: (amountMinor, currency) =>
      moneyFormat(locale, currency).format(decimalText(amountMinor, currency) as Intl.StringNumericLiteral),
    clock: (instantMs, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(instantMs),
    exactClock: (instantMs, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      }).format(instantMs),
    day: (instantMs, timeZone) => {
      const options = { timeZone, weekday: 'short', day: 'numeric', month: 'short' } as const
      const day = new Intl.DateTimeFormat(locale, options).format(instantMs)
      if (Math.abs(instantMs - Date.now()) < FAR_MS) return day
      return `${day} ${new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric' }).format(instantMs)}`
    },
    wholeDay: (instantMs, timeZone) =>
      inOrder(['weekday', 'day', 'month', 'year'], locale, instantMs, {
        timeZone,
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      }),
    number: (value) => plain.format(value),
    lasting: (lengthMs) => {
      const seconds = Math.max(0, Math.ceil(lengthMs / 1000))
      return `${plain.format(Math.floor(seconds / 60))}:${two.format(seconds % 60)}`
    },
    seatNames: (names) => list.format(names.map(isolated)),
    list: (texts) => list.format(texts),
  }
}

/** The parts of a date in the given order: Intl's own Persian format begins with the year, which nobody says. */
export function inOrder(
  order: readonly Intl.DateTimeFormatPartTypes[],
  locale: string,
  instantMs: number,
  options: Intl.DateTimeFormatOptions,
): string {
  const parts = new Map(
    new Intl.DateTimeFormat(locale, options).formatToParts(instantMs).map(({ type, value }) => [type, value]),
  )
  return order.map((part) => parts.get(part)).join(' ')
}

function failLoudly(error: Error): void {
  console.error(error.message)
}
