import { useEffect, useRef, useState } from 'react'
import { ask } from '../../box-office.ts'

/** From the row after one to another; null for the end. */
export interface Stretch {
  readonly after: number
  readonly upTo: number | null
}

export type Proof =
  | { readonly kind: 'running'; readonly share: number }
  | { readonly kind: 'whole'; readonly stretch: Stretch; readonly count: number; readonly hash: string }
  | { readonly kind: 'broken'; readonly sequence: number }
  | { readonly kind: 'silent' }

/** [I25] Follows the hash chain piece by piece, so that the desks can go on selling; stops when the screen is left. */
export function useProof() {
  const [proof, setProof] = useState<Proof | null>(null)
  const wanted = useRef<Stretch | null>(null)
  useEffect(
    () => () => {
      wanted.current = null
    },
    [],
  )
  const prove = async (stretch: Stretch) => {
    wanted.current = stretch
    setProof({ kind: 'running', share: 0 })
    let hash: string | null = null
    for (let after = stretch.after; ; ) {
      // oxlint-disable-next-line no-await-in-loop -- each piece goes on from the one before
      const next = await proveFrom(stretch, after, hash)
      if (wanted.current !== stretch) return
      setProof(next.proof)
      if (!next.goesOn) return
      after = next.after
      hash = next.hash
    }
  }
  return { proof, prove }
}

async function proveFrom(stretch: Stretch, after: number, before: string | null) {
  const { upTo } = stretch
  const answer = await ask('prove-journal', { after, hash: before, upTo })
  const end = { after, hash: before, goesOn: false }
  if (answer.kind !== 'done') return { ...end, proof: { kind: 'silent' } as Proof }
  const { sequence, hash, broken, isAll, newest } = answer.value
  if (broken !== null) return { ...end, proof: { kind: 'broken', sequence: broken } as Proof }
  const count = sequence - stretch.after
  if (isAll) return { ...end, proof: { kind: 'whole', stretch, count, hash } as Proof }
  const share = count / Math.max(1, (upTo ?? newest) - stretch.after)
  return { after: sequence, hash, goesOn: true, proof: { kind: 'running', share } as Proof }
}
