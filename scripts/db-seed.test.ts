import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CartId, SeatId, ShowId, TicketTypeId } from '../src/shared/domain/ids.ts'
import { samplePretix } from '../src/shared/domain/plan-import/sample.fixture.ts'
import { deskActor, type House } from '../src/main/house/open-house.ts'
import { seed } from './db-seed.ts'
import { validate } from './db-validate.ts'
import { houseIn, listener, tamper, testFolder } from './house.fixture.ts'
import { importPlan } from './import-plan.ts'

const folder = testFolder()
const early = folder('early')
const { lines: earlyLines, say: sayEarly } = listener()
const seeded = seed(['--data', early, '--at', '2026-03-01T18:10+05:30'], sayEarly)

function copyOf(name: string): string {
  const data = folder(name)
  seed(['--data', data], () => undefined)
  return data
}

async function validated(...args: readonly string[]) {
  const { lines, say } = listener()
  const code = await validate(args, say)
  return { code, lines, wrong: lines.filter((line) => line.startsWith('✗')) }
}

test('[D1] an empty folder gets the demo, its dates from the half hour before --at', () => {
  expect(seeded).toBe(0)
  expect(earlyLines[0]).toMatch(/dates count from 2026-03-01T12:30:00.000Z/)
})

test('[D1] the same demo again is no fault; another instant, or a house that was worked in, is refused', async () => {
  const { lines, say } = listener()
  expect(seed(['--data', early], say)).toBe(0)
  expect(seed(['--data', early, '--at', '2026-03-02T18:10Z'], say)).toBe(1)
  const sold = copyOf('sold')
  writeFileSync(folder('plan.json'), JSON.stringify(samplePretix()))
  await importPlan([folder('plan.json'), '--data', sold], () => undefined)
  expect(seed(['--data', sold], say)).toBe(1)
  expect(lines.at(-1)).toMatch(/was worked in: 1 entries/)
  const plain = folder('plain')
  houseIn(plain, false).close()
  expect(seed(['--data', plain], say)).toBe(1)
  expect(lines.at(-1)).toMatch(/without demo data/)
})

test('[E3] --at without a zone is refused', () => {
  const { lines, say } = listener()
  expect(seed(['--data', folder('never'), '--at', '2026-03-01T18:10'], say)).toBe(2)
  expect(lines[0]).toMatch(/with its zone/)
})

test('[D2] a fresh demo holds, line by line, with D1’s own numbers', async () => {
  const { code, lines } = await validated('--data', early)
  expect(code).toBe(0)
  for (const claim of [
    '✓ 16 hotels',
    '✓ 5 packages',
    '✓ 3 coaches',
    '✓ 1 wallet of testuser',
    '✓ 1 coupon DISCOUNT50',
    '✓ theatre: 2,010 seats, 2 sold, 2 reserved',
    '✓ train: 176 seats',
    '✓ standing hall: 880 places, 720 of them to stand',
    '✓ test event: 30 seats, Eco 10, Normal 10, VIP 10; Normal, VIP, Student; 3 sold, 2 reserved',
    '✓ stadium: 80,000 seats',
  ])
    expect(lines).toContain(claim)
})

test('[D2] two demos of different instants are the same', async () => {
  const late = copyOf('late')
  const { code, lines } = await validated('--data', late, '--against', early)
  expect(code).toBe(0)
  expect(lines).toContain(`✓ same demo data as ${early}`)
})

test('[D2] a house is validated while it is open, and sales made later are told apart from the seed', async () => {
  const data = copyOf('open')
  const house = houseIn(data)
  await sellOneSeat(house)
  const { code, lines } = await validated('--data', data, '--against', early)
  house.close()
  expect(code).toBe(0)
  expect(lines).toContain('✓ theatre: 2,010 seats, 2 sold, 2 reserved')
  expect(lines).toContain('  since then: 2 events, of them 1 hold, 1 seat sold, 0 seats given back')
})

/** In the theatre, far from what the demo sold there. */
async function sellOneSeat({ engine }: House): Promise<void> {
  const desk = engine.deskFor(deskActor('test'))
  let showId = 0
  desk.subscribe({ kind: 'shows' }, (news) => {
    if (news.kind === 'shows') showId = news.rows.find((row) => row.counts.allocated === 2010)?.showId ?? 0
  })()
  const lines = [{ seatId: 5 as SeatId, ticketTypeId: 0 as TicketTypeId }]
  const cart = { showId: showId as ShowId, cartId: 'cart' as CartId, customerId: null, couponCode: null }
  const held = await desk.call('hold-seats', { ...cart, lines })
  if (held.kind !== 'done') throw new Error(`not held: ${JSON.stringify(held)}`)
  const { bookingId, totals } = held.value.booking
  const { totalMinor } = totals
  const paid = await desk.call('pay-booking', {
    bookingId,
    mode: 'CASH',
    totalMinor,
    tenderedMinor: totalMinor,
  })
  if (paid.kind !== 'done') throw new Error(`not paid: ${JSON.stringify(paid)}`)
}

test.for([
  ['a title changed behind the journal', 'UPDATE listing SET title = ? WHERE listing_id = 9', /listing/],
  ['a seat renumbered', "UPDATE seat SET number = '9' WHERE plan_id = 1 AND seat_id = 5", /plans differ/],
  [
    'a journal row rewritten',
    "UPDATE journal SET body = replace(body, 'Harbour', 'Harbor')",
    /journal broken/,
  ],
  [
    'a journal row cut off',
    'DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)',
    /rows differ/,
  ],
  [
    'the key behind C1 gone',
    'CREATE TABLE copy AS SELECT * FROM claim; DROP TABLE claim; ALTER TABLE copy RENAME TO claim',
    /schema/,
  ],
  ['the mark of the demo removed', 'DELETE FROM meta', /no demo data/],
] as const)('[D2] %s is found', async ([what, sql, claim]) => {
  const data = copyOf(what.replaceAll(' ', '-'))
  tamper(data, sql.replace('?', "'x'"))
  const { code, wrong } = await validated('--data', data)
  expect(code).toBe(1)
  expect(wrong.join('\n')).toMatch(claim)
})

test('[D2] a house of one’s own has no demo data, and that is no fault', async () => {
  houseIn(folder('own'), false).close()
  expect(await validated('--data', folder('own'))).toMatchObject({ code: 0, wrong: [] })
})

test('[D2] a place without a house, and a hub that does not answer, are mismatches', async () => {
  expect((await validated('--data', folder('nowhere'))).code).toBe(1)
  expect((await validated('--data', early, '--against', 'http://127.0.0.1:1')).code).toBe(1)
  expect((await validated('--data', early, '--against', folder('nowhere'))).code).toBe(1)
})
