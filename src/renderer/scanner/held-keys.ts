// The keys of a page on their way to it: applies what the wedge decides about each to the key itself. Owns which are held back and
// which were released last; must never know a page, and never handles a key that no keyboard sent.

import type { Heard, TimedKey, Wedge } from './wedge.ts'

/** As reported by the page's own event. */
export interface PageKey extends Omit<TimedKey, 'atMs' | 'isRepeated'> {
  readonly timeStamp: number
  readonly repeat: boolean
  readonly isComposing: boolean
  /** False if the page created it, as a list does that gets copies of its field’s keys. */
  readonly isTrusted: boolean
}

/** Where keys go that were held back. */
export interface Typist<Key> {
  readonly replay: (key: Key) => void
  readonly takeBack: (key: Key) => void
}

export class HeldKeys<Key extends PageKey> {
  readonly #wedge: Wedge
  readonly #typist: Typist<Key>
  #held: readonly Key[] = []
  /** Released last; kept until another key comes. */
  #given: readonly Key[] = []

  constructor(wedge: Wedge, typist: Typist<Key>) {
    this.#wedge = wedge
    this.#typist = typist
  }

  /** Null if the key is none of the scanner's business: created by the page, or typed while an input method is composing. */
  hear(key: Key): Heard | null {
    // Released keys pass by here again, and so does each copy of one: handled again, they would be held again, forever.
    if (!key.isTrusted || key.isComposing) return null
    const heard = this.#wedge.hear(timed(key))
    this.#follow(heard)
    if (heard.isTaken && this.#wedge.isHolding) this.#held = [...this.#held, key]
    return heard
  }

  pause(nowMs: number): void {
    this.#follow(this.#wedge.pause(nowMs))
  }

  #follow({ isReleased, isTakenBack }: Heard): void {
    if (isTakenBack) {
      for (const key of this.#given) this.#typist.takeBack(key)
      this.#held = this.#given
    }
    this.#given = isReleased ? this.#held : []
    if (isReleased || !this.#wedge.isHolding) this.#held = []
    for (const key of this.#given) this.#typist.replay(key)
  }
}

function timed({ code, shiftKey, ctrlKey, altKey, metaKey, timeStamp, repeat }: PageKey): TimedKey {
  return { code, shiftKey, ctrlKey, altKey, metaKey, atMs: timeStamp, isRepeated: repeat }
}
