// The topics that a kiosk follows, delivered only while somebody is signed in there. Owns the pause, and the restart with a whole
// picture; must never decide who is signed in.

import type { KioskId } from '../../shared/domain/ids.ts'
import type { News, Topic } from '../../shared/contract/topics.ts'

export type Subscribe = (topic: Topic, kioskId: KioskId, listener: (news: News) => void) => () => void

interface Following {
  readonly topic: Topic
  readonly listener: (news: News) => void
  readonly isIn: () => boolean
}

export class KioskTopics {
  readonly #subscribe: Subscribe
  /** The functions that restart the paused topics of each kiosk. */
  readonly #paused = new Map<KioskId, Set<() => void>>()

  constructor(subscribe: Subscribe) {
    this.#subscribe = subscribe
  }

  follow(kioskId: KioskId, { topic, listener, isIn }: Following): () => void {
    let end: (() => void) | null = null
    const begin = (from: Topic) => {
      if (end || !isIn()) return
      end = this.#subscribe(from, kioskId, (news) => (isIn() ? listener(news) : pause()))
    }
    const pause = () => {
      end?.()
      end = null
    }
    const again = () => begin(topic.kind === 'seats' ? { ...topic, afterRevision: null } : topic)
    const ofKiosk = this.#paused.get(kioskId) ?? new Set()
    this.#paused.set(kioskId, ofKiosk.add(again))
    begin(topic)
    return () => {
      pause()
      ofKiosk.delete(again)
      if (ofKiosk.size === 0) this.#paused.delete(kioskId)
    }
  }

  /** To be called when somebody signed in. */
  resume(kioskId: KioskId): void {
    for (const again of this.#paused.get(kioskId) ?? []) again()
  }
}
