import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { type Heard, type TimedKey, Wedge, type WedgeSettings } from './wedge.ts'
import { typedBy } from './wedge-keys.ts'

const INTERVAL_MS = 50
const ours: WedgeSettings = { intervalMs: INTERVAL_MS, prefix: null, takesAll: false }
const all: WedgeSettings = { ...ours, takesAll: true }

/** The key that types a character on an American keyboard. */
const codes = new Map<string, Pick<TimedKey, 'code' | 'shiftKey'>>()
const places = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `Key${letter}`),
  '0123456789'.split('').map((digit) => `Digit${digit}`),
  'Space Minus Equal BracketLeft BracketRight Backslash Semicolon Quote'.split(' '),
  'Backquote Comma Period Slash'.split(' '),
].flat()
for (const code of places)
  for (const shiftKey of [false, true]) {
    const typed = typedBy({ code, shiftKey, ctrlKey: false, altKey: false, metaKey: false })
    if (typed !== null && !codes.has(typed)) codes.set(typed, { code, shiftKey })
  }

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isRepeated: false }

interface Typed {
  readonly key: string
  readonly gapMs: number
}

/** Characters with the time before each. */
function typing(text: string, gapMs: number | readonly number[]): Typed[] {
  return text.split('').map((key, at) => ({
    key,
    gapMs: typeof gapMs === 'number' ? gapMs : (gapMs[at % gapMs.length] ?? 0),
  }))
}

/** What a page does with the answers: which scans it gets, and what reaches the focused element. */
function run(
  settings: WedgeSettings,
  typed: readonly Typed[],
  arrivesLate: (at: number) => boolean = () => false,
) {
  const wedge = new Wedge(settings)
  const scans: string[] = []
  const [reached, held, out]: string[][] = [[], [], []] as const
  let nowMs = 1000
  const follow = ({ isReleased, isTakenBack, scan }: Heard) => {
    if (isTakenBack) held.push(...reached.splice(reached.length - out.length))
    out.length = 0
    if (isReleased) out.push(...held)
    reached.push(...out)
    if (isReleased || !wedge.isHolding) held.length = 0
    if (scan !== null) scans.push(scan)
  }
  typed.forEach(({ key, gapMs }, at) => {
    nowMs += gapMs
    // The page's timer runs before a key that is long delayed.
    if (arrivesLate(at)) follow(wedge.pause(nowMs + INTERVAL_MS + 1))
    const named = codes.get(key) ?? { code: key, shiftKey: false }
    const heard = wedge.hear({ ...plain, ...named, atMs: nowMs })
    follow(heard)
    const shown = key.length === 1 ? key : `<${key}>`
    if (!heard.isTaken) reached.push(shown)
    else if (wedge.isHolding) held.push(shown)
  })
  follow(wedge.pause(nowMs + INTERVAL_MS + 1))
  return { scans, reached: reached.join('') }
}

const letter = fc.constantFrom(...codes.keys())
const letters = fc.string({ unit: letter, maxLength: 40 })
const part = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ-'.split('')),
  minLength: 1,
  maxLength: 24,
})
const signature = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')),
  minLength: 103,
  maxLength: 103,
})
const ticket = fc
  .tuple(fc.array(part, { minLength: 7, maxLength: 7 }), signature)
  .map(([parts, signed]) => ['GUICHET1', ...parts, signed].join('/'))
const quick = fc.array(fc.integer({ min: 0, max: INTERVAL_MS }), { minLength: 1, maxLength: 30 })
const slow = fc.array(fc.integer({ min: INTERVAL_MS + 1, max: 900 }), { minLength: 1, maxLength: 30 })
const suffix = fc.constantFrom('Enter', 'NumpadEnter', 'Tab')

const scanOf = (code: string, gaps: readonly number[], end: string, before: number): Typed[] => {
  const typed = typing(code, gaps)
  return [
    ...typed.map((one, at) => (at === 0 ? { ...one, gapMs: before } : one)),
    { key: end, gapMs: gaps[0] ?? 0 },
  ]
}

describe('people', () => {
  for (const [name, settings] of [
    ['ours', ours],
    ['all', all],
  ] as const)
    test.prop([fc.oneof(letters, ticket), slow])(
      `[T3] what a person types is never a scan, and all of it arrives in its order (${name})`,
      (text, gaps) => {
        expect(run(settings, typing(text, gaps))).toEqual({ scans: [], reached: text })
      },
    )

  test.prop([letters, fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1 })])(
    '[T3] nor is it at any speed, where it is no ticket of ours: nothing is lost or held for good',
    (text, gaps) => {
      fc.pre(!text.toUpperCase().includes('GUICHET1/'))
      expect(run(ours, typing(text, gaps))).toEqual({ scans: [], reached: text })
    },
  )

  test('[T3] a key that is kept down is a person’s, and so is one with Ctrl', () => {
    const wedge = new Wedge(all)
    for (let at = 0; at < 20; at += 1)
      expect(wedge.hear({ ...plain, code: 'KeyG', atMs: at * 30, isRepeated: at > 0 }).scan).toBeNull()
    expect(wedge.hear({ ...plain, code: 'KeyG', ctrlKey: true, atMs: 610 }).isTaken).toBe(false)
  })

  test('[T3] five keys that roll under the fingers reach their field; Enter after them is a person’s', () => {
    const typed = [...typing('quick', 20), { key: 'Enter', gapMs: 20 }]
    expect(run(all, typed)).toEqual({ scans: [], reached: 'quick<Enter>' })
  })
})

