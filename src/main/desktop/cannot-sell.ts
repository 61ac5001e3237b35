// A start that is refused, as whoever stands there sees it. Owns what the program then ends with; must never show the system's own box on a locked screen.

import { app, dialog } from 'electron'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { type PageAnswers, noticeAlone } from './app-protocol.ts'
import { startAgain } from './begin-anew.ts'
import { type Notice, boxText, checkOf, dateCheck, noticeOf, noticePage } from './notice-page.ts'
import { type WindowLanguage, firstLanguage, wordsOf } from './window-words.ts'

/** A disk that is mounted late, a key store that is opened late: tried again, but not so often that nobody can read what stands there. */
const TRY_AGAIN_MS = MINUTE_MS

interface Wishes {
  /** [I11] Somebody says that the date is right: opened anew by that. */
  readonly openByThisDate: () => void
  /** [A7] */
  readonly isLocked: boolean
  /** In the window of the seller. */
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

/** [I11] The clock is what nobody looks at: the answer that sells is not the one that Enter gives. */
async function isDateRight({ title, text, detail }: Notice, language: WindowLanguage): Promise<boolean> {
  const { dateIsRight, setClock } = wordsOf(language)
  const buttons = [dateIsRight, setClock]
  const box = { type: 'question', title, message: text, detail, buttons, noLink: true } as const
  const { response } = await dialog.showMessageBox({ ...box, defaultId: 1, cancelId: 1 })
  return response === 0
}

/** [A7] Without a house nobody can be let out: the system alone ends it, and starts it again where it ended by itself. */
function waitLocked(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.exit(0))
  setTimeout(() => app.exit(startAgain), TRY_AGAIN_MS)
}
