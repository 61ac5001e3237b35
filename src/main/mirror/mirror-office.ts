// What a kiosk that is cut off can still show [S3]: questions answered, and screens opened, from its own copy of the house. Owns which
// questions those are; must never take a command, nor say what only the hub knows.

import type { Actor, Role } from '../../shared/domain/catalogue.ts'
import type { Input, OperationName, Output, QueryName } from '../../shared/contract/operations.ts'
import { operations } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import type { News, Topic } from '../../shared/contract/topics.ts'
import { Engine } from '../engine/engine.ts'
import {
  type Chance,
  type Clock,
  type Log,
  type PinHasher,
  type Scheduler,
  noPictures,
} from '../engine/ports.ts'
import type { Store } from '../store/store.ts'

/**
 * Questions that the rows alone answer. Not among them: the house's files, signatures of its tickets, what is only in its memory, and
 * what leads to a sale.
 */
const shown: ReadonlySet<OperationName> = new Set<QueryName>([
  'alerts',
  'audit-log',
  'booking',
  'booking-rows',
  'booking-story',
  'capacity',
  'change',
  'changes',
  'changed-rows',
  'coupon-rows',
  'customer',
  'customer-rows',
  'customers',
  'find-bookings',
  'hold-rows',
  'late-money',
  'listing-rows',
  'money-due',
  'open-carts',
  'papers',
  'plan',
  'plans',
  'prove-journal',
  'report-facts',
  'reservations',
  'seat-moments',
  'seat-rows',
  'seat-steps',
  'seat-story',
  'shift-report',
  'shifts',
  'terms-of',
  'wallet',
])
/** Topics whose first picture is in the rows; changes come when the hub is back. */
const pictured: ReadonlySet<Topic['kind']> = new Set<Topic['kind']>(['shows', 'seats', 'door', 'standby'])

/** A copy runs no timers: no hold ends in it, no change goes on, no letter is sent. */
const asleep: Scheduler = { soon: () => {}, at: () => () => {} }
const noHasher: PinHasher = { digest: () => Promise.reject(new Error('a copy has no PINs')) }

interface Parts {
  readonly openStore: () => Store
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
}

export class MirrorOffice {
  readonly #parts: Parts
  #engine: Engine | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Only the house can verify a ticket's signature. */
  canAnswer<Name extends OperationName>(name: Name, input: Input<Name>): boolean {
    const isScanned = name === 'find-bookings' && (input as Input<'find-bookings'>).text.includes('/')
    return shown.has(name) && !isScanned
  }

  async answer<Name extends OperationName>(
    actor: Actor,
    name: Name,
    input: Input<Name>,
  ): Promise<Answer<Output<Name>>> {
    const roles: readonly Role[] = operations[name].roles
    if (!roles.includes(actor.role))
      return { kind: 'refused', refusal: { code: 'NOT_ALLOWED', role: actor.role } }
    return this.#deskOf(actor).call(name, input)
  }

  /** The first picture alone; none where the screen has a newer one [I28]. */
  picture(actor: Actor, topic: Topic, listener: (news: News) => void): void {
    if (!pictured.has(topic.kind)) return
    const isNewer = (news: News) =>
      topic.kind === 'seats' && news.kind === 'snapshot' && news.revision < (topic.afterRevision ?? 0)
    this.#deskOf(actor).subscribe(topic, (news) => isNewer(news) || listener(news))()
  }

  /** The hub is back: the engine on the copy is no longer needed. */
  rest(): void {
    this.#engine?.close()
    this.#engine = null
  }

  #deskOf(actor: Actor): BoxOffice {
    this.#engine ??= this.#opened()
    return this.#engine.deskFor(actor)
  }

  #opened(): Engine {
    return new Engine({
      ...this.#parts,
      store: this.#parts.openStore(),
      scheduler: asleep,
      signer: { sign: () => '', publicKeyText: () => '' },
      pinHasher: noHasher,
      pictures: noPictures,
      terminal: null,
      printers: null,
      paperShelf: null,
      post: null,
      kioskNet: null,
      backups: null,
      updates: null,
      version: '',
      houseTerms: {},
      claims: 'in-process',
      isShared: false,
    })
  }
}
