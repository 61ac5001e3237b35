// Media queries for components whose layout CSS alone cannot adapt, in the same syntax as in a stylesheet. Owns nothing.

import { useMemo, useSyncExternalStore } from 'react'

export function useMedia(words: string): boolean {
  const media = useMemo(() => matchMedia(words), [words])
  const follow = useMemo(
    () => (onChange: () => void) => {
      media.addEventListener('change', onChange)
      return () => media.removeEventListener('change', onChange)
    },
    [media],
  )
  return useSyncExternalStore(follow, () => media.matches)
}
