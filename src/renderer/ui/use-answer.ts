// What the house answers to a screen's one question. Owns the asking, and that a first answer which did not come can be asked for
// again; must never take away what is shown because a later look failed.

import { useCallback, useEffect, useState } from 'react'
import type { Answer } from '../../shared/contract/port.ts'

interface Asked<Value> {
  /** Null until the house has answered. */
  readonly found: Value | null
  /** There is no answer, and none is on its way. */
  readonly hasFailed: boolean
  readonly load: () => Promise<void>
}

/** `ask` and `follow` must stay the same functions. `follow`: calls back with every news after which the answer is another one. */
export function useAnswer<Value>(
  ask: () => Promise<Answer<Value>>,
  follow?: (load: () => void) => () => void,
): Asked<Value> {
  const [found, setFound] = useState<Value | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const look = useCallback(
    () =>
      ask().then((answer) => {
        if (answer.kind === 'done') setFound(answer.value)
        setHasFailed(answer.kind !== 'done')
      }),
    [ask],
  )
  const load = useCallback(() => {
    setHasFailed(false)
    return look()
  }, [look])
  useEffect(() => {
    void look()
    return follow?.(() => void look())
  }, [look, follow])
  return { found, hasFailed, load }
}
