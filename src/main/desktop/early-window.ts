// The seller's window while there is no house yet: its process starts, hidden, and requests of its page wait until it is known what to
// show. Owns that nothing is answered before; must never show a page of a house that could not be opened.

import { type BrowserWindow, session } from 'electron'
import { type PageAnswers, serveAppProtocol } from './app-protocol.ts'
import { guardSession } from './guards.ts'
import { type WindowWish, type WindowWishes, openWindow } from './window.ts'

export interface EarlyWindow {
  readonly window: BrowserWindow
  /** Answers the page's requests from now on. */
  readonly letIn: (answers: PageAnswers) => void
  /** Whether its process died before anybody took care of it. */
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
