import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { ShowRecord } from '../asks.ts'
import { showRecord } from '../changes/rows.fixture.ts'
import type { ListingId, ShowId, VenueId } from '../ids.ts'
import { sampleShow, start } from '../sale.fixture.ts'
import { SERIES_MAX } from '../series.ts'
import { HORIZON_MS } from '../shows.ts'
import { readSheet } from './read-sheet.ts'
import {
  type SheetShow,
  decideShows,
  neededShowColumns,
  showColumns,
  showHead,
  showLine,
} from './show-sheet.ts'

const HOUR = 3_600_000

function sheetShow(showId: number, turn: Partial<ShowRecord> = {}, zone = 'Asia/Kolkata'): SheetShow {
  return { record: showRecord(showId, turn), title: `=Rain ${showId}`, venue: 'House', zone }
}

/** Show 1 is ordinary, 2 in another hall, 3 sold and held, in Berlin, 4 held. */
const four = [
  sheetShow(1),
  sheetShow(2, { entry: { ...showRecord(2).entry, venueId: 2 as VenueId } }),
  sheetShow(3, { sold: 2, liveHolds: 1 }, 'Europe/Berlin'),
  sheetShow(4, { liveHolds: 1 }),
]

function run(text: string, shows: readonly SheetShow[] = four) {
  return decideShows(readSheet(text, showColumns, neededShowColumns), {
    showOf: (showId: ShowId) => shows.find(({ record }) => record.entry.showId === showId) ?? null,
    listingOf: (listingId: ListingId) =>
      listingId <= 3 ? { title: `Listing ${listingId}`, sort: listingId === 3 ? 'hotel' : 'film' } : null,
    hallOf: ({ record }) =>
      shows.map((one) => one.record.entry).filter(({ venueId }) => venueId === record.entry.venueId),
    nextId: 9,
    nowMs: start,
  })
}

const head = 'show,like,listing,start,active\n'
const iso = (atMs: number) => new Date(atMs).toISOString()
const startsAtMs = start + 2 * HOUR
const later = start + 48 * HOUR

test('[A3] a sheet of new shows needs no column for their numbers, but one that says which shows they are like', () => {
  const { lines, faults } = run(`like,start,active\n2,${iso(later)},yes\n`)
  expect([faults, lines.map(({ outcome }) => outcome)]).toEqual([[], ['new']])
  const { faults: missing } = run(`title,start\nRain,${iso(later)}\n`)
  expect(missing.map(({ column, problem }) => `${column} ${problem}`)).toEqual([
    'like missing-column',
    'active missing-column',
  ])
})

test('[A3] a line with a number moves its show or takes it off sale; one without is a new show like another', () => {
  const text = `${head}1,,,${iso(later)},no\n,2,2,${iso(later)},yes\n2,,1,${iso(startsAtMs)},yes\n`
  const { lines, faults, events } = run(text)
  expect(faults).toEqual([])
  expect(lines.map(({ line, outcome }) => `${line} ${outcome}`)).toEqual(['2 changed', '3 new', '4 same'])
  expect(lines[0]?.fields.map(({ column }) => column)).toEqual(['start', 'active'])
  expect(lines[1]?.name).toMatch(/^Listing 2 · 20/)
  const { entry, show } = showRecord(2)
  const salesCloseAtMs = later + (entry.salesCloseAtMs - entry.startsAtMs)
  expect(events).toEqual([
    {
      type: 'rows-changed',
      of: 'shows',
      alike: [
        {
          ids: [1],
          before: { active: true, startsAtMs, salesCloseAtMs: entry.salesCloseAtMs },
          after: { active: false, startsAtMs: later, salesCloseAtMs },
        },
      ],
    },
    {
      type: 'entry-saved',
      entry: { ...entry, showId: 9, listingId: 2, venueId: 2, startsAtMs: later, salesCloseAtMs },
    },
    { type: 'prices-set', showId: 9, version: 1, prices: show.prices },
  ])
})

