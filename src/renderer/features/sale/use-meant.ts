// Which key presses and clicks are meant for the payment now on screen. A held-down Enter, a second Enter right after the one
// that took a part, the second half of a double click that began on the previous screen: each was meant for what stood there
// before, and must take nothing.

import type { KeyboardEvent, MouseEvent } from 'react'
import { useSettled } from './use-settled.ts'

/** The last press was an Enter on such a form, and nothing was typed or chosen since. */
let wasEnter = false
export const forgetPress = () => {
  wasEnter = false
}
window.addEventListener('keydown', ({ key }) => (key === 'Enter' ? undefined : forgetPress()), true)
window.addEventListener('pointerdown', forgetPress, true)
window.addEventListener('input', forgetPress, true)

interface Presses {
  readonly onKeyDownCapture: (event: KeyboardEvent) => void
  readonly onClickCapture: (event: MouseEvent) => void
}

/** Handlers for the form itself; the form is a new one for each way to pay and after each part. */
export function useMeant(): Presses {
  const isSettled = useSettled()
  return {
    onKeyDownCapture: (event) => {
      if (event.key !== 'Enter') return
      if (event.repeat || (wasEnter && !isSettled())) event.preventDefault()
      wasEnter = true
    },
    // Only the later clicks of a multiple click: separate clicks each have a `detail` of one and always count.
    onClickCapture: (event) => {
      if (event.detail > 1 && !isSettled()) event.preventDefault()
    },
  }
}
