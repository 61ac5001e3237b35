interface Asked {
  readonly permission: string
  /** `audio` and `video`: what is asked for at once. */
  readonly kinds: readonly string[]
  /** Of the page that asks; null: none that is known. */
  readonly address: string | null
}

/** The one permission there is: the picture of a camera, for the gate's screen, and never with its microphone. */
export function isGatesCamera(origin: string, { permission, kinds, address }: Asked): boolean {
  const isPicture = permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'video')
  return isPicture && address === `${origin}/#/gate`
}
