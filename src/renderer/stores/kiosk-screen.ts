// [A7] A locked screen, as its window says it is (`house`): what of it is open here. Owns the two questions that it shows, and that no dialog of
// the system's is opened from it; who may leave is the house's word.

import { createStore } from 'zustand/vanilla'
import { who } from './who.ts'

export const kioskScreen = createStore(() => ({ asksToLeave: false, refusedFiles: false }))

export function askToLeave(): void {
  if (who.getState().isKiosk) kioskScreen.setState({ asksToLeave: true })
}

/** For files and for printing. True: the system's dialog would show the whole disk, and on some systems start programs. Whoever asked is told. */
export function refuseDialog(): boolean {
  const { isKiosk } = who.getState()
  if (isKiosk) kioskScreen.setState({ refusedFiles: true })
  return isKiosk
}

// Before any component hears of it: the dialog opens with the click.
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
