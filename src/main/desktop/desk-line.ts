// The window's line to the seller's page: where to go, and what the page reports of itself. Owns that a place waits until the page can be
// led there; must never hear another frame, nor send anything but places of the contract.

import type { WebContents } from 'electron'
import { type DeskPlace, type DeskWord, deskWord } from '../../shared/contract/desk-place.ts'
import { DESK_GO, DESK_WORD } from '../../shared/contract/ipc-channel.ts'
import { isOwnFrame } from '../carriers/own-frame.ts'

export interface DeskLineParts {
  readonly contents: Pick<WebContents, 'ipc' | 'mainFrame' | 'send'>
  readonly origin: string
  readonly onWord: (word: DeskWord) => void
}

export class DeskLine {
  readonly #parts: DeskLineParts
  #isHeard = false
  #waiting: DeskPlace | null = null

  constructor(parts: DeskLineParts) {
    this.#parts = parts
    const { contents, origin, onWord } = parts
    contents.ipc.on(DESK_WORD, ({ senderFrame }, word: unknown) => {
      const read = deskWord.safeParse(word)
      if (!isOwnFrame(senderFrame, contents.mainFrame, origin) || !read.success) return
      onWord(read.data)
      this.#isHeard = true
      if (this.#waiting) this.go(this.#waiting)
    })
  }

  /** The newest place counts: whoever opened two links meant the second. */
  go(place: DeskPlace): void {
    this.#waiting = this.#isHeard ? null : place
    if (this.#isHeard) this.#parts.contents.send(DESK_GO, place)
  }

  /** Its page is gone: the next one reports when it can be led. */
  lost(): void {
    this.#isHeard = false
  }
}
