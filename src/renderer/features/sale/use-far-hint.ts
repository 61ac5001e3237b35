import { useState } from 'react'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { useSay } from '../../ui/words.tsx'

/** Shows whose seats have been displayed large enough to be pressed: there, what a click does from afar need not be explained again. */
const seenNear = new Set<ShowId>()

/**
 * What to show while seats are too small to be pressed, until they have been large once in this show; `onFar` reports whether
 * they are too small.
 */
export function useFarHint(showId: ShowId) {
  const say = useSay()
  const [farIn, setFarIn] = useState<ShowId | null>(null)
  const onFar = (isFar: boolean) => {
    if (!isFar) seenNear.add(showId)
    setFarIn(isFar && !seenNear.has(showId) ? showId : null)
  }
  return { hint: farIn === showId ? say('map.far') : null, onFar }
}
