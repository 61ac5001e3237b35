import { type RefObject, useEffect, useState } from 'react'

/** Not exactly 1: an edge cut by a fraction of a pixel does not make an element hidden. */
const IN_SIGHT = 0.98

/** The elements of a scrolling line that are not wholly visible, and so may be missed. `names`: identifies the content of the line. */
export function useHidden(line: RefObject<HTMLElement | null>, names: string): readonly Element[] {
  const [hidden, setHidden] = useState<readonly Element[]>([])
  useEffect(() => {
    const { current } = line
    if (!current) return undefined
    const unseen = new Set<Element>()
    const watch = new IntersectionObserver(
      (changes) => {
        for (const { target, intersectionRatio } of changes) {
          if (intersectionRatio < IN_SIGHT) unseen.add(target)
          else unseen.delete(target)
        }
        setHidden([...current.children].filter((child) => unseen.has(child)))
      },
      { root: current, threshold: IN_SIGHT },
    )
    for (const child of current.children) watch.observe(child)
    return () => watch.disconnect()
    // oxlint-disable-next-line react/exhaustive-deps -- the line's content is identified by its names
  }, [line, names])
  return hidden
}
