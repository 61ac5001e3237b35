import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { planLimits } from './limits.ts'
import { readPretixPlan } from './pretix.ts'
import { readPlanFile } from './read-plan-file.ts'
import { samplePretix } from './sample.fixture.ts'
import { makePlan } from '../seat-plan/make-plan.ts'
import type { PlanId } from '../ids.ts'
import { isImportable } from './tally.ts'

/** What holds for every text: no throw, a draft or an error, bounded findings, a plan from what passes. */
function check(text: string): void {
  for (const read of [readPretixPlan, readPlanFile]) {
    const { draft, findings } = read(text)
    expect(draft !== null || !isImportable(findings)).toBe(true)
    expect(findings.length).toBeLessThan(2_000)
    expect(findings.every(({ places, count }) => places.length <= 10 && count >= 1)).toBe(true)
    expect(JSON.stringify(findings).length).toBeLessThan(1_000_000)
  }
  const { draft, findings } = readPlanFile(text)
  if (draft && isImportable(findings)) expect(makePlan(draft, 1 as PlanId).count).toBeGreaterThan(0)
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

/** Every one of these is wrong, and must be said so. */
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
    withArea({ shape: 'polygon', polygon: { points: many(1, '0').repeat(2_000) } }),
  ],
  ['endless turning', withArea({ shape: 'text', rotation: 1e12, text: { text: 'x' } })],
]

test.for(refused)('[V9] %s is refused with a finding, never thrown', ([, text]) => {
  check(text)
  expect(isImportable(readPlanFile(text).findings)).toBe(false)
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

const sampleText = json(sample)

propertyTest.prop(
  [
    fc.array(
      fc.record({
        at: fc.nat(sampleText.length),
        drop: fc.nat(12),
        put: fc.oneof(
          fc.string({ unit: 'binary', maxLength: 4 }),
          fc.constantFrom(...Array.from('{}[]",:-.e019\\'), 'null', '1e999'),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  ],
  { numRuns: 1_500 },
)(
  '[V9] whatever characters of a sound file change, reading neither throws nor passes in silence',
  (edits) => {
    check(
      edits.reduce((text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop), sampleText),
    )
  },
)

/** Every place in the sample, as the keys that lead to it. */
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

propertyTest.prop(
  [fc.array(fc.tuple(fc.constantFrom(...pathsIn(sample)), odd), { minLength: 1, maxLength: 3 })],
  {
    numRuns: 1_500,
  },
)(
  '[V9] whatever value of a sound file is replaced, reading neither throws nor passes in silence',
  (changes) => {
    const changed = changes.reduce<unknown>((value, [path, put]) => replaceAt(value, path, put), sample)
    check(json(changed) ?? '')
  },
)
