// A thread that runs some evenings, one after the other, and reports what it counted and what was wrong. Wiring only.

import { parentPort, workerData } from 'node:worker_threads'
import { type Outcome, Tally } from '../proof.ts'
import { judgedEvening } from './judged-evening.ts'

export type Lived = Outcome

const tally = new Tally()
for (const [at, seed] of (workerData as readonly number[]).entries()) {
  // The first evening of each piece is run twice: both runs must be the same to the last byte.
  // oxlint-disable-next-line no-await-in-loop -- one evening after the other
  await judgedEvening(seed, at === 0, tally)
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
parentPort?.postMessage(tally.outcome)
