import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Bench, Figure } from './bench.ts'
import { benches } from './benches.ts'
import { PAGE_START, TABLE_END, TABLE_START } from './report.ts'
import { runBenches } from './run.ts'

const room = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))

const machine = { cores: 2, processor: 'a processor', node: '24', sqlite: '3', chromium: '156' }
const frame: Figure = { name: 'draw.frameMs', value: 3, unit: 'ms', about: 'a frame', goal: { atMost: 4 } }
const rate: Figure = { name: 'sell.rate', value: 3, unit: 'perSecond', about: 'sales', goal: { atLeast: 4 } }

function benchOf(...figures: readonly Figure[]): Bench {
  const [name = ''] = figures[0]?.name.split('.') ?? []
  return { name, about: `about ${name}`, run: async () => figures }
}

async function run(args: readonly string[], all: readonly Bench[] = [benchOf(frame), benchOf(rate)]) {
  const lines: string[] = []
  const readme = join(room, 'README.md')
  writeFileSync(readme, `# A house\n\n${TABLE_START}\n${TABLE_END}\n`)
  const code = await runBenches(args, {
    all,
    machine: async () => machine,
    readme,
    say: (line) => lines.push(line),
  })
  return { code, said: lines.join('\n'), readme: readFileSync(readme, 'utf8') }
}

test('[house] a missed goal is said, and a failure only where that is asked for', async () => {
  const { code, said } = await run([])
  expect(said).toContain('✓ draw.frameMs')
  expect(said).toContain('✗ sell.rate')
  expect(said).toContain('missed: sell.rate')
  expect(code).toBe(0)
  expect((await run(['--strict'])).code).toBe(1)
  expect((await run(['--strict', '--only', 'draw'])).code).toBe(0)
})

test('[house] --only chooses by a part of the name, several times too; an unknown one is said', async () => {
  const { said } = await run(['--only', 'ell'])
  expect(said).not.toContain('draw.frameMs')
  expect(said).toContain('sell.rate')
  expect((await run(['--only', 'sell', '--only', 'draw'])).said).toContain('draw.frameMs')
  expect(await run(['--only', 'nothing'])).toMatchObject({
    code: 2,
    said: expect.stringContaining('“nothing”'),
  })
})

test('[house] --json into a folder that is not there is refused before anything is measured', async () => {
  const { code, said } = await run(['--json', join(room, 'nowhere', 'figures.json')])
  expect([code, said]).toEqual([2, `--json: there is no folder ${join(room, 'nowhere')}.`])
})

test('[house] --json keeps every figure under its name, with the machine it was measured on', async () => {
  const file = join(room, 'figures.json')
  await run(['--json', file])
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    machine,
    figures: {
      'draw.frameMs': { value: 3, unit: 'ms', about: 'a frame', goal: { atMost: 4 }, met: true },
      'sell.rate': { value: 3, unit: 'perSecond', about: 'sales', goal: { atLeast: 4 }, met: false },
    },
  })
})

test('[house] --readme writes the table of this run, and never that of half a run', async () => {
  expect((await run(['--readme'])).readme).toContain('| sales | 3 /s | ≥ 4 /s | ✗ |')
  const half = await run(['--readme', '--only', 'draw'])
  expect(half.code).toBe(2)
  expect(half.readme).not.toContain('a frame')
  expect((await run([])).readme).not.toContain('a frame')
})

test('[house] --docs writes the tables of the benches that ran, each into its own page', async () => {
  const page = join(room, 'page.md')
  const table = (figures: readonly Figure[]) => figures.map(({ name }) => `| ${name} |`).join('\n')
  const paged = { ...benchOf(rate), page: { file: 'page.md', table } }
  for (const args of [['--docs'], ['--docs', '--only', 'sell'], []]) {
    writeFileSync(page, `# A page\n\n${PAGE_START}\n${TABLE_END}\n`)
    // oxlint-disable-next-line no-await-in-loop -- they write the same page
    await run(args, [benchOf(frame), paged])
    expect(readFileSync(page, 'utf8').includes('| sell.rate |')).toBe(args.length > 0)
  }
  for (const { page: own } of benches) {
    if (own) expect(readFileSync(join(import.meta.dirname, '..', own.file), 'utf8')).toContain(PAGE_START)
  }
})

test('[house] two figures of one name, or one that is no number, end the run', async () => {
  await expect(run([], [benchOf(frame, frame)])).rejects.toThrow(/no figure/)
  await expect(run([], [benchOf({ ...frame, value: Number.NaN })])).rejects.toThrow(/no figure/)
})

test('[house] what cannot be understood measures nothing', async () => {
  expect(await run(['--fast'])).toMatchObject({ code: 2 })
  expect((await run(['--fast'])).said).not.toContain('draw.frameMs')
  expect((await run(['--help'])).said).toContain('about draw')
})

test('[house] each bench has a name of its own, and the README has a place for the table', () => {
  expect(new Set(benches.map(({ name }) => name)).size).toBe(benches.length)
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
  expect(readme.indexOf(TABLE_START)).toBeGreaterThan(0)
  expect(readme.indexOf(TABLE_END)).toBeGreaterThan(readme.indexOf(TABLE_START))
})
