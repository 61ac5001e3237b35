import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Outcome, Proof } from './proof.ts'
import { proofs } from './proofs.ts'
import { exits, runProofs } from './run.ts'

const held: Outcome = { counters: { kills: 3 }, violations: [] }

function proofOf(turned: Partial<Proof> = {}): Proof {
  return {
    name: 'fall',
    rule: 'V4a',
    about: 'a house falls',
    round: 'fall',
    rounds: { push: 2, proof: 20, release: 200 },
    missing: () => null,
    run: () => Promise.resolve(held),
    ...turned,
  }
}

async function run(args: readonly string[], all: readonly Proof[]) {
  const lines: string[] = []
  const code = await runProofs(args, { all, say: (line) => lines.push(line) })
  return { code, said: lines.join('\n') }
}

test('[house] a proof that holds says its seed and its counters, and ends with 0', async () => {
  const { code, said } = await run(['--seed', '7'], [proofOf()])
  expect(code).toBe(exits.holds)
  expect(said).toMatch(/✓ fall \(V4a\), seed 7/)
  expect(said).toContain('kills: 3')
})

test('[house] a violation ends with 1 and is shown, also where the proof itself breaks', async () => {
  const lost = proofOf({ run: () => Promise.resolve({ counters: {}, violations: ['a sale is gone'] }) })
  expect(await run([], [lost])).toMatchObject({
    code: exits.violated,
    said: expect.stringContaining('a sale is gone'),
  })
  const broken = proofOf({ run: () => Promise.reject(new Error('no disk')) })
  expect(await run([], [broken])).toMatchObject({
    code: exits.violated,
    said: expect.stringContaining('no disk'),
  })
})

test('[house] what a machine lacks is said, never counted as held; in a push it stops nobody', async () => {
  const lacking = proofOf({
    missing: () => 'gcc: not installed',
    run: () => Promise.reject(new Error('ran')),
  })
  const { code, said } = await run([], [lacking])
  expect(code).toBe(exits.missing)
  expect(said).toContain('needs gcc: not installed')
  expect(said).not.toContain('✓')
  expect((await run(['--size', 'push'], [lacking])).code).toBe(exits.holds)
})

test('[house] what takes too long for a size is said and not run, unless rounds are asked for', async () => {
  const long = proofOf({ rounds: { push: 0, proof: 5, release: 500 } })
  const { code, said } = await run(['--size', 'push'], [long])
  expect(code).toBe(exits.holds)
  expect(said).not.toContain('✓')
  expect((await run(['--size', 'push', '--rounds', '1'], [long])).said).toContain('✓')
})

test('[house] sizes, rounds and seeds reach the proof', async () => {
  const seen: unknown[] = []
  const proof = proofOf({
    run: ({ size, rounds, seed }) => {
      seen.push([size, rounds, seed])
      return Promise.resolve(held)
    },
  })
  await run(['--seed', '1'], [proof])
  await run(['--size', 'release', '--seed', '1'], [proof])
  await run(['fall', '--rounds', '5', '--seeds', '3..4'], [proof])
  expect(seen).toEqual([
    ['proof', 20, 1],
    ['release', 200, 1],
    ['proof', 5, 3],
    ['proof', 5, 4],
  ])
})

test.for([
  ['rise'],
  ['--rounds', '0'],
  ['--rounds', 'many'],
  ['--size', 'huge'],
  ['--seed', '-1'],
  ['--seeds', '5..3'],
  ['--seeds', '3'],
  ['--seeds', '3..4..5'],
  ['--seed', '3', '--seeds', '3..4'],
  ['--fast'],
])('[house] %j runs nothing and ends with 2', async (args) => {
  const proof = proofOf({ run: () => Promise.reject(new Error('ran')) })
  expect(await run([...args], [proof])).toMatchObject({ code: exits.notUnderstood })
})

test('[house] each proof has a name of its own', () => {
  expect(new Set(proofs.map(({ name }) => name)).size).toBe(proofs.length)
})

test('[house] every proof that has a slice for the tests is in one of their two halves', () => {
  const text = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')
  const { scripts } = JSON.parse(text) as { scripts: Record<string, string> }
  const named = ['proof:short', 'proof:long'].flatMap(
    (half) => scripts[half]?.split(' ').slice('node proof/run.ts --size push'.split(' ').length) ?? [],
  )
  const sliced = proofs.filter(({ rounds }) => rounds.push > 0).map(({ name }) => name)
  expect(named.toSorted()).toEqual(sliced.toSorted())
})
