// The seller's window while there is no house yet: its process begins, hidden, and whatever its page asks for waits until it is known what to show.
// Owns that nothing is answered before; must never show a page of the house that could not be opened.

import { type BrowserWindow, session } from 'electron'
import { type PageAnswers, serveAppProtocol } from './app-protocol.ts'
import { guardSession } from './guards.ts'
import { type WindowWish, type WindowWishes, openWindow } from './window.ts'

export interface EarlyWindow {
  readonly window: BrowserWindow
  /** From now on its page is answered, by these. */
  readonly letIn: (answers: PageAnswers) => void
  /** Its process died while nobody cared for it. */
  readonly hasDied: () => boolean
}

export function beginWindow(wishes: WindowWishes, wish: WindowWish): EarlyWindow {
  const { promise: answers, resolve: letIn } = Promise.withResolvers<PageAnswers>()
  guardSession(session.defaultSession, !wishes.isLocked)
  serveAppProtocol(session.defaultSession, answers)
  const window = openWindow(wishes, wish)
  let isGone = false
  window.webContents.once('render-process-gone', () => (isGone = true))
  return { window, letIn, hasDied: () => isGone }
}
