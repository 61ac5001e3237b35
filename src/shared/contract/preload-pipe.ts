import type { DeskWord } from './desk-place.ts'
import type { ToHub } from './wire.ts'

/** What the preload gives the page as `window.boxOffice`. Frames are checked on both sides. */
export interface BoxOfficePipe {
  /** Once, when the page is ready to hear. */
  open(listener: (frame: unknown) => void): void
  send(frame: ToHub): void
}

/** As `window.guichetWindow`: the window around the page. Checked on both sides as well. */
export interface WindowPipe {
  /** Where the menu or a link leads. */
  onPlace(listener: (place: unknown) => void): void
  /** What the page speaks and looks like; said first, it says too that the page can be led. */
  say(word: DeskWord): void
}
