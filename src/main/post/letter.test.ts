// What letters say, in every language and form.

import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parse } from '@formatjs/icu-messageformat-parser'
import { create } from 'qrcode'
import { letterLanguages, messageKinds } from '../../shared/domain/message.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { start, paidBooking } from '../../shared/domain/sale.fixture.ts'
import { enLetters } from './en-letters.ts'
import { faLetters } from './fa-letters.ts'
import { hiLetters } from './hi-letters.ts'
import { escaped, mailOf } from './letter-mail.ts'
import { partsOf } from './letter-parts.ts'
import { smsLength, smsOf } from './letter-sms.ts'
import { wordsOf } from './letter-words.ts'
import { sampleLetter, testLetter } from './letter.fixture.ts'
import { qrPng } from './qr-png.ts'

const bookingKinds = messageKinds.filter((kind) => kind !== 'test')
const endsAtMs = start + 30 * MINUTE_MS

describe('words', () => {
  test('[E1] every language has every word, as a message that can be filled', () => {
    for (const words of [faLetters, hiLetters]) {
      expect(Object.keys(words)).toEqual(Object.keys(enLetters))
      for (const text of Object.values(words)) expect(() => parse(text)).not.toThrow()
    }
  })

  test.for(letterLanguages.flatMap((language) => bookingKinds.map((kind) => ({ language, kind }))))(
    '[E1] $kind in $language says what, when and where, with nothing left unfilled',
    async ({ language, kind }) => {
      const letter = sampleLetter({ kind, endsAtMs })
      const { subject, text, html } = await mailOf(partsOf(letter, wordsOf(language)), wordsOf(language))
      for (const said of [subject, text, html, smsOf(letter, wordsOf(language))]) {
        expect(said).toContain('Rain')
        expect(said).not.toMatch(/[{}]|undefined|null/)
      }
      expect(text).toContain('Barn')
      expect(html).toContain(`lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}"`)
    },
  )

  test('[E3] times are the venue’s, money the reader’s', () => {
    const at = (language: 'en' | 'fa' | 'hi') => {
      const { facts } = partsOf(sampleLetter(), wordsOf(language))
      return facts.map(([, value]) => value).join(' | ')
    }
    // 14:00 UTC is half past seven in the evening in Mumbai.
    expect(at('en')).toContain('Friday, 20 November, 19:30')
    expect(at('en')).toContain('₹420.00')
    expect(at('fa')).toContain('۱۹:۳۰')
    expect(at('hi')).toContain('₹420.00')
  })

  test('[L6] a hotel’s guest reads the number of the room and their own nights, not where the hotel’s calendar begins', () => {
    const rooms = [25, 24].map((day) => ({ number: '204', startsAtMs: Date.parse(`2026-11-${day}T09:30Z`) }))
    const [ticket] = sampleLetter().about?.tickets ?? []
    const tickets = ticket ? [{ ...ticket, label: '204', startsAtMs: Date.parse('2026-11-24T09:30Z') }] : []
    const letter = sampleLetter({}, { rooms, tickets })
    const parts = partsOf(letter, wordsOf('en'))
    expect(parts.facts).toContainEqual(['When', 'Tuesday, 24 November, 15:00'])
    expect(parts.facts).toContainEqual(['Rooms', '204 (Wednesday, 25 November), 204 (Tuesday, 24 November)'])
    expect(parts.tickets[0]?.line).toContain('room 204 (Tuesday, 24 November)')
    expect(smsOf(letter, wordsOf('en'))).toContain('Rooms 204 (Wednesday, 25 November)')
  })

  test('[H16] a warning says until when, to the minute', () => {
    const { subject, lead } = partsOf(sampleLetter({ kind: 'ending', endsAtMs }), wordsOf('en'))
    expect(subject).toContain('18:00')
    expect(lead).toContain('18:00')
  })
})

