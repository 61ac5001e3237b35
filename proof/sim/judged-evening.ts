import { Tally } from '../proof.ts'
import { liveEvening } from './evening.ts'

/** Lines shown of the trace of an evening that failed. */
const SHOWN_LINES = 25

/**
 * Runs and judges one evening; every violation is prefixed with the seed. `isTwice`: it is run twice, and must be the same to the
 * last byte.
 */
export async function judgedEvening(seed: number, isTwice: boolean, tally: Tally): Promise<void> {
  const known = tally.violations.length
  const onRejected = (error: unknown) => tally.violate(`nobody took care of ${String(error)}`)
  process.on('unhandledRejection', onRejected)
  try {
    await tally.guard('lived', () => live(seed, isTwice, tally))
  } finally {
    process.off('unhandledRejection', onRejected)
  }
  const found = tally.violations.splice(known)
  for (const one of found) tally.violate(`evening ${seed}: ${one}`)
}

async function live(seed: number, isTwice: boolean, tally: Tally): Promise<void> {
  const known = tally.violations.length
  const { trace } = await liveEvening(seed, tally)
  tally.count('evenings')
  const last = tally.violations.length > known ? tally.violations.pop() : undefined
  if (last !== undefined) tally.violate(`${last}\n${trace.lines.slice(-SHOWN_LINES).join('\n')}`)
  if (!isTwice) return
  const again = await liveEvening(seed, new Tally())
  tally.count('evenings lived twice')
  if (again.trace.digest !== trace.digest) tally.violate('lived twice, it was another evening')
}
