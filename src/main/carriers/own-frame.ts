/** What of a frame says whose it is; Electron's WebFrameMain has more. */
export interface Frame {
  readonly url: string
}

/**
 * Whether the frame that spoke is the main frame of our own page. No frame inside it, no page of another origin (a name that
 * only begins like ours is another), no frame that is gone already.
 */
export function isOwnFrame(speaking: Frame | null, main: Frame, origin: string): boolean {
  return speaking !== null && speaking === main && speaking.url.startsWith(`${origin}/`)
}
