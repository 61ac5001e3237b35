// [S5] The kiosks of the LAN as screens see them: which may join, which are connected. Owns the joining of the house's rows with
// the port that knows who is connected; must never let anybody in by itself.

import type { Refusal } from '../../shared/domain/refusal.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { News } from '../../shared/contract/topics.ts'
import type { JournalEntry } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import { kioskEntries } from './kiosk-rows.ts'
import type { JournalFeed } from './journal-feed.ts'
import { type KioskNet, neverSeen } from './ports.ts'

type Listener = (news: News) => void

const notShared: Refusal = { code: 'INVALID_INPUT', field: 'lan', problem: 'not-set-up', detail: '' }

interface Parts {
  readonly store: Store
  readonly kioskNet: KioskNet | null
  readonly feed: Pick<JournalFeed, 'reachedBy' | 'watch'>
  readonly journal: { readonly head: { readonly sequence: number } }
  readonly nowMs: () => number
}

export class KioskDesk {
  readonly #parts: Parts
  readonly #listeners = new Set<Listener>()

  constructor(parts: Parts) {
    this.#parts = parts
    parts.kioskNet?.watch(() => this.#tell())
    parts.feed.watch(() => this.#tell())
  }

  /** Tells only that something changed; the screen then asks what. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    listener({ kind: 'kiosks' })
    return () => this.#listeners.delete(listener)
  }

  /** After a commit: a kiosk that was let in is told, one that was shut out is disconnected. */
  follow(recorded: readonly JournalEntry[]): void {
    const isAboutKiosks = recorded.some(
      ({ event }) => event.type === 'entry-saved' && event.entry.kind === 'kiosk',
    )
    if (!isAboutKiosks) return
    this.#parts.kioskNet?.follow(kioskEntries(this.#parts.store))
    this.#tell()
  }

  names(): Output<'house'>['kiosks'] {
    return kioskEntries(this.#parts.store).map(({ kioskId, name }) => ({ kioskId, name }))
  }

  rows(): Output<'kiosks'> {
    const { kioskNet } = this.#parts
    return {
      lan: kioskNet?.state() ?? null,
      joining: kioskNet?.joining() ?? null,
      offerUntilMs: kioskNet?.offerUntilMs() ?? null,
      waiting: kioskNet?.waiting() ?? null,
      kiosks: kioskEntries(this.#parts.store).map(({ kind: _kind, ...entry }) => ({
        ...entry,
        ...(kioskNet?.presence(entry.kioskId) ?? neverSeen),
        copyBehind: this.#copyBehind(entry.kioskId),
      })),
    }
  }

  #copyBehind(kioskId: KioskId): number | null {
    const { feed, journal } = this.#parts
    const reached = feed.reachedBy(kioskId)
    return reached === null ? null : journal.head.sequence - reached
  }

  share(isShared: boolean): Output<'share-house'> | Refusal {
    return this.#withNet((net) => {
      net.share(isShared)
      return { isShared }
    })
  }

  /** A house that is shared with other kiosks must not leave them by joining another hub. */
  join({ pairingCode: code, ...request }: Input<'join-hub'>): Output<'join-hub'> | Refusal {
    return this.#withNet((net) => {
      if (net.state().kind !== 'closed')
        return { code: 'INVALID_INPUT', field: 'lan', problem: 'taken', detail: '' }
      net.join({ ...request, code })
      return { isAsked: true }
    })
  }

  found(): Output<'find-hubs'> {
    return { hubs: [...(this.#parts.kioskNet?.found() ?? [])] }
  }

  offer(): Output<'offer-pairing'> | Refusal {
    return this.#withNet((net) => {
      if (net.state().kind !== 'open') return notShared
      const { code, untilMs } = net.offer(this.#parts.nowMs())
      return { pairingCode: code, untilMs }
    })
  }

  withdraw(): Output<'withdraw-pairing'> | Refusal {
    return this.#withNet((net) => {
      net.withdraw()
      return { isOffered: false }
    })
  }

  #withNet<Result>(work: (net: KioskNet) => Result | Refusal): Result | Refusal {
    const { kioskNet } = this.#parts
    return kioskNet ? work(kioskNet) : notShared
  }

  #tell(): void {
    for (const listener of this.#listeners) listener({ kind: 'kiosks' })
  }
}
