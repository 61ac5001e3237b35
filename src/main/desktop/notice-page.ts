// [A7] What a locked screen shows when it cannot sell: a page of text, without a script or a link. The system's own box would stand alone
// on the desktop behind it, with whatever else is there. Owns that page and its texts; must never show what it was told as anything but
// text.

import { paperColour } from './paper-colour.ts'
import { type WindowLanguage, wordsOf } from './window-words.ts'

export interface Notice {
  readonly title: string
  readonly text: string
  /** The program's own words: for the person who looks after the machine. */
  readonly detail: string
}

/** [I11] The check that the person at the counter can answer. */
export const dateCheck = 'the date is right'

/** Why nothing is sold, for the person at the counter. */
export function noticeOf(error: unknown, language: WindowLanguage): Notice {
  const { cannotSell, cannotSellText, keysClosed, dateAsked } = wordsOf(language)
  const own = new Map([
    ['its keys can be opened', keysClosed],
    [dateCheck, dateAsked],
  ])
  const detail = error instanceof Error ? error.message : String(error)
  return { title: cannotSell, text: own.get(checkOf(error)) ?? cannotSellText, detail }
}

/** The check that a start failed at; empty where it was none. */
export function checkOf(error: unknown): string {
  return error instanceof Error && 'check' in error ? String(error.check) : ''
}

/** As one text, for the system's box. */
export function boxText({ text, detail }: Notice): string {
  return `${text}\n\n${detail}`
}

export const NOTICE_POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'"

/** `again`: says what will happen by itself. */
export function noticePage({ title, text, detail }: Notice, again: string, language: WindowLanguage): string {
  const dir = language === 'fa' ? 'rtl' : 'ltr'
  const paragraphs = [text, again].map((one) => `<p>${escaped(one)}</p>`).join('')
  return `<!doctype html><html lang="${language}" dir="${dir}"><head><meta charset="utf-8"><title>Guichet</title><link rel="stylesheet" href="/notice.css"></head><body><main><h1>${escaped(title)}</h1>${paragraphs}<p class="detail" dir="ltr">${escaped(detail)}</p></main></body></html>`
}

export const noticeStyle = `
:root { color-scheme: light dark; font: 18px/1.6 system-ui, sans-serif; }
body {
  margin: 0; min-height: 100vh; display: grid; place-items: center; cursor: default; user-select: none;
  background: light-dark(${paperColour.light}, ${paperColour.dark});
  color: light-dark(oklch(0.22 0.01 260), oklch(0.94 0.01 260));
}
main { max-width: 60ch; padding: 48px; }
h1 { font-size: 40px; font-weight: 600; line-height: 1.2; margin: 0 0 24px; }
p { margin: 0 0 16px; }
.detail {
  margin-top: 32px; font: 15px/1.5 ui-monospace, monospace; overflow-wrap: anywhere;
  color: light-dark(oklch(0.5 0.01 260), oklch(0.7 0.01 260));
}
`

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => marks[mark] ?? '')
}