test('[A3] [L6] a hotel is not like a show that has no nights, nor a film like a hotel', () => {
  const inn = sheetShow(5, { show: { ...sampleShow, sort: 'hotel' } })
  const problems = (text: string) =>
    run(text, [...four, inn]).faults.map(({ column, problem }) => `${column} ${problem}`)
  expect(problems(`${head},1,3,${iso(later)},yes\n`)).toEqual(['listing other-nature'])
  expect(problems(`${head},5,2,${iso(later)},yes\n`)).toEqual(['listing other-nature'])
  expect(problems(`${head},5,3,${iso(later)},yes\n`)).toEqual([])
})

test('[A3] a column that the file has not says nothing of a show that is there', () => {
  expect(run('show\n1\n').lines).toMatchObject([{ outcome: 'same' }])
  expect(run('show,active\n1,no\n').lines[0]?.fields).toEqual([
    { column: 'active', before: 'yes', after: 'no' },
  ])
})

test('[A3] [E3] a start without a zone is the clock of its venue; one that the clock skips or shows twice is refused', () => {
  const [line] = run(`${head},1,,2026-12-01 19:30,yes\n`).lines
  expect(line?.fields[0]).toEqual({ column: 'start', before: '', after: '2026-12-01T19:30+05:30' })
  const berlin = `${head},3,,2027-03-28T02:30,yes\n,3,,2027-10-31T02:30,yes\n,3,,2027-10-31T02:30+01:00,yes\n`
  expect(run(berlin).faults).toMatchObject([
    { line: 2, column: 'start', problem: 'no-such-clock' },
    { line: 3, column: 'start', problem: 'clock-twice' },
  ])
})

test.for([
  [',,,,yes', '2 like missing'],
  [',x,,,yes', '2 like number x'],
  [',77,,,yes', '2 like unknown-row 77'],
  ['77,,,,yes', '2 show unknown-row 77'],
  ['1e2,,,,yes', '2 show number 1e2'],
  ['1,2,,,yes', '2 like fixed 2'],
  ['1,,2,,yes', '2 listing fixed 2'],
  ['1,,x,,yes', '2 listing number x'],
  [`,1,7,${iso(later)},yes`, '2 listing unknown-row 7'],
  ['1,,,,yes', '2 start missing'],
  [',1,,tomorrow,yes', '2 start instant tomorrow'],
  [`,1,,${iso(start)},yes`, `2 start in-the-past ${iso(start)}`],
  [`,1,,${iso(start + HORIZON_MS + 1)},yes`, `2 start too-far ${iso(start + HORIZON_MS + 1)}`],
  [`3,,,${iso(later)},yes`, `2 start sold ${iso(later)}`],
  [`4,,,${iso(later)},yes`, `2 start held ${iso(later)}`],
  [`4,,,${iso(startsAtMs)},no`, '2 active held no'],
  [`1,,,${iso(startsAtMs)},perhaps`, '2 active yes-no perhaps'],
  [`1,,,${iso(startsAtMs)},`, '2 active missing'],
  [`1,,,${iso(startsAtMs)},no\n1,,,${iso(startsAtMs)},yes`, '3 show repeated'],
  [`,1,,${iso(later)},no\n,1,1,${iso(later)},yes`, '3 start repeated'],
  [
    Array.from({ length: SERIES_MAX + 1 }, (_, at) => `,1,,${iso(later + at * HOUR)},yes`).join('\n'),
    `${SERIES_MAX + 2}  too-many-new`,
  ],
] as const)('[A3] [V9] %j: %s', ([lines, fault]) => {
  const { faults, events } = run(`${head}${lines}\n`)
  expect(events).toEqual([])
  expect(
    faults.map(({ line, column, problem, found }) => `${line} ${column} ${problem} ${found}`.trim()),
  ).toContain(fault)
})

