// How soon a house of a million journal rows sells after its process began, and how long the whole check takes that runs while it
// sells. Owns the processes it starts; the house is made in long-house.ts.

import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkInThread } from '../src/main/house/check-in-thread.ts'
import { Bug } from '../src/shared/lib/assert.ts'
import type { Bench, Figure } from './bench.ts'
import { type LongHouse, makeLongHouse } from './long-house.ts'
import { median, takeTurns } from './rounds.ts'

const ROWS = 1_000_000
const opening = join(import.meta.dirname, 'start-once.ts')

export const startBench: Bench = {
  name: 'start',
  about:
    'a house of 1,000,000 journal rows: from the start of its process to its first sale, and its whole check',
  run: async () => {
    const house = await makeLongHouse(ROWS)
    try {
      return await measure(house)
    } finally {
      rmSync(house.data, { recursive: true, force: true })
    }
  },
}

/** The file was just written, so the system has it in memory: a disk's own time to read comes on top. */
async function measure(house: LongHouse): Promise<readonly Figure[]> {
  const { start } = await takeTurns({ start: () => startMs(house) })
  const beganMs = performance.now()
  const { verdicts } = await checkInThread(join(house.data, 'house.db')).report
  const checkMs = performance.now() - beganMs
  const broken = verdicts.filter((verdict) => verdict.broken > 0)
  if (broken.length > 0) throw new Bug(`the house that was made does not add up: ${JSON.stringify(broken)}`)
  return [
    {
      name: 'start.check1M.ms',
      value: median(start),
      unit: 'ms',
      about: '1,000,000 journal rows: from the start of the process until it is checked and sells',
      goal: { atMost: 1500 },
    },
    {
      name: 'start.fullCheck1M.ms',
      value: checkMs,
      unit: 'ms',
      about: '1,000,000 journal rows: every invariant, in a thread beside the sales',
    },
  ]
}

/** Until the process says that its first seat is held. */
function startMs({ data, showId }: LongHouse): Promise<number> {
  const beganMs = performance.now()
  const child = spawn(process.execPath, [opening, data, String(showId)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let readyMs = Number.NaN
    child.stdout.once('data', () => (readyMs = performance.now() - beganMs))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(readyMs) : reject(new Error(`the start ended with ${code}`)),
    )
  })
}
