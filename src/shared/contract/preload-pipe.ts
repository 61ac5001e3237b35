import type { ToHub } from './wire.ts'

/** What the preload gives the page as `window.boxOffice`. Frames are checked on both sides. */
export interface BoxOfficePipe {
  /** Once, when the page is ready to hear. */
  open(listener: (frame: unknown) => void): void
  send(frame: ToHub): void
}
