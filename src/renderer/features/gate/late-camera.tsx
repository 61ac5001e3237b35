// The camera of a door, loaded when somebody first turns it on: only a door that uses one needs the code that reads its pictures.
// Owns the message if that cannot be loaded; must never break the door itself, which goes on by scanner and by number.

import { useEffect, useState } from 'react'
import { CameraAway } from './camera-away.tsx'
import type { CameraView } from './camera-view.tsx'

interface Found {
  readonly View: typeof CameraView | null
  /** The try that failed; null if none. */
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
