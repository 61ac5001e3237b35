import { expect, test } from 'vitest'
import { planLimits } from './limits.ts'
import { readPretixPlan } from './pretix.ts'
import { readPlanFile } from './read-plan-file.ts'
import { samplePretix } from './sample.fixture.ts'
import { isImportable } from './tally.ts'

const read = (value: unknown) => readPretixPlan(JSON.stringify(value))
const malformed = (value: unknown) =>
  read(value)
    .findings.filter(({ code }) => code === 'malformed')
    .flatMap(({ about, places }) => places.map(({ path }) => `${path}: ${about}`))

test('[L4] a seat stands at the sum of its zone, its row and its own position', () => {
  const { draft, findings } = read(samplePretix())
  expect(findings).toEqual([])
  expect(draft?.sections[0]?.rows[1]?.seats[2]).toEqual({
    uuid: 'uuid-Far-B-30-4-3',
    guid: 'Far-B-30-4-3',
    number: '3',
    x: 160,
    y: 80,
    radius: 10,
    category: 'Far',
    flags: [],
  })
})

test('[L4] every shape of area is read, at its absolute place, numbers written as text too', () => {
  const areas = read(samplePretix()).draft?.sections[0]?.areas ?? []
  expect(
    areas.map(({ shape, x, y, width, height, points, text }) => [
      shape,
      x,
      y,
      width,
      height,
      points.length,
      text,
    ]),
  ).toEqual([
    ['rectangle', 105, 350, 80, 20.5, 0, ''],
    ['circle', 105, 350, 12, 12, 0, ''],
    ['ellipse', 105, 350, 12, 6, 0, ''],
    ['polygon', 105, 350, 0, 0, 6, ''],
    ['text', 108.5, 354, 0, 0, 0, 'Stage'],
  ])
})

const at = (x: number, y: number) => ({ position: { x, y }, color: '#112233', text: 'Bar' })

test('[L4] a word in the middle of its shape stays with it, one elsewhere becomes an area of its own', () => {
  const plan = samplePretix()
  const [first] = plan.zones[0]?.areas ?? []
  const areas = [
    { ...first, text: at(40, 10.2501) },
    { ...first, text: at(0, -5) },
  ]
  const draft = read({ ...plan, zones: [{ ...plan.zones[0], areas }] }).draft
  expect(draft?.sections[0]?.areas.map(({ shape, text, x, y }) => [shape, text, x, y])).toEqual([
    ['rectangle', 'Bar', 105, 350],
    ['rectangle', '', 105, 350],
    ['text', 'Bar', 105, 345],
  ])
})

test('[L4] keys nobody knows are one note each, with how often and where', () => {
  const plan = samplePretix()
  const zones = plan.zones.map((zone) => ({
    ...zone,
    align_x: 1,
    rows: zone.rows.map((row) => ({ ...row, seats: row.seats.map((seat) => ({ ...seat, status: 'free' })) })),
  }))
  const { draft, findings } = read({ ...plan, zones })
  expect(draft).not.toBeNull()
  expect(findings.map(({ code, about, count, places }) => [code, about, count, places[0]?.path])).toEqual([
    ['ignored-keys', 'zone.align_x', 2, 'zones[0].align_x'],
    ['ignored-keys', 'seat.status', 10, 'zones[0].rows[0].seats[0].status'],
  ])
})

test('[L4] everything wrong is named with its path, not only the first', () => {
  const plan = samplePretix()
  const [floor, balcony] = plan.zones
  const [rowA, rowB] = floor?.rows ?? []
  const [seat] = rowB?.seats ?? []
  const seats = [
    { ...seat, position: { x: 'left', y: null } },
    { ...seat, seat_number: 'x'.repeat(planLimits.label + 1), radius: -1 },
    { ...seat, uuid: undefined, seat_guid: undefined },
    7,
  ]
  const zones = [
    { ...floor, rows: [rowA, { ...rowB, seats }] },
    { ...balcony, rows: undefined },
  ]
  expect(malformed({ ...plan, name: ['x'], zones, size: { width: 0, height: 400 } })).toEqual([
    'name: text',
    'zones[0].rows[1].seats[2].uuid: text',
    'zones[0].rows[1].seats[0].position.x: number',
    'zones[0].rows[1].seats[0].position.y: number',
    'zones[0].rows[1].seats[1].seat_number: text of at most 64 characters',
    'zones[0].rows[1].seats[1].radius: number from 1 to 128',
    'zones[0].rows[1].seats[3]: object',
    'zones[1].rows: list',
    'size.width: number from 1 to 100000',
  ])
})

test('[L4] a thousand wrong seats are counted all and named ten', () => {
  const plan = samplePretix()
  const seats = Array.from({ length: 1_000 }, () => 'seat')
  const { draft, findings } = read({
    ...plan,
    zones: [{ ...plan.zones[0], rows: [{ row_number: 'A', seats }] }],
  })
  expect(draft).toBeNull()
  expect(findings.map(({ code, count, places }) => [code, count, places.length])).toEqual([
    ['malformed', 1_000, 10],
  ])
})

test('[L4] uuid, size, areas, colours and the positions of zone and row may be left out', () => {
  const seats = [{ seat_guid: 'g1', seat_number: 1, position: { x: '50', y: 60 }, category: 'Only' }]
  const plan = { name: 'Bare', categories: [{ name: 'Only' }], zones: [{ rows: [{ row_number: 1, seats }] }] }
  const { draft, findings } = readPlanFile(JSON.stringify(plan))
  expect(isImportable(findings)).toBe(true)
  expect([draft?.width, draft?.height, draft?.categories[0]?.color]).toEqual([90, 100, '#808080'])
  expect(draft?.sections[0]?.rows[0]?.seats[0]).toMatchObject({ uuid: 'g1', number: '1', x: 50, y: 60 })
})

test('[L4] a colour that is not #rrggbb is passed over with a note, never taken into the plan', () => {
  const plan = {
    ...samplePretix(),
    categories: [{ name: 'Near', color: 'url(javascript:1)' }, { name: 'Far' }],
  }
  const { draft, findings } = read(plan)
  expect(draft?.categories.map(({ color }) => color)).toEqual(['#808080', '#808080'])
  expect(findings.map(({ code, about }) => [code, about])).toEqual([['ignored-keys', 'category.color']])
})
