import type { FromMain } from './messages.ts'

/** What is not on its way yet; the process ends after it. */
const unsent = new Set<Promise<void>>()

export function tell(message: FromMain): void {
  const sent = new Promise<void>((resolve) => process.send?.(message, () => resolve()))
  unsent.add(sent)
  void sent.then(() => unsent.delete(sent))
}

export async function allSent(): Promise<void> {
  await Promise.all(unsent)
}

/** Gives listeners an event that they may refuse; says whether one did. */
export function isPrevented(emit: (event: { preventDefault: () => void }) => void): boolean {
  let prevented = false
  emit({
    preventDefault: () => {
      prevented = true
    },
  })
  return prevented
}