describe('e-mail', () => {
  test('[T2] a name is text, whatever it looks like', async () => {
    const name = '<img src=x onerror="alert(1)">&amp;'
    const words = wordsOf('en')
    const { html } = await mailOf(
      partsOf(sampleLetter({}, { customer: name, title: name, venue: name }), words),
      words,
    )
    expect(html).not.toContain('<img src=x')
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;amp;')
    expect(escaped(`'"<>&`)).toBe('&#39;&quot;&lt;&gt;&amp;')
  })

  test('[E2] every picture says in words what it is, and the text has the code too', async () => {
    const words = wordsOf('en')
    const { html, text, pictures } = await mailOf(partsOf(sampleLetter(), words), words)
    const alts = [...html.matchAll(/<img src="cid:([^"]+)" alt="([^"]+)"/g)].map(([, cid, alt]) => [cid, alt])
    expect(alts).toEqual([
      ['ticket-1@guichet', 'QR code of ticket TKT-20261120-00000000, seat A1'],
      ['ticket-2@guichet', 'QR code of ticket TKT-20261120-00000001, seat A2'],
    ])
    expect(pictures.map(({ cid }) => cid)).toEqual(alts.map(([cid]) => cid))
    expect(text).toContain('GUICHET1/TKT-20261120-00000001/')
  })

  test('[T2] a seat without a section is named by itself', () => {
    const { tickets } = sampleLetter().about ?? { tickets: [] }
    const lineOf = (section: string) => {
      const about = { tickets: tickets.slice(0, 1).map((ticket) => ({ ...ticket, section })) }
      return partsOf(sampleLetter({}, about), wordsOf('en')).tickets[0]?.line
    }
    expect(lineOf('Stalls')).toMatch(/^Stalls, seat A1 · /)
    expect(lineOf('')).toMatch(/^Seat A1 · /)
  })

  test('[T2] a customer without a name is greeted all the same', () => {
    expect(partsOf(sampleLetter({}, { customer: null }), wordsOf('en')).hello).toBe('Hello,')
    expect(partsOf(sampleLetter({}, { customer: ' ' }), wordsOf('en')).hello).toBe('Hello,')
    expect(partsOf(sampleLetter(), wordsOf('en')).hello).toBe('Dear Ravi,')
  })
})

test('[T1] the picture of a code has the code’s own dots, four to a module, in a frame of white', async () => {
  const text = 'GUICHET1/TKT-20261120-0000002A/1/14/DESK-1/7/20000/SECRET/SIGNED'
  const png = await qrPng(text)
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = (modules.size + 8) * 4
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([side, side, 1, 0])
  const length = png.readUInt32BE(33)
  expect(png.toString('latin1', 37, 41)).toBe('IDAT')
  const dots = inflateSync(png.subarray(41, 41 + length))
  const stride = 1 + Math.ceil(side / 8)
  expect(dots.length).toBe(stride * side)
  const isWhite = (x: number, y: number) => ((dots[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
  for (let row = -4; row < modules.size + 4; row += 1) {
    for (let column = -4; column < modules.size + 4; column += 1) {
      const isInside = Math.min(row, column) >= 0 && Math.max(row, column) < modules.size
      const isDark = isInside && modules.get(row, column) === 1
      const corners = [0, 3].map((at) => isWhite((column + 4) * 4 + at, (row + 4) * 4 + at))
      expect(corners, `${row} ${column}`).toEqual([!isDark, !isDark])
    }
  }
})

describe('SMS', () => {
  test.for([
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    // The escape and its character stay together: 152 units and one character of two do not fit into 153.
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 306, 3],
    ['ب'.repeat(70), 'UCS-2', 70, 1],
    ['ب'.repeat(71), 'UCS-2', 71, 2],
    ['🎟'.repeat(35), 'UCS-2', 70, 1],
    ['🎟'.repeat(67), 'UCS-2', 134, 3],
    ['', 'GSM-7', 0, 1],
  ] as const)('[T2] %j is %s: %d units, %d parts', ([text, coding, units, parts]) => {
    expect(smsLength(text)).toEqual({ coding, units, parts })
  })

  test('[T2] an English one is in the cheap letters, rupees and all', () => {
    for (const kind of bookingKinds) {
      const text = smsOf(sampleLetter({ kind, endsAtMs }), wordsOf('en'))
      expect(smsLength(text), text).toMatchObject({ coding: 'GSM-7' })
    }
    expect(smsOf(testLetter, wordsOf('en'))).toBe('Guichet can send messages. Nothing was sold.')
  })

  test('[T2] a large party’s is three parts at most, and no number in it is cut', () => {
    const [line] = paidBooking().lines
    const lines = Array.from({ length: 20 }, (_, index) => ({ ...line, label: `A${index + 1}` })) as never
    const [ticket] = sampleLetter().about?.tickets ?? []
    const tickets = Array.from({ length: 20 }, (_, index) => ({
      ...ticket,
      number: `TKT-20261120-000000${String(index).padStart(2, '0')}`,
    })) as never
    for (const language of letterLanguages) {
      const booking = { ...paidBooking(), lines }
      const text = smsOf(sampleLetter({}, { booking, tickets }), wordsOf(language))
      expect(smsLength(text).parts, text).toBeLessThanOrEqual(3)
      expect(text.match(/TKT-\d{8}-\d{8}/g)).toEqual(['TKT-20261120-00000000', 'TKT-20261120-00000019'])
      expect(text).toContain('(20)')
    }
  })
})
