import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { Area } from '../seat-plan/plan.ts'
import type { DraftSeat, DraftSection, PlanDraft } from './draft.ts'
import { near } from './near.fixture.ts'
import { readPretixPlan } from './pretix.ts'
import { samplePretix } from './sample.fixture.ts'
import { writePretixPlan } from './write-pretix.ts'

const label = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text))
const place = fc.double({ min: -5_000, max: 100_000, noNaN: true })
const length = fc.double({ min: 0, max: 10_000, noNaN: true })
const color = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`)

const seat: fc.Arbitrary<DraftSeat> = fc.record({
  uuid: fc.uuid(),
  guid: label,
  number: label,
  x: place,
  y: place,
  radius: fc.double({ min: 1, max: 128, noNaN: true }),
  category: label,
  flags: fc.constant([]),
})

const base = { x: place, y: place, rotation: fc.integer({ min: -360, max: 360 }), color, borderColor: color }
const flat = { width: fc.constant(0), height: fc.constant(0), points: fc.constant<number[]>([]) }
const corners = fc.array(fc.tuple(place, place), { maxLength: 6 }).map((pairs) => pairs.flat())
const area: fc.Arbitrary<Area> = fc.oneof(
  fc.record({ ...base, ...flat, shape: fc.constant('text' as const), text: label }),
  fc.record({ ...base, ...flat, shape: fc.constant('polygon' as const), points: corners, text: label }),
  fc.record({
    ...base,
    ...flat,
    shape: fc.constantFrom('rectangle', 'ellipse'),
    width: length,
    height: length,
    text: label,
  }),
  fc
    .record({ ...base, ...flat, shape: fc.constant('circle' as const), width: length, text: label })
    .map((circle) => ({ ...circle, height: circle.width })),
)

const section: fc.Arbitrary<DraftSection> = fc.record({
  name: label,
  kind: fc.constant('seats' as const),
  rows: fc.array(fc.record({ label, seats: fc.array(seat, { maxLength: 6 }) }), { maxLength: 4 }),
  areas: fc.array(area, { maxLength: 3 }),
})

const draft: fc.Arbitrary<PlanDraft> = fc.record({
  name: label,
  width: fc.double({ min: 1, max: 100_000, noNaN: true }),
  height: fc.double({ min: 1, max: 100_000, noNaN: true }),
  categories: fc.array(fc.record({ name: label, color }), { maxLength: 5 }),
  sections: fc.array(section, { maxLength: 4 }),
})

propertyTest.prop([draft], { numRuns: 300 })(
  '[L4] any draft written as pretix reads back the same, without a single note',
  (written) => {
    const { draft: back, findings } = readPretixPlan(writePretixPlan(written))
    expect(findings).toEqual([])
    expect(back).toEqual(near(written))
  },
)

test('[L4] what was read, written and read again is the same text', () => {
  const once = readPretixPlan(JSON.stringify(samplePretix())).draft
  const text = once ? writePretixPlan(once) : ''
  const twice = readPretixPlan(text).draft
  expect(twice && writePretixPlan(twice)).toBe(text)
  expect(twice).toEqual(near(once))
})

test('[L4] the format carries neither seat flags nor standing sections: they read back plain', () => {
  const { draft: plain } = readPretixPlan(JSON.stringify(samplePretix()))
  const flagged = plain && {
    ...plain,
    sections: plain.sections.map(
      (each): DraftSection => ({
        ...each,
        kind: 'standing',
        rows: each.rows.map((row) => ({
          ...row,
          seats: row.seats.map((old) => ({ ...old, flags: ['ladies'] })),
        })),
      }),
    ),
  }
  expect(flagged && readPretixPlan(writePretixPlan(flagged)).draft).toEqual(near(plain))
})