test('[A3] so many new shows as a series may have are made at once', () => {
  const lines = Array.from({ length: SERIES_MAX }, (_, at) => `,1,,${iso(later + at * HOUR)},yes`)
  expect(run(head + lines.join('\n')).events).toHaveLength(2 * SERIES_MAX)
})

test('[A3] what begins too near in the same hall is said: of the shows that are there, and of the file itself', () => {
  const clashes = (text: string) => run(head + text).lines.map(({ clash }) => clash?.slice(0, 16))
  const wall = (atMs: number) => new Date(atMs + 5.5 * HOUR).toISOString().slice(0, 16)
  expect(clashes(`,1,,${iso(startsAtMs + HOUR)},yes\n`)).toEqual([wall(startsAtMs)])
  expect(clashes(`,1,,${iso(later)},yes\n,1,,${iso(later + HOUR)},yes\n,2,,${iso(later)},yes\n`)).toEqual([
    wall(later + HOUR),
    wall(later),
    undefined,
  ])
  // No clash with where it was before the move; without a move no clash is reported.
  const two = [sheetShow(1), sheetShow(5, { entry: { ...showRecord(5).entry, startsAtMs: later } })]
  const moved = `${head}5,,,${iso(later + HOUR)},yes\n1,,,${iso(startsAtMs)},yes\n`
  expect(run(moved, two).lines.map(({ clash }) => clash)).toEqual([undefined, undefined])
})

const shows = fc.uniqueArray(
  fc.record({
    showId: fc.integer({ min: 1, max: 2 ** 40 }),
    startsAtMs: fc.integer({ min: 0, max: 4e12 }),
    active: fc.boolean(),
    zone: fc.constantFrom('Asia/Kolkata', 'Europe/Berlin', 'UTC'),
    title: fc.string({ unit: 'grapheme', maxLength: 20 }),
  }),
  { selector: ({ showId }) => showId },
)

property.prop([shows])('[A3] what was exported and is imported again changes nothing', (all) => {
  const rows = all.map(({ showId, startsAtMs: atMs, active, zone, title }): SheetShow => {
    const entry = { ...showRecord(showId).entry, startsAtMs: atMs, active }
    const record = { entry, show: { ...sampleShow, showId: showId as ShowId }, liveHolds: 1, sold: 1 }
    return { record, title: title.replaceAll(/[\p{Cc}\uD800-\uDFFF]/gu, ''), venue: 'Hall', zone }
  })
  const { lines, faults, events } = run(showHead + rows.map(showLine).join(''), rows)
  expect(faults.filter(({ problem }) => problem !== 'no-lines')).toEqual([])
  expect(lines.filter(({ outcome }) => outcome !== 'same')).toEqual([])
  expect(events).toEqual([])
})

const scraps = [
  '"',
  ',',
  ';',
  '\r',
  '\n',
  '\uFEFF',
  '\u0000',
  '=1',
  '9'.repeat(400),
  '',
  '2',
  '2026-02-30T25:61Z',
  '\uD800',
]
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  scrap: fc.oneof(fc.constantFrom(...scraps), fc.string({ unit: 'binary', maxLength: 8 })),
})

property.prop([fc.array(mutation, { minLength: 1, maxLength: 6 })], { numRuns: 1000 })(
  '[V9] a damaged file never throws and is imported whole or not at all',
  (mutations) => {
    const text = mutations.reduce(
      (before, { at, length, scrap }) => {
        const from = Math.floor(at * before.length)
        return before.slice(0, from) + scrap + before.slice(from + length)
      },
      showHead + four.map(showLine).join('') + `,1,,,,${iso(later)},yes\r\n`,
    )
    const { faults, events } = run(text)
    if (faults.length > 0) expect(events).toEqual([])
    for (const event of events)
      if (event.type === 'entry-saved') expect(event.entry).toMatchObject({ kind: 'show', planId: 1 })
  },
)
