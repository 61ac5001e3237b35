import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import { ask } from '../../box-office.ts'

/** No news is sent about progress, so the state is polled while somebody looks. */
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
    // Only after an answer, never beside a pending request, which may be waiting for a hub.
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
