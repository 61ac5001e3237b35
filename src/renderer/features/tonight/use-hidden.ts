import { type RefObject, useEffect, useState } from 'react'

/** Nearly all of it: a line of a pixel's part is not out of sight. */
const IN_SIGHT = 0.98

/** Of what stands in a line that scrolls: the elements that are not wholly in sight, and so may be missed. `names`: of all that stands there. */
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
    // oxlint-disable-next-line react/exhaustive-deps -- what stands in the line is known by its names
  }, [line, names])
  return hidden
}
