import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { findingCodes } from './draft.ts'
import type { Finding, Place } from './draft.ts'
import { planLimits } from './limits.ts'
import { readPretixPlan } from './pretix.ts'
import { readPlanFile } from './read-plan-file.ts'
import { samplePretix } from './sample.fixture.ts'
import { sampleSeatsio } from './seatsio.fixture.ts'
import { makePlan } from '../seat-plan/make-plan.ts'
import type { PlanId } from '../ids.ts'
import { isImportable } from './tally.ts'

/** What must be true for every text: no throw, a draft or an error, bounded findings, a plan from whatever passes. */
function check(text: string): readonly Finding[] {
  const whole = readPlanFile(text)
  for (const { draft, findings } of [readPretixPlan(text), whole]) {
    expect(draft !== null || !isImportable(findings)).toBe(true)
    expect(findings.length).toBeLessThan(2_000)
    expect(findings.every(({ places, count }) => places.length <= mostPlaces(places) && count >= 1)).toBe(
      true,
    )
    expect(JSON.stringify(findings).length).toBeLessThan(1_000_000)
  }
  const { draft, findings } = whole
  if (draft && isImportable(findings)) expect(makePlan(draft, 1 as PlanId).count).toBeGreaterThan(0)
  return findings
}

/** The most places per finding: ten by name, fifty lines of a table. */
function mostPlaces([first]: readonly Place[]): number {
  return first?.line === undefined ? 10 : 50
}

const sample = samplePretix()
const [floor] = sample.zones
const [row] = floor?.rows ?? []
const [seat] = row?.seats ?? []
const json = JSON.stringify
const withSeats = (seats: unknown) => json({ ...sample, zones: [{ ...floor, rows: [{ ...row, seats }] }] })
const withSeat = (change: object) => withSeats([{ ...seat, ...change }])
const withArea = (area: unknown) => json({ ...sample, zones: [{ ...floor, areas: [area] }] })
const many = (count: number, entry: string) => `[${Array.from({ length: count }, () => entry).join(',')}]`
const bare = (zones: string) => `{"name":"x","categories":[],"zones":${zones}}`

