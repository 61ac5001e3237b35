import { expect, test } from 'vitest'
import { cellsBeyond, expected } from './expected.ts'
import { readPlanFile } from './read-plan-file.ts'
import { isImportable } from './tally.ts'

const draftOf = (text: string) => {
  const { draft, findings } = readPlanFile(text)
  expect(findings.filter(({ code }) => code === 'malformed')).toEqual([])
  if (!draft) throw new Error(`does not read: ${JSON.stringify(findings)}`)
  return draft
}
const seatsOf = (text: string) =>
  draftOf(text).sections.flatMap(({ name, rows }) =>
    rows.flatMap(({ label, seats }) => seats.map((seat) => ({ section: name, row: label, ...seat }))),
  )
/** Every wrong cell, as `line column: what is expected there`. */
const wrongs = (text: string) => {
  const { draft, findings } = readPlanFile(text)
  expect(draft).toBeNull()
  expect(isImportable(findings)).toBe(false)
  return findings.flatMap(({ code, about, places }) =>
    code === 'malformed' ? places.map(({ line, column = '' }) => `${line} ${column}: ${about}`) : [],
  )
}

const plain = `section,row,number,x,y,category,kind,flags
Stalls,A,1,100,50,Near,,wheelchair
Stalls,A,2,125,50,Near,,"companion; aisle"
Stalls,B,1,100,90,Far,,restricted view
Floor,,1,300,50,Standing,standing,
`

test('[L4] one line a seat: names, place, zone, kind and marks', () => {
  const { sections, categories } = draftOf(plain)
  expect(sections.map(({ name, kind, rows }) => [name, kind, rows.map(({ label }) => label)])).toEqual([
    ['Stalls', 'seats', ['A', 'B']],
    ['Floor', 'standing', ['']],
  ])
  expect(categories.map(({ name }) => name)).toEqual(['Near', 'Far', 'Standing'])
  expect(seatsOf(plain).map(({ number, x, y, flags }) => [number, x, y, flags])).toEqual([
    ['1', 100, 50, ['wheelchair']],
    ['2', 125, 50, ['companion', 'aisle']],
    ['1', 100, 90, ['restrictedView']],
    ['1', 300, 50, []],
  ])
})

test('[L4] columns in any order, titles in any case and spelling, any of three delimiters, any line ends', () => {
  const twin = (delimiter: string, end: string) =>
    [
      ['Seat No.', 'ROW', ' Y ', 'Price-Zone', 'x', 'Section', 'FLAGS'],
      ['1', 'A', '50', 'Near', '100', 'Stalls', 'Wheelchair'],
      ['2', 'A', '50', 'Near', '125', 'Stalls', 'Companion Seat / Aisle'],
    ]
      .map((cells) => cells.join(delimiter))
      .join(end)
  const wanted = seatsOf(plain.split('\n').slice(0, 3).join('\n'))
  for (const delimiter of [',', ';', '\t'])
    for (const end of ['\n', '\r\n', '\r'])
      expect(seatsOf(`\uFEFF${twin(delimiter, end)}${end}`)).toEqual(wanted)
})

test('[L4] digits of Persian, Arabic and Hindi are the same numbers; where commas part no cells they are decimal', () => {
  const text = 'ردیف;شماره;x;y\n۱;۱۲;۱۰۰٫۵;۵۰\n۱;١٣;125,5;५०\n'
  expect(seatsOf(text).map(({ row, number, x, y }) => [row, number, x, y])).toEqual([
    ['1', '12', 100.5, 50],
    ['1', '13', 125.5, 50],
  ])
  expect(wrongs('row,number,x,y\nA,1,"1,250",50\n')).toEqual(['2 x: number'])
})

test('[L4] quoted cells hold delimiters, quotation marks and line ends; lines are counted through them', () => {
  const text = 'section,row,number,category\n"Stalls, ""left""",A,1,"Near\nor far"\nStalls,A,,Near\n'
  expect(wrongs(text)).toEqual([`4 number: ${expected.seatNumber}`])
  expect(seatsOf(text.replace('A,,', 'A,7,'))[0]).toMatchObject({
    section: 'Stalls, "left"',
    category: 'Near or far',
  })
})

