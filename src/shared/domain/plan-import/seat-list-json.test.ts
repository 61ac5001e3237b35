import { expect, test } from 'vitest'
import { expected } from './expected.ts'
import { readPlanFile } from './read-plan-file.ts'
import { isImportable } from './tally.ts'

const hall = {
  id: 'hall',
  name: 'Small hall',
  categories: [{ name: 'Near', color: '#aa0000' }],
  sections: [
    {
      id: 's',
      name: 'Stalls',
      seats: [
        { id: 's-1', row: 'A', number: 1, x: 100, y: 50, category: 'Near', flags: ['wheelchair', 'aisle'] },
        { id: 's-2', row: 'A', number: 2, x: 128, y: 50, category: 'Far', kind: 'companion' },
      ],
    },
    { name: 'Floor', kind: 'standing', seats: [{ id: 'f', row: '', places: 12, x: 300, y: 50 }] },
  ],
}
const read = (value: unknown) => readPlanFile(JSON.stringify(value))

test('[L4] the JSON form says of a seat what a line of a table says', () => {
  const { draft, findings } = read(hall)
  expect(isImportable(findings)).toBe(true)
  expect(draft?.name).toBe('Small hall')
  expect(draft?.categories.map(({ name, color }) => [name, color.length])).toEqual([
    ['Near', 7],
    ['Far', 7],
    ['Standard', 7],
  ])
  expect(draft?.sections.map(({ name, kind }) => [name, kind])).toEqual([
    ['Stalls', 'seats'],
    ['Floor', 'standing'],
  ])
  expect(draft?.sections[0]?.rows[0]?.seats.map(({ number, flags }) => [number, flags])).toEqual([
    ['1', ['wheelchair', 'aisle']],
    ['2', ['companion']],
  ])
  expect(draft?.sections[1]?.rows.flatMap(({ seats }) => seats).length).toBe(12)
})

test('[L4] what is wrong is named with its path', () => {
  const [stalls] = hall.sections
  const broken = {
    ...hall,
    sections: [{ ...stalls, kind: 'lying', seats: [{ row: 'A', x: 'left', y: 5 }, 7] }],
  }
  const { draft, findings } = read(broken)
  expect(draft).toBeNull()
  expect(findings.flatMap(({ about, places }) => places.map(({ path }) => `${path}: ${about}`))).toEqual([
    `sections[0].kind: ${expected.sectionKind}`,
    `sections[0].seats[0].number: ${expected.seatNumber}`,
    `sections[0].seats[0].x: ${expected.number}`,
    `sections[0].seats[1]: ${expected.object}`,
  ])
})

test.for([[''], [null], [{}], [undefined]])(
  '[L4] a seat whose number is %o is told as one without',
  ([number]) => {
    const seats = [{ row: 'A', x: 1, y: 5, number }]
    const { findings } = read({ ...hall, sections: [{ ...hall.sections[0], seats }] })
    expect(findings.flatMap(({ places }) => places.map(({ path }) => path))).toContain(
      'sections[0].seats[0].number',
    )
  },
)
