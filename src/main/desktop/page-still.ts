// The moment when the page that starts has received what it asked for. Owns that moment; must never delay an answer.

import type { PageAnswers } from './app-protocol.ts'

/** A page asks for all its parts at once: when it has asked for nothing for this long, it has them all and is busy with them. */
const STILL_MS = 40
/** Before it asks for these it has only the HTML that names them. */
const PARTS = '/assets/'

export function untilStill(
  answers: PageAnswers,
  wait: (ms: number) => Promise<void>,
): { readonly answers: PageAnswers; readonly still: Promise<void> } {
  const { promise: still, resolve } = Promise.withResolvers<void>()
  let asked = 0
  const look = async (before: number) => {
    await wait(STILL_MS)
    if (asked === before) resolve()
  }
  const watched = (path: string) => {
    if (path.startsWith(PARTS)) void look((asked += 1))
    return answers(path)
  }
  return { answers: watched, still }
}
