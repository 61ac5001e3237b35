import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PlanId } from '../src/shared/domain/ids.ts'
import { readPlanFile } from '../src/shared/domain/plan-import/read-plan-file.ts'
import { samplePretix } from '../src/shared/domain/plan-import/sample.fixture.ts'
import { makePlan } from '../src/shared/domain/seat-plan/make-plan.ts'
import { exportPlan } from './export-plan.ts'
import { houseIn, listener, tamper, testFolder } from './house.fixture.ts'
import { importPlan } from './import-plan.ts'

const folder = testFolder()
const data = folder('house')
const given = JSON.stringify(samplePretix())
writeFileSync(folder('plan.json'), given)
houseIn(data, false).close()
await importPlan([folder('plan.json'), '--data', data, '--name', 'Hall 1/2'], () => undefined)

function run(...args: readonly string[]) {
  const { lines, say } = listener()
  const puts: string[] = []
  const code = exportPlan(['--data', data, ...args], { say, put: (text) => puts.push(text) })
  return { code, lines, text: puts.join('') }
}
const seatsOf = (text: string) => {
  const { draft } = readPlanFile(text)
  if (!draft) throw new Error('does not read')
  const { count, x, y, row, category, numbers } = makePlan(draft, 1 as PlanId)
  return { count, x, y, row, category, numbers }
}

test('[L4] a plan comes out in either format as it went in, from a house that is open too', () => {
  const house = houseIn(data, false)
  for (const [format, file] of [
    ['pretix', 'out.json'],
    ['csv', 'out.csv'],
  ] as const) {
    const { code, lines } = run('--plan', '1', '--format', format, '--out', folder(file))
    expect([code, lines]).toEqual([0, [`✓ plan 1 “Hall 1/2”: 10 seats, into ${folder(file)}`]])
    expect(seatsOf(readFileSync(folder(file), 'utf8'))).toEqual(seatsOf(given))
  }
  house.close()
})

test('[L4] pretix is the format when none is named, and - is the terminal', () => {
  const { code, lines, text } = run('--plan', '1', '--out', '-')
  expect([code, lines]).toEqual([0, []])
  expect(JSON.parse(text)).toMatchObject({ name: 'Hall 1/2', size: { width: 600, height: 400 } })
})

test('[L4] a house of another version, and what is no house, are said in a line', () => {
  const other = folder('other')
  houseIn(other, false).close()
  tamper(other, 'PRAGMA user_version = 1')
  const { lines, say } = listener()
  expect(exportPlan(['--data', other], { say, put: say })).toBe(1)
  expect(lines.at(-1)).toMatch(/schema 1, not \d+: start the house once, which brings it up to date/)
  mkdirSync(join(folder('none'), 'house.db'), { recursive: true })
  expect(exportPlan(['--data', folder('none')], { say, put: say })).toBe(1)
  expect(lines.at(-1)).toMatch(/^✗ .*the file opens/)
})

test('[L4] without --plan the plans are listed; one that is not there is refused', () => {
  expect(run()).toMatchObject({ code: 0, lines: ['1  Hall 1/2: 10 seats'] })
  expect(run('--plan', '7')).toMatchObject({ code: 1, lines: [expect.stringContaining('no plan 7')] })
  expect(run('--plan', 'one').code).toBe(2)
  expect(run('--format', 'pdf').code).toBe(2)
  const { lines, say } = listener()
  expect(exportPlan(['--data', folder('never')], { say, put: say })).toBe(1)
  expect(lines).toEqual([`✗ There is no house in ${folder('never')}.`])
})
