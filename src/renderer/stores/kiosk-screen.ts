// [A7] A locked screen, as reported by its window. Owns its two dialogs (leaving, and files refused), and that no system dialog
// is opened from it; the house decides who may leave.

import { createStore } from 'zustand/vanilla'
import { boxOffice } from '../box-office.ts'

/** `isKiosk`: its window is locked. */
export const kioskScreen = createStore(() => ({ isKiosk: false, asksToLeave: false, refusedFiles: false }))

// Not part of the house's own news: an unreachable hub sends none, and its kiosks are locked all the same.
boxOffice.subscribe({ kind: 'link' }, (news) => {
  if (news.kind === 'link') kioskScreen.setState({ isKiosk: news.isKiosk === true })
})

export function askToLeave(): void {
  if (kioskScreen.getState().isKiosk) kioskScreen.setState({ asksToLeave: true })
}

/**
 * Called before file and print dialogs. True: refused, and the user is told, since the system's dialog would show the whole disk
 * and on some systems start programs.
 */
export function refuseDialog(): boolean {
  const { isKiosk } = kioskScreen.getState()
  if (isKiosk) kioskScreen.setState({ refusedFiles: true })
  return isKiosk
}

// Captured before any component gets the event, because the click itself opens the dialog.
window.addEventListener(
  'click',
  (event) => {
    const { target } = event
    const isChooser = target instanceof HTMLInputElement && target.type === 'file'
    const isDownload = target instanceof HTMLAnchorElement && target.download !== ''
    if ((isChooser || isDownload) && refuseDialog()) event.preventDefault()
  },
  { capture: true },
)
