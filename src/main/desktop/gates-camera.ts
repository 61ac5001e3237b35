interface Asked {
  readonly permission: string
  /** `audio` and `video`: what is asked for together. */
  readonly kinds: readonly string[]
  /** The address of the page that asks; null: unknown. */
  readonly address: string | null
}

/** The only permission there is: a camera's picture, for the gate's screen, and never its microphone. */
export function isGatesCamera(origin: string, { permission, kinds, address }: Asked): boolean {
  const isPicture = permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'video')
  return isPicture && address === `${origin}/#/gate`
}
