// The keys of a page on their way to it: what the wedge says of each is done with the key itself. Owns which are held back and which were
// given out last; must never know a page, and never hears a key that no keyboard sent.

import type { Heard, TimedKey, Wedge } from './wedge.ts'

/** As the page's own event tells it. */
export interface PageKey extends Omit<TimedKey, 'atMs' | 'isRepeated'> {
  readonly timeStamp: number
  readonly repeat: boolean
  readonly isComposing: boolean
  /** False: the page made it up, as a list does that hears its field’s keys. */
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
  /** Given out last, until another key comes. */
  #given: readonly Key[] = []

  constructor(wedge: Wedge, typist: Typist<Key>) {
    this.#wedge = wedge
    this.#typist = typist
  }

  /** Null: nobody's but the page's, or a person's while an input method is still composing. */
  hear(key: Key): Heard | null {
    // What is given out comes by again, and so does each copy of it: heard once more, it would be held once more, for ever.
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
