import { useEffect } from 'react'
import { ask } from '../../box-office.ts'
import { useAnswer } from '../../ui/use-answer.ts'

/** No news is sent about progress, so the state is polled while somebody looks. */
const AGAIN_MS = 700
const moving: ReadonlySet<string> = new Set(['looking', 'waiting', 'backing-up', 'installing'])

const askUpdates = () => ask('updates', {})

export function useUpdates() {
  const { found, hasFailed, load } = useAnswer(askUpdates)
  const isMoving = found?.state !== null && moving.has(found?.state?.step ?? '')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = !isMoving
    // Only after an answer, never beside a pending request, which may be waiting for a hub.
    const again = () => {
      if (!isOver) timer = setTimeout(() => void load().then(again), AGAIN_MS)
    }
    again()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isMoving, load])
  return { found, hasFailed, load: () => void load() }
}