test('[L4] every wrong line is named by its number and column, and nothing is imported', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `A,${index + 1},left,50`)
  expect(wrongs(['Row,Seat,Pos X,Pos Y', ...lines].join('\n'))).toEqual(
    lines.map((_, index) => `${index + 2} Pos X: number`),
  )
})

test('[L4] each kind of mistake is said for what it is', () => {
  const head = 'row,number,x,y,kind,places,radius'
  const mistakes: readonly (readonly [string, string])[] = [
    ['A,1,1e9,5,,,', '3 x: number from -1000000 to 1000000'],
    ['A,1,NaN,5,,,', '3 x: number'],
    ['A,1,Infinity,5,,,', '3 x: number'],
    ['A,1,100,,,,', '3 y: number'],
    ['A,1,,,,,', `3 x: ${expected.placeToo}`],
    ['A,1,100,5,dragon,,', `3 kind: ${expected.words}`],
    ['A,1,100,5,,50,', `3 places: ${expected.onlyStanding}`],
    ['A,1,100,5,standing,1.5,', `3 places: ${expected.wholeNumber}`],
    ['A,1,100,5,,,0', '3 radius: number from 0.001 to 1000000'],
    ['A,9,100,5,,,', `3 number: ${expected.newNumber}`],
    ['A,1,100,5,,,,,more', `3 : ${cellsBeyond(9, 7)}`],
    ['"A" x,1,100,5,,,', `3 : ${expected.quotes}`],
    [`${'A'.repeat(65)},1,100,5,,,`, '3 row: text of at most 64 characters'],
  ]
  for (const [line, said] of mistakes) expect(wrongs(`${head}\nA,9,10,5,,,\n${line}\n`)).toEqual([said])
})

test('[L4] what is wrong is said in the order of its lines', () => {
  const slips = ['A,1,x', 'A,1', 'A,2,x,y', 'A,', 'A,2', 'A,"3"4']
  expect(wrongs(`row,number\n${slips.join('\n')}\n`).map((one) => one.replace(/:.*/, ''))).toEqual([
    '2 ',
    '3 number',
    '6 number',
    '4 ',
    '5 number',
    '7 ',
  ])
})

test('[L4] columns that are missing, there twice or not known are said with the first line', () => {
  expect(wrongs('section,row\nStalls,A\n')).toEqual([`1 number: ${expected.column}`])
  expect(wrongs('row,number,y\nA,1,5\n')).toEqual([`1 x: ${expected.column}`])
  expect(wrongs('row,number,seat\nA,1,1\n')).toEqual([`1 number: ${expected.oneColumn}`])
  const { findings } = readPlanFile('row,number,Price,Notes\nA,1,5,near the bar\n')
  expect(findings.filter(({ code }) => code === 'ignored-keys')).toMatchObject([
    { about: 'Price', places: [{ line: 1, column: 'Price' }] },
    { about: 'Notes' },
  ])
})

test('[L4] two seats of one name are a slip; with ids of their own they are two seats', () => {
  expect(wrongs('row,number\nA,1\nA,1\n')).toEqual([`3 number: ${expected.newNumber}`])
  expect(wrongs('row,number,id\nA,1,same\nA,2,same\n')).toEqual([`3 id: ${expected.newId}`])
  const { draft, findings } = readPlanFile('row,number,id,x,y\nA,1,a,10,10\nA,1,b,40,10\n')
  expect([isImportable(findings), draft?.sections[0]?.rows[0]?.seats.length]).toEqual([true, 2])
})

