import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import { ask } from '../../box-office.ts'

/** Something is under way that nobody tells of: looked at while somebody looks on, as often as one would by hand. */
const AGAIN_MS = 700
const moving: ReadonlySet<string> = new Set(['looking', 'waiting', 'backing-up', 'installing'])

export function useUpdates(): { readonly found: Output<'updates'> | null; readonly load: () => void } {
  const [found, setFound] = useState<Output<'updates'> | null>(null)
  const look = useCallback(
    () => ask('updates', {}).then((answer) => (answer.kind === 'done' ? setFound(answer.value) : undefined)),
    [],
  )
  const load = useCallback(() => void look(), [look])
  useEffect(load, [load])
  const isMoving = found?.state !== null && moving.has(found?.state?.step ?? '')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = !isMoving
    // After an answer, never beside one that is on its way: it may wait for a hub.
    const again = () => {
      if (!isOver) timer = setTimeout(() => void look().then(again), AGAIN_MS)
    }
    again()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isMoving, look])
  return { found, load }
}
