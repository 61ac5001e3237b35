// When the page that begins has what it asked for. Owns that moment; must never keep an answer waiting.

import type { PageAnswers } from './app-protocol.ts'

/** What a page is made of it asks for all at once: when nothing was asked for so long, it has it, and is busy with it. */
const STILL_MS = 40
/** Before these it has only the page that names them. */
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
