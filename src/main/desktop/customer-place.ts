// Where the customer's window stands, whatever displays there are now. Owns the choice alone; the window's owner moves it.

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Part of Electron's Display. */
export interface Shown {
  readonly id: number
  readonly bounds: Rectangle
}

export type CustomerPlace =
  | { readonly kind: 'all-of'; readonly bounds: Rectangle }
  /** There is one display: an ordinary window, which the seller puts where there is room. */
  | { readonly kind: 'beside' }
  /** [A7] On a locked screen nothing may lie over the seller's window, as nobody could move it away. */
  | { readonly kind: 'nowhere' }

export function customerPlace(
  displays: readonly Shown[],
  primaryId: number,
  isLocked: boolean,
): CustomerPlace {
  const second = displays.find(({ id }) => id !== primaryId)
  if (second) return { kind: 'all-of', bounds: second.bounds }
  return { kind: isLocked ? 'nowhere' : 'beside' }
}