describe('scanners', () => {
  for (const [name, settings] of [
    ['ours', ours],
    ['all', all],
  ] as const)
    test.prop([ticket, quick, suffix])(
      `[T3] a ticket at any speed within the interval is one scan, and none of it reaches anybody (${name})`,
      (code, gaps, end) => {
        expect(run(settings, scanOf(code, gaps, end, 400))).toEqual({ scans: [code], reached: '' })
      },
    )

  test.prop([ticket, quick])('[T3] a whole ticket needs no key after it', (code, gaps) => {
    expect(run(ours, typing(code, gaps))).toEqual({ scans: [code], reached: '' })
  })

  test.prop([fc.tuple(letters, letters), slow, fc.tuple(ticket, suffix), quick])(
    '[T3] between what a person types before and after, a scan is a scan and the rest is theirs',
    ([before, after], gaps, [code, end], fast) => {
      const typed = [
        ...typing(before, gaps),
        ...scanOf(code, fast, end, INTERVAL_MS + 1),
        ...typing(after, gaps),
      ]
      expect(run(ours, typed)).toEqual({ scans: [code], reached: before + after })
    },
  )

  test.prop([fc.tuple(ticket, fc.nat()), quick, ticket, suffix])(
    '[T3] half a scan is dropped after its interval, and the next one is read whole',
    ([half, at], gaps, next, end) => {
      const cut = half.slice(0, 9 + (at % (half.length - 10)))
      const typed = [...typing(cut, gaps), ...scanOf(next, gaps, end, INTERVAL_MS + 1)]
      expect(run(ours, typed)).toEqual({ scans: [next], reached: '' })
    },
  )

  test.prop([fc.array(ticket, { minLength: 2, maxLength: 4 }), quick, suffix])(
    '[T3] one scan after the other, with no pause between, are as many scans',
    (tickets, gaps, end) => {
      const typed = tickets.flatMap((code) => scanOf(code, gaps, end, 1))
      expect(run(ours, typed)).toEqual({ scans: tickets, reached: '' })
    },
  )

  test.prop([fc.string({ unit: letter, minLength: 6, maxLength: 60 }), quick, suffix])(
    '[T3] at a gate any code is a scan, also of another house',
    (code, gaps, end) => {
      expect(run(all, scanOf(code, gaps, end, 400))).toEqual({ scans: [code], reached: '' })
    },
  )

  test.prop([fc.string({ unit: letter, minLength: 1, maxLength: 60 }), quick, suffix])(
    '[T3] after its prefix everything is a scan; the prefix alone is a key like any other',
    (code, gaps, end) => {
      const settings = { ...ours, prefix: 'F13' }
      const typed = [{ key: 'F13', gapMs: 400 }, ...scanOf(code, gaps, end, gaps[0] ?? 0)]
      expect(run(settings, typed)).toEqual({ scans: [code], reached: '' })
      const wedge = new Wedge(settings)
      expect(wedge.hear({ ...plain, code: 'F13', atMs: 0 }).isTaken).toBe(true)
      expect(wedge.pause(INTERVAL_MS + 1)).toMatchObject({ isTaken: false, isReleased: true, scan: null })
    },
  )

  test.prop([ticket, quick, fc.func(fc.boolean())])(
    '[T3] on a machine that is too busy to bring its keys in time, it is a scan by the times that they were pressed',
    (code, gaps, arrivesLate) => {
      expect(run(ours, scanOf(code, gaps, 'Enter', 400), arrivesLate)).toEqual({ scans: [code], reached: '' })
    },
  )

  test('[T3] a late Enter after a whole ticket presses nothing; a person’s own Enter does', () => {
    const code = `GUICHET1/${'A/'.repeat(7)}${'0'.repeat(103)}`
    expect(run(ours, [...typing(code, 5), { key: 'Enter', gapMs: 250 }]).reached).toBe('')
    expect(run(ours, [...typing(code, 5), { key: 'Enter', gapMs: 400 }]).reached).toBe('<Enter>')
  })

  test('[V8] a control key or too much text inside a scan spoils it, and none of it reaches anybody', () => {
    const spoilt = [...typing('GUICHET1/AB', 5), { key: 'F9', gapMs: 5 }, ...typing('CD', 5)]
    expect(run(ours, [...spoilt, { key: 'Enter', gapMs: 5 }])).toEqual({ scans: [], reached: '' })
    expect(run(ours, [...typing(`GUICHET1/${'A'.repeat(300)}`, 5), { key: 'Enter', gapMs: 5 }])).toEqual({
      scans: [],
      reached: '',
    })
  })
})

test('[T3] by place and not by letter: a Persian or Hindi layout types the same code', () => {
  // The event of the key with G: its letter is never used.
  const { code, shiftKey } = codes.get('G') ?? { code: '', shiftKey: false }
  expect([code, shiftKey]).toEqual(['KeyG', true])
  expect(typedBy({ ...plain, code: 'Numpad7' })).toBe('7')
  expect(typedBy({ ...plain, code: 'Digit1', shiftKey: true })).toBe('!')
  expect(typedBy({ ...plain, code: 'F9' })).toBeNull()
})
