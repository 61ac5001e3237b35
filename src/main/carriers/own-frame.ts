/** The part of a frame that identifies its page; Electron's WebFrameMain has more. */
export interface Frame {
  readonly url: string
}

/**
 * Whether the speaking frame is the main frame of our own page. False for a frame inside it, a page of another origin (one whose name
 * only begins like ours is another), and a frame that is gone already.
 */
export function isOwnFrame(speaking: Frame | null, main: Frame, origin: string): boolean {
  return speaking !== null && speaking === main && speaking.url.startsWith(`${origin}/`)
}