/** Every one of these is wrong, and must be reported. */
const refused: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a space', ' '],
  ['null', 'null'],
  ['a number', '7'],
  ['a word', '"plan"'],
  ['a list', '[]'],
  ['an empty object', '{}'],
  ['half a file', json(sample).slice(0, 500)],
  ['two files in one', json(sample) + json(sample)],
  ['XML', '<plan/>'],
  ['a zip', 'PK\u0003\u0004'],
  ['a NUL', '\u0000'],
  ['NaN as a number', json(sample).replace('100', 'NaN')],
  ['a number too large for a double', json(sample).replace('100', '1e999')],
  ['a comment', `/* */${json(sample)}`],
  ['100,000 open brackets', '['.repeat(100_000)],
  ['deep nesting, closed', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['nesting beyond the limit', '['.repeat(600_000)],
  ['deep nesting where zones should be', bare('['.repeat(5_000) + ']'.repeat(5_000))],
  ['deep objects where zones should be', bare('{"zones":'.repeat(5_000) + '1' + '}'.repeat(5_000))],
  ['text beyond the limit', ' '.repeat(planLimits.text + 1)],
  ['zones of null', bare('null')],
  ['zones as an object', bare('{"0":{"rows":[]},"length":1}')],
  ['zones as a word', bare('"zones"')],
  ['no zones', bare('[]')],
  ['zones of numbers', bare('[1,2,3]')],
  ['too many zones', bare(many(501, '{"rows":[]}'))],
  ['too many rows', bare(`[{"rows":${many(5_001, '{"row_number":"A","seats":[]}')}}]`)],
  ['too many rows over all zones', bare(many(3, `{"rows":${many(2_000, '{"seats":[]}')}}`))],
  ['too many seats', bare(`[{"rows":[{"seats":${many(100_001, '0')}}]}]`)],
  ['too many seats over all rows', bare(`[{"rows":${many(11, `{"seats":${many(10_000, '0')}}`)}}]`)],
  ['too many areas', bare(`[{"rows":[],"areas":${many(10_001, '0')}}]`)],
  [
    'too many categories',
    json({ ...sample, categories: Array.from({ length: 251 }, (_, n) => ({ name: `c${n}` })) }),
  ],
  [
    'too many categories that only seats name',
    withSeats(
      Array.from({ length: 260 }, (_, n) => ({
        ...seat,
        uuid: `u${n}`,
        category: `c${n}`,
        position: { x: (n % 18) * 25, y: Math.floor(n / 18) * 20 },
      })),
    ),
  ],
  ['an own __proto__ instead of keys', `{"__proto__":${json(sample)}}`],
  ['an own __proto__ in a seat', withSeats('x').replace('"x"', `[{"__proto__":${json(seat)}}]`)],
  ['hasOwnProperty as data', `{"hasOwnProperty":1,"zones":[{"hasOwnProperty":1}],"toString":null}`],
  ['a megabyte of a name', json({ ...sample, name: 'x'.repeat(1_000_000) })],
  ['a megabyte of a key', json({ ['k'.repeat(1_000_000)]: 1, zones: 0 })],
  ['a seat that is null', withSeats([null])],
  ['a seat that is a list', withSeats([[]])],
  ['a position that is a list', withSeat({ position: [1, 2] })],
  ['a position without y', withSeat({ position: { x: 1 } })],
  ['an infinite position', withSeat({ position: { x: 'Infinity', y: 0 } })],
  ['a hexadecimal position', withSeat({ position: { x: '0x10', y: 0 } })],
  ['an empty position', withSeat({ position: { x: '', y: 0 } })],
  ['a position of true', withSeat({ position: { x: true, y: 0 } })],
  ['a huge position', withSeat({ position: { x: 1e300, y: 0 } })],
  ['a seat far off the canvas', withSeat({ position: { x: -1e6, y: 1e6 } })],
  ['a radius of zero', withSeat({ radius: 0 })],
  ['a huge radius', withSeat({ radius: 1e9 })],
  ['a number with a line of code', withSeat({ position: { x: '1;alert(1)', y: 0 } })],
  ['a megabyte of digits', withSeat({ position: { x: '1'.repeat(1_000_000), y: 0 } })],
  ['a seat number of half a pair', withSeat({ seat_number: '\uD800' })],
  ['a seat number with a NUL', withSeat({ seat_number: 'A\u0000' })],
  ['a seat number that is an object', withSeat({ seat_number: { toString: 'x' } })],
  ['an empty uuid', withSeat({ uuid: '' })],
  ['two seats of one uuid', withSeats([seat, { ...seat, position: { x: 90, y: 0 } }])],
  ['two seats at one place', withSeats([seat, { ...seat, uuid: 'other' }])],
  ['a canvas of nothing', json({ ...sample, size: { width: 0, height: 0 } })],
  ['a canvas without end', json({ ...sample, size: { width: 1e308, height: 1e308 } })],
  ['a shape nobody knows', withArea({ shape: 'constructor', position: { x: 0, y: 0 } })],
  ['a circle without a radius', withArea({ shape: 'circle', position: { x: 0, y: 0 } })],
  ['a circle of negative radius', withArea({ shape: 'circle', circle: { radius: -1 } })],
  ['a polygon of words', withArea({ shape: 'polygon', polygon: { points: ['a', 'b'] } })],
  [
    'a polygon of too many corners',
    withArea({ shape: 'polygon', polygon: { points: many(1, '0').repeat(30_000) } }),
  ],
  ['endless turning', withArea({ shape: 'text', rotation: 1e12, text: { text: 'x' } })],
]

const chart = sampleSeatsio()
const withChart = (change: object) => json({ ...chart, subChart: { ...chart.subChart, ...change } })
const [standing] = chart.subChart.generalAdmissionAreas
const withFloor = (change: object) => withChart({ generalAdmissionAreas: [{ ...standing, ...change }] })
const list = (seats: unknown) => json({ name: 'x', sections: [{ name: 'S', seats }] })
/** A comb whose teeth are too narrow to stand in, behind a room: every line across it crosses all of them. */
const comb = (corners: number, width: number, height: number) =>
  Array.from({ length: corners }, (_, n) => ({
    x: 600 + (n < 2 ? n * (width / 2) : width / 2 + (n / corners) * (width / 2)),
    y: n % 2 ? 0 : height,
  }))
const lines = (count: number, line: (index: number) => string) =>
  `row,number,x,y\n${Array.from({ length: count }, (_, index) => line(index)).join('\n')}`

