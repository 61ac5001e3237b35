import { expect, test } from 'vitest'
import { expected } from './expected.ts'
import { readPlanFile } from './read-plan-file.ts'
import { sampleSeatsio } from './seatsio.fixture.ts'
import { isImportable } from './tally.ts'

const read = (chart: unknown) => readPlanFile(JSON.stringify(chart))
const draftOf = (chart: unknown) => {
  const { draft, findings } = read(chart)
  if (!draft) throw new Error(JSON.stringify(findings))
  return draft
}
const notes = (chart: unknown) =>
  read(chart).findings.flatMap(({ code, about }) => (code === 'ignored-keys' ? [about] : []))

test('[L4] rows, tables and booths are rows; sections and areas where people stand are sections', () => {
  const { sections, categories } = draftOf(sampleSeatsio())
  expect(
    sections.map(({ name, kind, rows }) => [
      name,
      kind,
      rows.map(({ label, seats }) => [label, seats.length]),
    ]),
  ).toEqual([
    [
      '',
      'seats',
      [
        ['A', 3],
        ['T1', 3],
        ['', 1],
      ],
    ],
    ['Floor', 'standing', expect.any(Array)],
    ['Balcony', 'seats', [['A', 2]]],
  ])
  expect(categories).toEqual([
    { name: 'Near', color: '#87A9CD' },
    { name: 'Far', color: '#5E42BB' },
  ])
})

test('[L4] a seat stands at the sum of its section’s corner and its own place', () => {
  const { sections } = draftOf(sampleSeatsio())
  const [loose, , balcony] = sections.map(({ rows }) => rows[0]?.seats[0])
  expect((balcony?.x ?? 0) - (loose?.x ?? 0)).toBeCloseTo(300)
  expect((balcony?.y ?? 0) - (loose?.y ?? 0)).toBeCloseTo(200)
})

test('[L4] categories go by key, a number or a word; a seat without one takes its section’s, or none at all', () => {
  const chart = sampleSeatsio()
  const { sections } = draftOf(chart)
  expect(sections.map(({ rows }) => rows[0]?.seats.map(({ category }) => category).slice(0, 3))).toEqual([
    ['Near', 'Near', 'Far'],
    expect.arrayContaining(['Far']),
    ['Near', 'Far'],
  ])
  const [row] = chart.subChart.rows
  if (row?.seats[0]) row.seats[0].categoryKey = null
  const { findings } = read(chart)
  expect(findings).toContainEqual(expect.objectContaining({ code: 'unknown-category', about: 'No category' }))
  if (row?.seats[0]) row.seats[0].categoryKey = 99
  expect(read(chart).findings[0]).toMatchObject({
    code: 'malformed',
    about: expected.categoryKey,
    places: [{ path: 'subChart.rows[0].seats[0].categoryKey' }],
  })
})

test('[L3] accessible, companion and restricted seats keep their marks', () => {
  const seats = draftOf(sampleSeatsio()).sections[0]?.rows[0]?.seats ?? []
  expect(seats.map(({ flags }) => flags)).toEqual([['wheelchair'], ['companion'], ['restrictedView']])
})

test('[L6] an area’s capacity is as many places, each with a number, inside its shape', () => {
  const floor = draftOf(sampleSeatsio()).sections[1]
  const dots = floor?.rows.flatMap(({ seats }) => seats) ?? []
  expect(dots.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, n) => String(n + 1)))
  const [shape] = floor?.areas ?? []
  for (const { x, y } of dots) {
    // The triangle narrows downwards from 120 wide to a point 100 below.
    const down = (y - (shape?.y ?? 0)) / 100
    const aside = Math.abs(x - (shape?.x ?? 0) - 60)
    expect(down).toBeGreaterThan(0)
    expect(aside).toBeLessThan(60 * (1 - down))
  }
})

test('[L4] stages, table tops, booths, outlines and words are carried, turned as they were', () => {
  const { sections } = draftOf(sampleSeatsio())
  expect(
    sections.map(({ areas }) => areas.map(({ shape, text, rotation }) => [shape, text, rotation])),
  ).toEqual([
    [
      ['rectangle', 'Stage', 90],
      ['ellipse', '', 0],
      ['rectangle', '', 0],
      ['text', 'Bar', 0],
    ],
    [['polygon', '', 0]],
    [['polygon', '', 0]],
  ])
  const stage = sections[0]?.areas[0]
  const seat = sections[0]?.rows[0]?.seats[0]
  // Turned by a quarter about its middle (100, 10), its corner is above and to the right of that: (105, -30).
  expect((stage?.x ?? 0) - (seat?.x ?? 0)).toBeCloseTo(105 - 20)
  expect((stage?.y ?? 0) - (seat?.y ?? 0)).toBeCloseTo(-30 - 20)
})

test('[L4] what says something that is not carried is noted; what says nothing is not', () => {
  expect(notes(sampleSeatsio())).toEqual(['table.bookAsAWhole', 'section.entrance'])
  const chart = { ...sampleSeatsio(), hologram: true }
  expect(notes(chart)).toContain('chart.hologram')
})

test('[L4] floors lie on each other and become floors side by side', () => {
  const chart = sampleSeatsio()
  const { subChart, ...rest } = chart
  const floor = { ...subChart, generalAdmissionAreas: [] }
  const { draft, findings } = read({
    ...rest,
    subChartFloors: [
      { ...floor, floorDisplayName: 'Ground' },
      { ...JSON.parse(JSON.stringify(floor).replaceAll(/"(chair|booth)-/g, '"up-$1-')), floorName: '2' },
    ],
  })
  expect(isImportable(findings)).toBe(true)
  expect(findings.some(({ code }) => code === 'stacked-sections')).toBe(true)
  expect(draft?.sections.map(({ name }) => name)).toEqual(['Ground', 'Balcony', '2', 'Balcony'])
})

test('[L4] what is wrong in a chart is named with its path', () => {
  const chart = sampleSeatsio()
  const [area] = chart.subChart.generalAdmissionAreas
  if (area) area.capacity = -1
  const [row] = chart.subChart.rows
  if (row?.seats[1]) row.seats[1].x = Number.NaN
  const { draft, findings } = read(chart)
  expect(draft).toBeNull()
  expect(findings.flatMap(({ places }) => places.map(({ path }) => path))).toEqual(
    expect.arrayContaining(['subChart.generalAdmissionAreas[0].capacity', 'subChart.rows[0].seats[1].x']),
  )
})
