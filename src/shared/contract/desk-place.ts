// Where a link or the window's menu may lead a desk. Owns which places there are and the grammar of links; must never carry anything
// that is executed or fetched.

import { z } from 'zod'

/** Screens that the menu leads to; the page knows their addresses. */
export const deskScreens = [
  'tonight',
  'find',
  'shift',
  'money',
  'gate',
  'manage',
  'kiosks',
  'updates',
] as const

export const deskPlace = z.discriminatedUnion('kind', [
  /** A ticket's number, or a booking's own. */
  z.strictObject({ kind: z.literal('booking'), number: z.string().regex(/^[A-Z0-9-]{1,40}$/) }),
  z.strictObject({ kind: z.literal('show'), showId: z.int().min(1).max(Number.MAX_SAFE_INTEGER) }),
  z.strictObject({ kind: z.literal('screen'), name: z.enum(deskScreens) }),
])
export type DeskPlace = z.output<typeof deskPlace>

/** What a page tells the program around it about itself. */
export const deskWord = z.strictObject({
  language: z.enum(['en', 'fa', 'hi']),
  scheme: z.enum(['system', 'light', 'dark']),
})
export type DeskWord = z.output<typeof deskWord>

/** Operating systems may change the case of the scheme and the first word; the rest is checked strictly. */
const LINK = /^guichet:\/\/(?<kind>booking|show)\/(?<number>[A-Za-z0-9-]{1,40})\/?$/i
/** As printed on a ticket, or a ULID. */
const BOOKING = /^(TKT-\d{8}-[0-9A-F]{8}|[0-9A-HJKMNP-TV-Z]{26})$/
/** A show's number; no house has a billion shows. */
const SHOW = /^[1-9]\d{0,8}$/

/** `guichet://booking/TKT-20261120-1A2B3C4D`, `guichet://show/12`. Null: any other text. */
export function placeOfLink(link: string): DeskPlace | null {
  const { kind = '', number = '' } = LINK.exec(link)?.groups ?? {}
  if (kind.toLowerCase() === 'show')
    return SHOW.test(number) ? { kind: 'show', showId: Number(number) } : null
  const booking = number.toUpperCase()
  return BOOKING.test(booking) ? { kind: 'booking', number: booking } : null
}
