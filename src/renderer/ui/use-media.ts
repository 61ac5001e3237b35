// What the page's window is like, where drawing alone does not follow it: the same words as in a style. Owns nothing.

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
