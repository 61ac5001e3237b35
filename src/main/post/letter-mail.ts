// A letter as an e-mail: plain text for every reader, HTML with a QR code per ticket for most. Owns that markup; every word of it is
// escaped, because names and titles come from people.

import type { LetterParts, TicketPart } from './letter-parts.ts'
import type { Words } from './letter-words.ts'
import { qrPng } from './qr-png.ts'

export interface Mail {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly pictures: readonly { readonly cid: string; readonly name: string; readonly png: Buffer }[]
}

export async function mailOf(parts: LetterParts, { language, direction }: Words): Promise<Mail> {
  const pictures: { cid: string; name: string; png: Buffer }[] = []
  for (const [index, { code }] of parts.tickets.entries()) {
    // One after the other, so that a large party's codes never hold up a sale for longer than one takes.
    // oxlint-disable-next-line no-await-in-loop -- between two of them others get their turn
    pictures.push({ cid: cidOf(index), name: `ticket-${index + 1}.png`, png: await qrPng(code) })
  }
  const html = `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>${escaped(parts.subject)}</title></head><body style="${bodyStyle}">${bodyOf(parts)}</body></html>`
  return { subject: parts.subject, text: textOf(parts), html, pictures }
}

function cidOf(index: number): string {
  return `ticket-${index + 1}@guichet`
}

function textOf({ hello, lead, facts, tickets, venue }: LetterParts): string {
  const lines = facts.map(([name, value]) => `${name}: ${value}`)
  const papers = tickets.map(({ heading, line, code }) => `${heading}\n${line}\n${code}`)
  return [hello, lead, lines.join('\n'), ...papers, venue].filter((part) => part !== '').join('\n\n')
}

/** Mail readers ignore style sheets: all styles are inline. */
const bodyStyle =
  'font:16px/1.5 sans-serif;color:#1a1c22;background:#ffffff;max-width:36rem;margin:0 auto;padding:24px'
const nameStyle =
  'text-align:start;font-weight:normal;color:#5b6070;padding:2px 16px 2px 0;vertical-align:top'
const paperStyle = 'border:1px solid #d8dae0;border-radius:10px;padding:16px;margin:16px 0'
/** Two inches on a telephone: any scanner reads it at arm's length. */
const PICTURE_PX = 220

function bodyOf({ hello, lead, facts, tickets, venue }: LetterParts): string {
  const rows = facts.map(
    ([name, value]) =>
      `<tr><th scope="row" style="${nameStyle}">${escaped(name)}</th><td><bdi>${escaped(value)}</bdi></td></tr>`,
  )
  const table =
    rows.length > 0
      ? `<table role="presentation" style="border-collapse:collapse">${rows.join('')}</table>`
      : ''
  const papers = tickets.map(paperOf).join('')
  return `<p>${escaped(hello)}</p><p>${escaped(lead)}</p>${table}${papers}<p style="color:#5b6070"><bdi>${escaped(venue)}</bdi></p>`
}

function paperOf({ heading, line, alt }: TicketPart, index: number): string {
  const picture = `<img src="cid:${cidOf(index)}" alt="${escaped(alt)}" width="${PICTURE_PX}" height="${PICTURE_PX}" style="display:block;image-rendering:pixelated">`
  return `<section style="${paperStyle}"><h2 style="font-size:16px;margin:0 0 4px"><bdi>${escaped(heading)}</bdi></h2><p style="margin:0 0 8px">${escaped(line)}</p>${picture}</section>`
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? '')
}
