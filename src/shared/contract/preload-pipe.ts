import type { DeskWord } from './desk-place.ts'
import type { ToHub } from './wire.ts'

/** `window.boxOffice`, provided by the preload. Frames are checked on both sides. */
export interface BoxOfficePipe {
  /** To be called once, when the page is ready to receive. */
  open(listener: (frame: unknown) => void): void
  send(frame: ToHub): void
}

/** `window.guichetWindow`: the window around the page. Also checked on both sides. */
export interface WindowPipe {
  /** Called when the menu or a link leads somewhere. */
  onPlace(listener: (place: unknown) => void): void
  /** The page's language and scheme; the first call also means that the page is ready for `onPlace`. */
  say(word: DeskWord): void
}
