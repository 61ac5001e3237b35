// [A7] A locked screen, as its window says it is: what of it is open here. Owns the two questions that it shows, and that no dialog of the system's is
// opened from it; who may leave is the house's word.

import { createStore } from 'zustand/vanilla'
import { boxOffice } from '../box-office.ts'

/** `isKiosk`: its window is locked. */
export const kioskScreen = createStore(() => ({ isKiosk: false, asksToLeave: false, refusedFiles: false }))

// Not with what the house says of itself: a hub that is away says nothing, and its kiosks are locked all the same.
boxOffice.subscribe({ kind: 'link' }, (news) => {
  if (news.kind === 'link') kioskScreen.setState({ isKiosk: news.isKiosk === true })
})

export function askToLeave(): void {
  if (kioskScreen.getState().isKiosk) kioskScreen.setState({ asksToLeave: true })
}

/** For files and for printing. True: the system's dialog would show the whole disk, and on some systems start programs. Whoever asked is told. */
export function refuseDialog(): boolean {
  const { isKiosk } = kioskScreen.getState()
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
