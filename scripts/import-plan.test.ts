import { existsSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { enPlans } from '../src/renderer/messages/en-plans.ts'
import type { PlanId } from '../src/shared/domain/ids.ts'
import { samplePretix } from '../src/shared/domain/plan-import/sample.fixture.ts'
import { deskActor } from '../src/main/house/open-house.ts'
import { houseIn, listener, testFolder } from './house.fixture.ts'
import { importPlan } from './import-plan.ts'

const folder = testFolder()

function planFile(name: string, change: (plan: ReturnType<typeof samplePretix>) => void = () => undefined) {
  const plan = samplePretix()
  change(plan)
  const file = folder(`${name}.json`)
  writeFileSync(file, JSON.stringify(plan))
  return file
}

/** Seats of a plan in this house, or the refusal. */
async function seatsOf(data: string, planId: number): Promise<unknown> {
  const house = houseIn(data, false)
  try {
    const desk = house.engine.deskFor(deskActor('test'))
    const answer = await desk.call('plan', { planId: planId as PlanId })
    return answer.kind === 'done' ? answer.value.count : answer.kind
  } finally {
    house.close()
  }
}

test('[L4] a plan without errors is imported, and its number and seats are said', async () => {
  const data = folder('imported')
  houseIn(data, false).close()
  const { lines, say } = listener()
  expect(await importPlan([planFile('good'), '--data', data, '--name', 'Hall'], say)).toBe(0)
  expect(lines).toContain(`✓ imported as plan 1: 10 seats, into ${data}`)
  // In the words of the screens.
  expect(lines.at(-1)).toContain(
    `${enPlans['plans.title']} › ${enPlans['plans.copy']} › ${enPlans['plans.sell']}`,
  )
  expect(lines[0]).toBe('good.json: “Hall”')
  expect(await seatsOf(data, 1)).toBe(10)
})

test('[L4] an error is named with its place, and nothing is imported', async () => {
  const data = folder('refused')
  houseIn(data, false).close()
  const file = planFile('overlap', ({ zones }) => {
    const seats = zones[0]?.rows[0]?.seats
    if (seats?.[1]) seats[1].position = { x: 1, y: 0 }
  })
  const { lines, say } = listener()
  expect(await importPlan([file, '--data', data], say)).toBe(1)
  expect(lines).toContain('✗ 1 seat on top of another seat')
  expect(lines).toContain('    section Floor, row A, seat 2')
  expect(lines.at(-1)).toBe('Nothing was imported.')
  expect(await seatsOf(data, 1)).toBe('refused')
})

test('[L4] a file that is no plan is refused in words', async () => {
  const file = folder('text.json')
  writeFileSync(file, 'not a plan')
  const { lines, say } = listener()
  expect(await importPlan([file, '--data', folder('never')], say)).toBe(1)
  expect(lines.some((line) => line.startsWith('✗ no seating plan that is read here'))).toBe(true)
  expect(existsSync(folder('never'))).toBe(false)
})

test('[L4] a table of seats is imported under its file’s name, and a wrong line is named by number and column', async () => {
  const data = folder('table')
  houseIn(data, false).close()
  const file = folder('club.csv')
  writeFileSync(file, 'Section;Row;Seat;Kind\nStalls;A;1;\nStalls;A;2;aisle\nStalls;A;3;dragon\n')
  const { lines, say } = listener()
  expect(await importPlan([file, '--data', data], say)).toBe(1)
  expect(lines).toContain('    line 4, column Kind')
  writeFileSync(file, 'Section;Row;Seat;Kind\nStalls;A;1;\nStalls;A;2;aisle\n')
  expect(await importPlan([file, '--data', data], say)).toBe(0)
  expect(lines).toContain('club.csv: “club”')
  expect(await seatsOf(data, 1)).toBe(2)
})

test('[L4] --check looks and leaves no house behind', async () => {
  const { lines, say } = listener()
  expect(await importPlan([planFile('look'), '--check', '--data', folder('never')], say)).toBe(0)
  expect(lines.at(-1)).toBe('Only looked over: nothing was imported.')
  expect(existsSync(folder('never'))).toBe(false)
})

test('[L4] a house that is open elsewhere is left alone, with one line that says so', async () => {
  const data = folder('open')
  const house = houseIn(data, false)
  const { lines, say } = listener()
  expect(await importPlan([planFile('late'), '--data', data], say)).toBe(1)
  expect(lines.at(-1)).toMatch(/is open in another Guichet/)
  house.close()
})

test('[L4] where there is no house none is made, least of all a demo, and nothing is written', async () => {
  const { lines, say } = listener()
  expect(await importPlan([planFile('lost'), '--data', folder('mistyped')], say)).toBe(1)
  expect(lines.at(-1)).toMatch(/^✗ There is no house in .*mistyped.* Nothing was imported\.$/)
  expect(existsSync(folder('mistyped'))).toBe(false)
})

test('[L4] a name that no plan can have is refused before anything is opened', async () => {
  const data = folder('named')
  houseIn(data, false).close()
  const { lines, say } = listener()
  for (const name of [' ', 'Hall\u0007'])
    expect(await importPlan([planFile('named'), '--data', data, '--name', name], say)).toBe(2)
  expect(lines.at(-1)).toMatch(/is no name for a plan: say another with --name/)
  expect(await seatsOf(data, 1)).toBe('refused')
})

test('[L4] a command line that names no file is told how', async () => {
  const { lines, say } = listener()
  expect(await importPlan([], say)).toBe(2)
  expect(await importPlan(['--nonsense'], say)).toBe(2)
  expect(await importPlan([folder('absent.json')], say)).toBe(2)
  expect(lines.at(-1)).toBe(`There is no file ${folder('absent.json')}.`)
})