/** Charts and seat lists that are just as wrong. */
const refusedLists: readonly (readonly [string, string])[] = [
  ['a table without a head', 'Stalls,A,1,100,50\nStalls,A,2,125,50\n'],
  ['a table of a head only', 'section,row,number,x,y\n'],
  ['a table of blank lines', `row,number${'\n'.repeat(500_000)}`],
  [
    'too many lines',
    lines(100_001, (index) => `A,${index},${(index % 300) * 30},${Math.floor(index / 300) * 30}`),
  ],
  ['too many cells', `row,number\n${','.repeat(3_000_000)}`],
  ['too many lines, all blank', `row,number\n${'\n'.repeat(3_000_000)}`],
  ['too many columns', `row,number${',more'.repeat(300)}\nA,1\n`],
  ['a head of a megabyte', `row,number,${'x'.repeat(1_000_000)}\nA,1\n`],
  ['a quotation mark that is never closed', 'row,number\nA,"1\nA,2\n'],
  ['a million quotation marks in one cell', `row,number\nA,"${'x"'.repeat(1_000_000)}\n`],
  [
    'quotation marks before endless spaces',
    `row,number\nA,"${'x" '.repeat(400_000)}${' '.repeat(4_000_000)}\n`,
  ],
  [
    'quotation marks before endless tabs',
    `row,number\nA,"${'x"\t'.repeat(200_000)}${'\t'.repeat(2_000_000)},\n`,
  ],
  ['text beyond the limit in a table', `row,number\n${'A,1\n'.repeat(4_200_000)}`],
  ['a table with a NUL', 'row,number\nA\u0000,1\n'],
  ['half a character in a table', 'row,number\nA\uD800,1\n'],
  ['a seat as __proto__', 'row,number,kind\nA,1,__proto__\n'],
  ['a seat with the marks of an object', 'row,number,flags\nA,1,constructor\n'],
  ['numbers of another kind', 'row,number,x,y\nA,1,0x10,1e\n'],
  ['NaN as a place', 'row,number,x,y\nA,1,NaN,5\n'],
  ['endless places', 'row,number,x,y\nA,1,Infinity,-Infinity\n'],
  ['places beyond any canvas', 'row,number,x,y\nA,1,0,0\nA,2,10,0\nA,3,900000,900000\n'],
  ['two seats at one place of a table', 'row,number,x,y\nA,1,5,5\nA,2,5,5\n'],
  ['mixed line ends with a twin', 'row,number\r\nA,1\rA,2\nA,1\r\n'],
  ['a crowd beyond the limit', 'row,kind,places\nA,standing,100000\nB,standing,100000\n'],
  [
    'a hundred thousand crowds',
    `row,kind,places\n${Array.from({ length: 90_000 }, (_, n) => `${n},standing,100000`).join('\n')}`,
  ],
  ['people on minus one place', 'row,kind,places\nA,standing,-1\n'],
  ['sections of null', '{"sections":[null]}'],
  ['sections of nothing', '{"sections":[]}'],
  ['a list of numbers for seats', list([1, 2])],
  ['a word for seats', list('seats')],
  ['a seat without a number', list([{ row: 'A' }])],
  [
    'a seat whose own __proto__ is one',
    list('x').replace('"x"', '[{"__proto__":{"row":"A","number":1}}]').replace('"seats":"x"', ''),
  ],
  ['marks that are objects', list([{ number: 1, flags: [{}] }])],
  ['endless marks', list([{ number: 1, flags: Array.from({ length: 100_000 }, () => 'aisle') }])],
  ['too many seats in a list', `{"sections":[{"seats":${many(100_001, '0')}}]}`],
  ['too many sections in a list', `{"sections":${many(501, '{"seats":[]}')}}`],
  ['deep nesting in a list', `{"sections":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
  ['a chart of nothing', '{"subChart":{}}'],
  ['a chart that is a list', '{"subChart":[]}'],
  ['a chart on floors of null', '{"subChartFloors":[null,null]}'],
  ['a chart with too many floors', `{"subChartFloors":${many(13, '{}')}}`],
  ['a chart in a chart in a chart', `${'{"subChart":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
  ['rows of numbers', withChart({ rows: [1, 2] })],
  ['rows as an object', withChart({ rows: { 0: {}, length: 1 } })],
  ['too many rows in a chart', withChart({ rows: Array.from({ length: 5_001 }, () => ({ seats: [] })) })],
  ['a table without chairs', withChart({ tables: [{ label: 'T' }] })],
  ['a booth in no place', withChart({ booths: [{ label: 'B' }] })],
  ['a crowd of minus one', withFloor({ capacity: -1 })],
  ['a crowd of a billion', withFloor({ capacity: 1e9 })],
  ['a crowd in words', withFloor({ capacity: 'many' })],
  [
    'a crowd on a point',
    withFloor({ type: 'circle', center: { x: 500, y: 500 }, radius1: 0, radius2: 0, capacity: 3 }),
  ],
  [
    'a crowd on too many corners',
    withFloor({ points: Array.from({ length: 20_001 }, () => ({ x: 0, y: 0 })) }),
  ],
  // Following every corner would take over a minute, more than any test may.
  [
    'a crowd on a tall comb, off any canvas',
    withFloor({ capacity: 99_000, points: comb(19_900, 9_000, 990_000) }),
  ],
  [
    'a hundred crowds',
    withChart({
      generalAdmissionAreas: Array.from({ length: 100 }, () => ({ ...standing, capacity: 50_000 })),
    }),
  ],
  [
    'a crowd on a plot a light year wide',
    withFloor({ type: 'rectangle', center: { x: 0, y: 0 }, width: 1e300, height: 1 }),
  ],
  [
    'chairs of a category nobody has',
    withChart({ rows: [{ label: 'A', seats: [{ label: 1, x: 1, y: 1, categoryKey: '__proto__' }] }] }),
  ],
  [
    'chairs twice in one place',
    withChart({ rows: [chart.subChart.rows[0], { ...chart.subChart.rows[0], label: 'B' }] }),
  ],
]

test.for(refusedLists)('[V9] %s is refused with a finding, never thrown', ([, text]) => {
  expect(isImportable(check(text))).toBe(false)
})

/** Odd, but valid. */
const taken: readonly (readonly [string, string])[] = [
  [
    'a crowd on a line',
    withFloor({
      points: [
        { x: 0, y: 0 },
        { x: 100, y: 100 },
      ],
    }),
  ],
  [
    'a crowd on a thousand corners',
    withFloor({
      capacity: 90_000,
      points: Array.from({ length: 1_000 }, (_, n) => ({ x: 600 + (n % 2) * 9_000, y: n * 9 })),
    }),
  ],
  [
    'a crowd on twenty thousand corners',
    withFloor({ capacity: 99_000, points: comb(19_900, 90_000, 90_000) }),
  ],
  [
    'a hundred thousand seats in one row',
    lines(100_000, (index) => `A,${index},${(index % 300) * 30},${Math.floor(index / 300) * 30}`),
  ],
  [
    'a hundred thousand seats without places',
    `row,number\n${Array.from({ length: 100_000 }, (_, n) => `${n % 400},${n}`).join('\n')}`,
  ],
  ['line ends of three kinds', 'row,number\r\nA,1\rA,2\nA,3\r\n'],
  [
    'names of an object’s own',
    'section,row,number,category\n__proto__,constructor,toString,hasOwnProperty\n',
  ],
]

test.for(taken)('[V9] %s is taken', ([, text]) => {
  expect(check(text).filter(({ code }) => findingCodes[code] === 'error')).toEqual([])
})

test.for(refused)('[V9] %s is refused with a finding, never thrown', ([, text]) => {
  expect(isImportable(check(text))).toBe(false)
})

test('[V9] a byte order mark, odd names and thousands of unknown keys are taken without an error', () => {
  const keys = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`key${index}`, index]))
  const odd = { ...sample, ...keys, constructor: 1, name: '\u202E<script>alert(1)</script>' }
  const text = `\uFEFF${json(odd)}`
  check(text)
  expect(isImportable(readPlanFile(text).findings)).toBe(true)
})