test('[L4] without places: rows by their letters, seats by their numbers, on a straight grid', () => {
  const numbers = [10, 9, 2, 1]
  const text = ['B', 'AA', 'A'].flatMap((row) => numbers.map((number) => `${row},${number}`))
  const seats = seatsOf(['row,number', ...text].join('\n'))
  const at = (row: string, number: string) => seats.find((seat) => seat.row === row && seat.number === number)
  const ys = ['A', 'B', 'AA'].map((row) => new Set(numbers.map((number) => at(row, String(number))?.y)))
  expect(ys.map(({ size }) => size)).toEqual([1, 1, 1])
  const [a, b, aa] = ys.map((each) => [...each][0] ?? 0)
  expect(a).toBeLessThan(b ?? 0)
  expect(b).toBeLessThan(aa ?? 0)
  const xs = ['1', '2', '9', '10'].map((number) => at('A', number)?.x ?? 0)
  const steps = xs.slice(1).map((x, index) => x - (xs[index] ?? 0))
  // A missing number leaves no gap, or houses with odd and even halves would be full of holes.
  expect(new Set(steps).size).toBe(1)
})

test('[L4] a line of kind gap leaves room for one seat, and is none', () => {
  const seats = seatsOf('row,number,kind\nA,1,\nA,2,gap\nA,3,\nB,1,\nB,2,\nB,3,\n')
  expect(seats.map(({ row, number }) => row + number)).toEqual(['A1', 'A3', 'B1', 'B2', 'B3'])
  expect(seats[1]?.x).toBe(seats[4]?.x)
})

test('[L4] blocks of a row stand apart by an aisle and are rows of their own', () => {
  const draft = draftOf('row,block,number\nA,2,3\nA,1,1\nA,1,2\nA,2,4\n')
  expect(draft.sections[0]?.rows.map(({ seats }) => seats.map(({ number }) => number).join())).toEqual([
    '3,4',
    '1,2',
  ])
  const [c, d, a, b] = draft.sections[0]?.rows.flatMap(({ seats }) => seats.map(({ x }) => x)) ?? []
  expect((d ?? 0) - (c ?? 0)).toBe((b ?? 0) - (a ?? 0))
  expect((c ?? 0) - (b ?? 0)).toBeGreaterThan(2 * ((b ?? 0) - (a ?? 0)))
})

test('[L1] places of a standing line become as many dots, numbered through, none on another', () => {
  const text =
    'section,row,kind,places,number,category\nFloor,Front,standing,250,,Floor\nBalcony,A,,,1,Seat\n'
  const { draft, findings } = readPlanFile(text)
  expect(isImportable(findings)).toBe(true)
  const [floor, balcony] = draft?.sections ?? []
  const dots = floor?.rows.flatMap(({ seats }) => seats) ?? []
  expect([floor?.kind, dots.length, dots.at(-1)?.number, balcony?.kind]).toEqual([
    'standing',
    250,
    '250',
    'seats',
  ])
})

test('[L4] seats in metres are drawn as large as any; on negative ground the whole house is moved', () => {
  const metres = 'row,number,x,y\nA,1,-0.55,0.9\nA,2,0,0.9\nA,3,0.55,0.9\nB,1,0,1.8\n'
  const { draft, findings } = readPlanFile(metres)
  expect(isImportable(findings)).toBe(true)
  const seats = draft?.sections[0]?.rows.flatMap((row) => row.seats) ?? []
  expect(new Set(seats.map(({ radius }) => Math.round(radius)))).toEqual(new Set([10]))
  const [a = 0, b = 0, c = 0] = seats.map(({ x }) => x)
  expect(b - a).toBeCloseTo(25)
  expect(c - b).toBeCloseTo(25)
})

test('[L4] zones without a colour are told apart, and one that is no #rrggbb is only noted', () => {
  const { draft, findings } = readPlanFile(
    'row,number,category,colour\nA,1,Near,#AA0000\nA,2,Far,\nA,3,Mid,red\n',
  )
  expect(draft?.categories[0]).toEqual({ name: 'Near', color: '#AA0000' })
  expect(new Set(draft?.categories.map(({ color }) => color)).size).toBe(3)
  expect(findings).toContainEqual({
    code: 'ignored-keys',
    count: 1,
    places: [{ line: 4, column: 'colour' }],
    about: 'color',
  })
})
