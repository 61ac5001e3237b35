// Which presses are meant for the money that is asked for now. An Enter that is held, one more after the Enter that took a part, a
// click of a double one that began on the way here: each was meant for what stood there before, and must take nothing.

import type { KeyboardEvent, MouseEvent } from 'react'
import { useSettled } from './use-settled.ts'

/** The last press was an Enter on a form like this one, and nothing was typed or chosen since. */
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

/** For the form itself, which is another one for each way to pay and after each part. */
export function useMeant(): Presses {
  const isSettled = useSettled()
  return {
    onKeyDownCapture: (event) => {
      if (event.key !== 'Enter') return
      if (event.repeat || (wasEnter && !isSettled())) event.preventDefault()
      wasEnter = true
    },
    // Whoever clicks once, and once again where the next button came, has the same `detail` of one each time.
    onClickCapture: (event) => {
      if (event.detail > 1 && !isSettled()) event.preventDefault()
    },
  }
}
