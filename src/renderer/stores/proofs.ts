// [P5] Pictures of transfers that wait for a manager's approval, for the screens of the office. Owns the requests; the house says
// which are waiting.

import { createStore } from 'zustand/vanilla'
import type { Output } from '../../shared/contract/operations.ts'
import { ask, boxOffice } from '../box-office.ts'

export type Proof = Output<'open-proofs'>['proofs'][number]

interface Proofs {
  /** The longest waiting first; null if not loaded yet. */
  readonly proofs: readonly Proof[] | null
  readonly waiting: number
}

export const proofs = createStore<Proofs>(() => ({ proofs: null, waiting: 0 }))

/** The house refuses too frequent requests; its limit restores a hundred in this time. */
const PAUSE_MS = 400
/** Answers to requests made before the latest change are stale. */
let turn = 0

/** Asks repeatedly until the house has gone through everything it ever sold. */
export async function lookForProofs(): Promise<void> {
  turn += 1
  const own = turn
  for (let isWhole = false; !isWhole; ) {
    // oxlint-disable-next-line no-await-in-loop -- each answer goes on where the one before ended
    const answer = await ask('open-proofs', {})
    if (own !== turn) return
    if (answer.kind === 'refused' && answer.refusal.code === 'BUSY') {
      // oxlint-disable-next-line no-await-in-loop -- sellers come first
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      continue
    }
    if (answer.kind !== 'done') return
    const { proofs: found, waiting } = answer.value
    proofs.setState({ proofs: found, waiting })
    ;({ isWhole } = answer.value)
  }
}

/** Runs while somebody in the office looks. */
export function followProofs(): () => void {
  return boxOffice.subscribe({ kind: 'proofs' }, () => void lookForProofs())
}
