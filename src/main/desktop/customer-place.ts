// Where the customer's window stands, whatever displays there are now. Owns the choice alone; who has the window moves it.

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Of Electron's Display. */
export interface Shown {
  readonly id: number
  readonly bounds: Rectangle
}

export type CustomerPlace =
  | { readonly kind: 'all-of'; readonly bounds: Rectangle }
  /** There is one display: a window as any, which the seller puts where there is room. */
  | { readonly kind: 'beside' }
  /** [A7] On a locked screen nothing may lie over the seller's window, for nobody could put it away. */
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
