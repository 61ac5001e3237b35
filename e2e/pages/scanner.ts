// A keyboard-wedge scanner on a page: real keys of the browser, by their place on the keyboard, with the letters that the chosen layout
// has there. Owns the keys; a journey says only what is scanned.

import type { CDPSession, Page } from '@playwright/test'

/** What the keys of an American keyboard type on a Persian layout, and on a Hindi one (InScript). */
const layouts = {
  american: null,
  persian: { letters: 'شذزیثبلاهتنمئدخحضقسفعرصطغظ', digits: '۰۱۲۳۴۵۶۷۸۹' },
  hindi: { letters: 'ोवमनािुपगर्कतसलदजौीेूहंैॉॆ'.slice(0, 26), digits: '०१२३४५६७८९' },
} as const
export type Layout = keyof typeof layouts

const marks: Readonly<Record<string, string>> = {
  '/': 'Slash',
  '-': 'Minus',
  ':': 'Semicolon',
  '.': 'Period',
}

interface ScanOptions {
  readonly layout?: Layout
  /** Between two keys; 0: as fast as the browser takes them. */
  readonly gapMs?: number
  readonly suffix?: 'Enter' | 'Tab' | 'none'
}

export class Scanner {
  readonly #page: Page
  #session: CDPSession | null = null

  constructor(page: Page) {
    this.#page = page
  }

  /** All keys are sent at once, each with its time: a busy machine does not turn a fast scanner into a slow one. */
  async scan(text: string, { layout = 'american', gapMs = 2, suffix = 'Enter' }: ScanOptions = {}) {
    const keys: Key[] = text.split('').map((letter) => keyOf(letter, layout))
    if (suffix !== 'none')
      keys.push({ code: suffix, key: suffix, keyCode: suffix === 'Enter' ? 13 : 9, isShifted: false })
    await this.#press(keys, gapMs)
  }

  /** A key without a letter, such as the one a scanner types before a code. */
  async press(code: string, keyCode: number): Promise<void> {
    await this.#press([{ code, key: code, keyCode, isShifted: false }], 0)
  }

  async #press(keys: readonly Key[], gapMs: number): Promise<void> {
    const session = (this.#session ??= await this.#page.context().newCDPSession(this.#page))
    const startMs = Date.now()
    const pressed = keys.flatMap(({ code, key, keyCode, isShifted }, at) => {
      const timestamp = (startMs + at * gapMs) / 1000
      const common = { code, key, timestamp, windowsVirtualKeyCode: keyCode, modifiers: isShifted ? 8 : 0 }
      const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined
      return [
        session.send('Input.dispatchKeyEvent', { ...common, ...(text && { text }), type: 'keyDown' }),
        session.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' }),
      ]
    })
    await Promise.all(pressed)
  }
}

interface Key {
  readonly code: string
  readonly key: string
  readonly keyCode: number
  readonly isShifted: boolean
}

function keyOf(letter: string, layout: Layout): Key {
  return {
    code: placeOf(letter),
    key: printedAt(letter, layout),
    keyCode: letter.toUpperCase().charCodeAt(0),
    isShifted: /[A-Z:]/.test(letter),
  }
}

function placeOf(letter: string): string {
  if (/[a-z]/i.test(letter)) return `Key${letter.toUpperCase()}`
  return /\d/.test(letter) ? `Digit${letter}` : (marks[letter] ?? 'Space')
}

function printedAt(letter: string, name: Layout): string {
  const layout = layouts[name]
  if (!layout) return letter
  if (/\d/.test(letter)) return layout.digits[Number(letter)] ?? letter
  const at = letter.toUpperCase().charCodeAt(0) - 65
  return layout.letters[at] ?? letter
}
