// Random sellers in a small hall, compared with a small model: whatever they do, no seat has two owners, every count is right
// [C1], and all money is where it should be [P7] [P9]. `PROOF_RUNS` makes it longer, `PROOF_SEED` draws other steps; a failure
// prints its seed and the shortest sequence that leads to it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counters, EveningRun } from './evening-run.fixture.ts'
import { step } from './evening.fixture.ts'

const FULL_RUNS = 300
const RUNS = Number(process.env['PROOF_RUNS'] ?? FULL_RUNS)
const STEPS = 60

/**
 * The table of a booking's states, except for deleting guests who are still in their seats: that does not happen while an evening sells.
 */
const paths = [
  'reserved → confirmed',
  'reserved → payment_failed',
  'reserved → expired',
  'reserved → cancelled',
  'confirmed → completed',
  'confirmed → cancelled',
  'cancelled → refunded',
  'payment_failed → deleted',
  'expired → deleted',
  'cancelled → deleted',
  'refunded → deleted',
]
const commands = [
  'hold-seats',
  'extend-hold',
  'pay-later',
  'choose-tickets',
  'pay-booking',
  'give-up-payment',
  'cancel-booking',
  'return-seats',
  'return-money',
  'reseat-booking',
  'exchange, dearer',
  'exchange, cheaper',
  'exchange, even',
  'review-proof',
  'delete-booking',
  'open-wallet',
  'top-up-wallet',
  'choose-customer',
  'part of the money',
  'open-shift',
  'move-cash',
  'count-drawer',
  'close-shift',
]
const outcomes = [
  'confirmed',
  'taken',
  'declined',
  'mismatch',
  'ignored',
  'same-seats',
  'other-seats',
  'wallet',
]
const answers = ['valid', 'used', 'wrong-show', 'void', 'unknown']

/** Every edge must be met: a run that misses one proves less than it claims, unless it was asked to be short. */
const edges = [
  ...paths,
  ...commands.flatMap((name) => [`${name} done`, `${name} refused`]),
  ...outcomes.map((outcome) => `settled: ${outcome}`),
  ...answers.map((answer) => `check-in ${answer}`),
  'release-holds done',
  'hold-lapsed',
  'refund-settled',
  'money-returned',
  'refused: SHIFT_STATE',
  'refused: SHIFT_BLOCKED',
  'storage fault',
  'restart',
  'repeat',
  'reused id',
  'time exactly, swept',
  'time exactly',
  'time back',
]

test(`[C1] [I1] [I12] [I15] [I16] [K1] [P4] [P7] [P8] no seat is claimed twice, no count is wrong and no money is lost, in ${RUNS} random evenings of ${STEPS} steps`, async () => {
  const counters: Counters = new Map()
  const evening = fc.array(step, { minLength: STEPS, maxLength: STEPS, size: 'max' })
  const property = fc.asyncProperty(evening, fc.boolean(), async (steps, isSqlite) => {
    const run = new EveningRun(isSqlite, counters)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as in any evening
    for (const one of steps) await run.take(one)
    run.finish()
    counters.set('run', (counters.get('run') ?? 0) + 1)
  })
  await fc.assert(property, { numRuns: RUNS })
  console.log(
    [...counters]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([what, many]) => `${what}: ${many}`)
      .join(' · '),
  )
  if (RUNS < FULL_RUNS) return
  for (const edge of edges) expect(counters.get(edge) ?? 0, `taken: ${edge}`).toBeGreaterThan(RUNS / 100)
}, 600_000)
