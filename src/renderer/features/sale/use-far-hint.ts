import { useState } from 'react'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { useSay } from '../../ui/words.tsx'

/** Shows whose seats were large enough to be pressed once: what a click does from afar need not be said there again. */
const seenNear = new Set<ShowId>()

/** What to say while seats are too small to be pressed, once a show; `onFar` is told whether they are. */
export function useFarHint(showId: ShowId) {
  const say = useSay()
  const [farIn, setFarIn] = useState<ShowId | null>(null)
  const onFar = (isFar: boolean) => {
    if (!isFar) seenNear.add(showId)
    setFarIn(isFar && !seenNear.has(showId) ? showId : null)
  }
  return { hint: farIn === showId ? say('map.far') : null, onFar }
}