test('[V9] a seat whose own position escapes the prototype leaves no trace on it', () => {
  readPlanFile(`{"zones":[{"rows":[{"seats":[{"__proto__":{"x":9},"constructor":{"prototype":{"x":9}}}]}]}]}`)
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

const table = `section,row,number,x,y,category,kind,flags
Stalls,A,1,100,50,Near,,wheelchair
"Stalls, left",A,2,125,50,Near,,"companion; aisle"
Floor,,,300,50,Standing,standing,
`
const samples = { pretix: json(sample), 'seats.io': json(chart), table }

for (const [format, sampleText] of Object.entries(samples)) {
  propertyTest.prop(
    [
      fc.array(
        fc.record({
          at: fc.nat(sampleText.length),
          drop: fc.nat(12),
          put: fc.oneof(
            fc.string({ unit: 'binary', maxLength: 4 }),
            fc.constantFrom(...Array.from('{}[]",:-.e019\\'), 'null', '1e999', '\r', '\n', '""'),
          ),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    ],
    { numRuns: 800 },
  )(
    `[V9] whatever characters of a sound ${format} file change, reading neither throws nor passes in silence`,
    (edits) => {
      check(
        edits.reduce(
          (text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop),
          sampleText,
        ),
      )
    },
  )
}

/** Every value in the sample, as the path of keys that leads to it. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
}

function replaceAt(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = replaceAt(copy[key], rest, put)
  return copy
}

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(1e300, -1e300, 5e-324, '1e5', '-0', -1, 1e6, 'x'.repeat(70)),
)

for (const [format, sound] of Object.entries({ pretix: sample, 'seats.io': chart }))
  propertyTest.prop(
    [fc.array(fc.tuple(fc.constantFrom(...pathsIn(sound)), odd), { minLength: 1, maxLength: 3 })],
    { numRuns: 800 },
  )(
    `[V9] whatever value of a sound ${format} file is replaced, reading neither throws nor passes in silence`,
    (changes) => {
      const changed = changes.reduce<unknown>((value, [path, put]) => replaceAt(value, path, put), sound)
      check(json(changed) ?? '')
    },
  )
