// V2: a hub and its kiosks in one process, under one seed: their real engine, sessions, lines and files, in a world whose time, wires,
// disks and accidents are simulated. Owns which evenings are run, on how many cores, and the counting; each is judged where it is run.

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'
import { CLONED } from './sim/clones.ts'
import { faults } from './sim/faults.ts'
import type { Lived } from './sim/evenings-thread.ts'
import { NAMED_AND_SEEN_TO } from './sim/named-sales.ts'
import { IN_RECOVERY, NO_COPIES, ways } from './sim/restores.ts'

/** Evenings share nothing; but more threads than this would take a desk's machine from the person working at it. */
const THREADS_MAX = 4
/** With fewer evenings than this, a run may by chance not meet every accident. */
const FEW = 100
/** How often progress is reported, in evenings. */
const SAID_EVERY = 1000
/** Evenings of one piece of work: a thread takes most of a second to start. */
const PIECE = 75
/** Spreads the evenings of neighbouring seeds, so that two runs share none. */
const SPREAD = 1_000_003

export const simulationProof: Proof = {
  name: 'simulation',
  rule: 'V2',
  about:
    'a hub and two to eight kiosks through cuts, crashes, bad disks and wrong clocks: nothing is sold twice or lost',
  round: 'evening',
  rounds: { push: 120, proof: 5000, release: 100_000 },
  missing: () => null,
  run,
}

async function run({ rounds, seed, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const seeds = Array.from({ length: rounds }, (_, round) => (seed * SPREAD + round) % 2 ** 31)
  const threads = Math.min(availableParallelism(), THREADS_MAX)
  await Promise.all(Array.from({ length: threads }, () => work(seeds, tally, say)))
  if (tally.of('evenings') < rounds)
    tally.violate(`only ${tally.of('evenings')} of ${rounds} evenings were lived`)
  if (rounds >= FEW)
    tally.expectSome(
      ...Object.keys(faults),
      ...ways,
      IN_RECOVERY,
      NO_COPIES,
      NAMED_AND_SEEN_TO,
      CLONED,
      'answers repeated',
      'evenings lived twice',
    )
  return tally.outcome
}

/** One thread after another, as long as there are evenings left. */
async function work(left: number[], tally: Tally, say: (line: string) => void): Promise<void> {
  while (left.length > 0) {
    const seeds = left.splice(0, PIECE)
    // oxlint-disable-next-line no-await-in-loop -- a thread does one piece after the other
    const { counters, violations } = await live(seeds)
    for (const [what, many] of Object.entries(counters)) tally.count(what, many)
    for (const violation of violations) tally.violate(violation)
    const lived = tally.of('evenings')
    if (lived % SAID_EVERY < seeds.length && lived >= SAID_EVERY) say(`  ${lived} evenings`)
  }
}

function live(seeds: readonly number[]): Promise<Lived> {
  const thread = new Worker(new URL('./sim/evenings-thread.ts', import.meta.url), { workerData: seeds })
  return new Promise((resolve, reject) => {
    thread.once('message', resolve).once('error', reject)
    thread.once('exit', (code) => reject(new Error(`a thread of evenings ended with ${code}`)))
  })
}
