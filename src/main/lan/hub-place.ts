// [S3] Where a kiosk's hub is: at the address it was joined by, or, when nobody answers there any more, where a hub with that very key
// announces itself. Owns looking for it; must never believe more of an announcement than where to try: the line compares the key.

import type { Membership } from '../../shared/contract/network.ts'
import type { LinkProblem } from '../../shared/contract/topics.ts'
import type { Log } from '../engine/ports.ts'
import { type HubFinder, type Told, hubsAmong } from './hub-finder.ts'
import type { HubAddress } from './pinned-socket.ts'

/** Somebody else has its address now, or nobody. */
const gone: ReadonlySet<LinkProblem> = new Set<LinkProblem>(['unreachable', 'wrong-hub'])

export interface HubPlaceParts {
  readonly membership: Pick<Membership, 'host' | 'port' | 'hubPin'>
  /** Null: this machine does not ask its network. */
  readonly finder: HubFinder | null
  /** The hub was reached there: remembered for the next start. */
  readonly keep: (address: HubAddress) => void
  readonly log: Log
}

export class HubPlace {
  readonly #parts: HubPlaceParts
  #kept: HubAddress
  #now: HubAddress
  /** Where it announces itself. */
  #told: HubAddress | null = null
  #stop: (() => void) | null = null

  constructor(parts: HubPlaceParts) {
    this.#parts = parts
    const { host, port } = parts.membership
    this.#kept = { host, port }
    this.#now = this.#kept
  }

  /** The address to try next. */
  get address(): HubAddress {
    return this.#now
  }

  /** The line failed: an announced hub with its key is tried as well, and then the old address again, in turns. */
  lost(problem: LinkProblem): void {
    if (!gone.has(problem)) return
    this.#now = this.#now === this.#kept && this.#told ? this.#told : this.#kept
    this.#stop ??= this.#parts.finder?.look((told) => this.#hear(told)) ?? null
  }

  /** The line is open, so the key was right. */
  reached(): void {
    this.close()
    if (this.#now === this.#kept) return
    this.#kept = this.#now
    this.#parts.keep(this.#kept)
    this.#parts.log.info({ ...this.#kept }, 'the hub was found at another address')
  }

  close(): void {
    this.#stop?.()
    this.#stop = null
    this.#told = null
  }

  #hear(told: readonly Told[]): void {
    const { hubPin } = this.#parts.membership
    const own = hubsAmong(told, null).find(({ key }) => hubPin.startsWith(key))
    this.#told = own ? { host: own.host, port: own.port } : null
  }
}
