// What the house knows of its disk: whether there is room, and whether it can be trusted. Owns who is told of it; must never
// touch a disk itself (commits and `noteRoom` report its state).

import type { News } from '../../shared/contract/topics.ts'
import { StorageFault } from '../store/store.ts'

type DiskNews = Extract<News, { kind: 'disk' }>
type DiskState = DiskNews['state']

/** [V10] A day of sales is some MB: half a GiB leaves days to make room before anything is refused. */
const ROOM_LOW_BYTES = 500 * 1024 * 1024

export class DiskHealth {
  readonly #listeners = new Set<(news: DiskNews) => void>()
  #isLow = false
  #isFull = false
  #isLost = false
  #told: DiskState = 'sound'

  /** The worst state that is known. */
  get state(): DiskState {
    if (this.#isLost) return 'failed'
    if (this.#isFull) return 'full'
    return this.#isLow ? 'low' : 'sound'
  }

  /** [V4c] A commit was not confirmed: for this process the disk can no longer be trusted, whatever it reports later. */
  get isLost(): boolean {
    return this.#isLost
  }

  lost(): StorageFault {
    return new StorageFault('the disk did not confirm a commit: nothing is sold until a new start', {
      trouble: 'unconfirmed',
    })
  }

  /** After each attempt to commit; `error`: what undid it, if anything did. */
  tried(error: unknown): void {
    const trouble = error instanceof StorageFault ? error.trouble : null
    if (trouble === 'unconfirmed') this.#isLost = true
    // A bug says nothing about the disk.
    if (error === undefined || trouble !== null) this.#isFull = trouble === 'full'
    this.#tell()
  }

  noteRoom(freeBytes: number): boolean {
    this.#isLow = freeBytes < ROOM_LOW_BYTES
    this.#tell()
    return this.#isLow
  }

  /** The listener gets the state now and at every change. */
  subscribe(listener: (news: DiskNews) => void): () => void {
    this.#listeners.add(listener)
    listener({ kind: 'disk', state: this.state })
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    const { state } = this
    if (state === this.#told) return
    this.#told = state
    for (const listener of this.#listeners) listener({ kind: 'disk', state })
  }
}
