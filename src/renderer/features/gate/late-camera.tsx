// The camera of a door, loaded when somebody first turns it on: only a door that has one in use needs what reads its pictures. Owns what is
// said where that cannot be had; must never take the door with it, which goes on by scanner and by number.

import { useEffect, useState } from 'react'
import { CameraAway } from './camera-away.tsx'
import type { CameraView } from './camera-view.tsx'

interface Found {
  readonly View: typeof CameraView | null
  /** Which try came to nothing. */
  readonly missed: number | null
}

export function LateCamera({ onCode }: { readonly onCode: (text: string) => void }) {
  const { View, isMissed, again } = useView()
  if (View) return <View onCode={onCode} />
  return isMissed ? <CameraAway onAgain={again} /> : null
}

function useView() {
  const [tries, setTries] = useState(0)
  const [{ View, missed }, setFound] = useState<Found>({ View: null, missed: null })
  useEffect(() => {
    let isWanted = true
    const find = (found: Found) => (isWanted ? setFound(found) : undefined)
    import('./camera-view.tsx').then(
      (loaded) => find({ View: loaded.CameraView, missed: null }),
      () => find({ View: null, missed: tries }),
    )
    return () => {
      isWanted = false
    }
  }, [tries])
  return { View, isMissed: missed === tries, again: () => setTries(tries + 1) }
}
