// A refused start, as the person at the counter sees it. Owns what the program then ends with; must never show the system's own box on a
// locked screen.

import { app, dialog } from 'electron'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { type PageAnswers, noticeAlone } from './app-protocol.ts'
import { startAgain } from './begin-anew.ts'
import { type Notice, boxText, checkOf, dateCheck, noticeOf, noticePage } from './notice-page.ts'
import { type WindowLanguage, firstLanguage, wordsOf } from './window-words.ts'

/** For a disk or a key store that becomes available late: tried again, but rarely enough that the page can be read. */
const TRY_AGAIN_MS = MINUTE_MS

interface Wishes {
  /** [I11] Somebody confirms that the date is right: opens again on that word. */
  readonly openByThisDate: () => void
  /** [A7] */
  readonly isLocked: boolean
  /** In the seller's window. */
  readonly show: (answers: PageAnswers) => void
}

export async function cannotSell(error: unknown, { openByThisDate, isLocked, show }: Wishes): Promise<void> {
  const language = firstLanguage(app.getPreferredSystemLanguages())
  const notice = noticeOf(error, language)
  console.error(notice.detail)
  if (isLocked) {
    show(noticeAlone(noticePage(notice, wordsOf(language).triesAgain, language)))
    return waitLocked()
  }
  const isAsked = checkOf(error) === dateCheck
  if (isAsked && (await isDateRight(notice, language))) return openByThisDate()
  if (!isAsked) dialog.showErrorBox(notice.title, boxText(notice))
  app.exit(1)
}

/** [I11] Nobody looks at a clock: the answer that goes on to sell is not the one that Enter gives. */
async function isDateRight({ title, text, detail }: Notice, language: WindowLanguage): Promise<boolean> {
  const { dateIsRight, setClock } = wordsOf(language)
  const buttons = [dateIsRight, setClock]
  const box = { type: 'question', title, message: text, detail, buttons, noLink: true } as const
  const { response } = await dialog.showMessageBox({ ...box, defaultId: 1, cancelId: 1 })
  return response === 0
}

/** [A7] Without a house nobody can be let out: only the system ends it, and starts it again where it ended by itself. */
function waitLocked(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.exit(0))
  setTimeout(() => app.exit(startAgain), TRY_AGAIN_MS)
}
