// [S5] A house on its LAN: whether it listens, who may join, who is connected. Owns that state and that it is remembered over a restart;
// who is let in is a row of the house, which a manager writes.

import { hostname } from 'node:os'
import type { Membership } from '../../shared/contract/network.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { PairingRefusal } from '../../shared/contract/pairing.ts'
import type { KioskEntry } from '../../shared/domain/catalogue.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import {
  type Chance,
  type Clock,
  type FoundHub,
  type KioskNet,
  type Log,
  type NetState,
  type Presence,
  type Scheduler,
  neverSeen,
} from '../engine/ports.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { LanPlace } from '../house/option-places.ts'
import { outwardAddress } from '../house/outward-address.ts'
import { type HubFinder, type Told, hubsAmong } from './hub-finder.ts'
import type { SecretShelf } from '../house/secret-shelf.ts'
import { type Pin, openIdentity } from './identity.ts'
import { type JoinRequest, joinHub } from './join-hub.ts'
import { type Arrival, type LanListener, type SocketRefusal, listenOnLan } from './lan-listener.ts'
import { PairingDoor } from './pairing-door.ts'
import { PairingOffer } from './pairing-offer.ts'
import type { SharedHouse } from './shared-house.ts'

export interface HouseLanParts {
  readonly keys: string
  readonly shelf?: SecretShelf
  readonly place: LanPlace
  readonly clock: Clock
  readonly chance: Chance
  readonly scheduler: Scheduler
  readonly log: Log
  readonly kiosksMax: number
  /** Whether it listened when it was last open, or the start options say that it must. */
  readonly wasShared: boolean
  readonly remember: (isShared: boolean) => void
  /** [S3] This machine belongs to that hub from now on: the caller opens it again. */
  readonly onJoined: (membership: Membership) => void
  /** [S5] Null: hubs are not looked for, and this one does not announce itself. */
  readonly finder: HubFinder | null
}

/** A screen that looks for a hub asks every few seconds; one that stopped asking has found it, or is gone. */
const LOOK_MS = 30 * SECOND_MS

type Joining = NonNullable<Output<'kiosks'>['joining']>

export class HouseLan implements KioskNet {
  readonly #parts: HouseLanParts
  readonly #offer: PairingOffer
  readonly #listeners = new Set<() => void>()
  readonly #present = new Map<KioskId, Presence>()
  readonly #refused = new Map<string, number>()
  /** When a refusal for this reason was logged last. */
  readonly #loggedAtMs = new Map<string, number>()
  #kiosks: ReadonlyMap<string, KioskEntry> = new Map()
  #house: SharedHouse | null = null
  #state: NetState = { kind: 'closed' }
  #open: { readonly listener: LanListener; readonly door: PairingDoor } | null = null
  #offerUntilMs: number | null = null
  #joining: Joining | null = null
  #hush: () => void = () => {}
  #looking: { readonly end: () => void; callOff: () => void } | null = null
  #told: readonly Told[] = []
  /** Openings and closings run one after the other. */
  #turn: Promise<void> = Promise.resolve()

  constructor(parts: HouseLanParts) {
    this.#parts = parts
    this.#offer = new PairingOffer(parts.chance, () => parts.clock.elapsedMs())
  }

  /** The house is open: what was requested before begins now. */
  begin(house: SharedHouse): void {
    this.#house = house
    this.#learn(house.kiosks)
    if (this.#parts.wasShared) this.#next(() => this.#listen(house))
  }

  state(): NetState {
    return this.#state
  }

  share(isShared: boolean): void {
    const house = this.#house
    if (!house) return
    this.#parts.remember(isShared)
    this.#next(() => (isShared ? this.#listen(house) : this.#close()))
  }

  offer(nowMs: number): { readonly code: string; readonly untilMs: number } {
    this.withdraw()
    const offer = this.#offer.open(nowMs)
    this.#offerUntilMs = offer.untilMs
    this.#tell()
    return offer
  }

  offerUntilMs(): number | null {
    return this.#offer.isOpen ? this.#offerUntilMs : null
  }

  waiting() {
    return this.#offer.waiting
  }

  withdraw(): void {
    this.#offer.close()
    this.#open?.door.decline()
    this.#tell()
  }

  join(request: JoinRequest): void {
    this.#joining = { host: request.host, pin: null, step: 'asking', problem: null }
    this.#tell()
    void this.#join(request).catch((error: unknown) => {
      this.#parts.log.error({ error: String(error) }, 'this machine could not ask to join')
      this.#hasAsked('refused', 'unreachable')
    })
  }

  joining() {
    return this.#joining
  }

  /** Starts looking, and goes on until nobody has asked for a while. */
  found(): readonly FoundHub[] {
    const { finder, clock, scheduler } = this.#parts
    const end = this.#looking?.end ?? finder?.look((told) => (this.#told = told)) ?? (() => {})
    this.#looking?.callOff()
    this.#looking = { end, callOff: scheduler.at(clock.nowMs() + LOOK_MS, () => this.#lookNoMore()) }
    return hubsAmong(this.#told, this.#state.kind === 'open' ? this.#state.pin : null)
  }

  #lookNoMore(): void {
    this.#looking?.callOff()
    this.#looking?.end()
    this.#looking = null
    this.#told = []
  }

  /** Number of refusals by reason, since this start. */
  get refused(): ReadonlyMap<string, number> {
    return this.#refused
  }

  get connected(): number {
    return [...this.#present.values()].filter(({ live }) => live !== null).length
  }

  presence(kioskId: KioskId): Presence {
    return this.#present.get(kioskId) ?? neverSeen
  }

  watch(listener: () => void): void {
    this.#listeners.add(listener)
  }

  follow(kiosks: readonly KioskEntry[]): void {
    this.#learn(kiosks)
    for (const { kioskId, pin, active } of kiosks) {
      if (active) this.#open?.door.admit(pin, kioskId)
      else this.#open?.listener.shutOut(kioskId)
    }
  }

  /** Waits until the port is free. */
  close(): Promise<void> {
    // The house is closed by the time the doors are: a listener that is told could ask it nothing.
    this.#listeners.clear()
    this.#lookNoMore()
    this.#next(() => this.#close())
    return this.#turn
  }

  /** Resolves when everything begun so far is done: for callers that need the address. */
  settled(): Promise<void> {
    return this.#turn
  }

  #next(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch((error: unknown) => {
      this.#parts.log.error({ error: String(error) }, 'the LAN could not be served')
      this.#become({ kind: 'failed', detail: String(error) })
    })
  }

  async #join(request: JoinRequest): Promise<void> {
    const { keys, shelf, onJoined } = this.#parts
    const identity = await openIdentity(keys, shelf)
    const joined = await joinHub(request, identity, () => this.#hasAsked('waiting', null, identity.pin))
    if (joined.kind === 'refused') return this.#hasAsked('refused', joined.problem)
    this.#hasAsked('joined', null)
    onJoined(joined.membership)
  }

  #hasAsked(step: Joining['step'], problem: Joining['problem'], pin: Pin | null = null): void {
    if (this.#joining) this.#joining = { ...this.#joining, step, problem, pin }
    this.#tell()
  }

  async #listen(house: SharedHouse): Promise<void> {
    if (this.#open) return
    const { keys, shelf, place, clock, log, kiosksMax } = this.#parts
    const onRefused = (reason: SocketRefusal | PairingRefusal) => this.#refuse(reason)
    this.#become({ kind: 'opening' })
    const host = place.host ?? outwardAddress()
    const identity = await openIdentity(keys, shelf)
    const door = new PairingDoor({
      offer: this.#offer,
      hubPin: identity.pin,
      onChange: () => this.#tell(),
      onRefused,
    })
    const listener = await listenOnLan({
      ...house,
      host,
      port: place.port,
      identity,
      pairing: door,
      kioskOf: (pin) => this.#kiosks.get(pin),
      onArrival: (arrival) => this.#arrive(arrival),
      onSecond: ({ kioskId, address }) => {
        this.#see(kioskId, { second: { atMs: house.nowMs(), address } })
        house.onSecond?.(kioskId)
      },
      onRefused,
      elapsedMs: () => clock.elapsedMs(),
      log,
      kiosksMax,
    })
    this.#open = { listener, door }
    log.info({ address: `${host}:${listener.port}` }, 'kiosks of the LAN may join')
    this.#become({ kind: 'open', addresses: [`${host}:${listener.port}`], pin: identity.pin })
    const { finder } = this.#parts
    this.#hush =
      finder?.announce({ name: hostname(), host, port: listener.port, pin: identity.pin }) ?? (() => {})
  }

  async #close(): Promise<void> {
    const open = this.#open
    if (!open) return
    this.withdraw()
    this.#hush()
    this.#hush = () => {}
    this.#open = null
    await open.listener.close()
    this.#become({ kind: 'closed' })
  }

  /**
   * [SYNC 5.7] Counted, so that monitoring of the hub sees an attempt that nobody reports. Logged once a second at most: whoever knocks
   * all night must not fill the disk.
   */
  #refuse(reason: SocketRefusal | PairingRefusal): void {
    this.#refused.set(reason, (this.#refused.get(reason) ?? 0) + 1)
    const nowMs = this.#parts.clock.elapsedMs()
    if (nowMs - (this.#loggedAtMs.get(reason) ?? -SECOND_MS) < SECOND_MS) return
    this.#loggedAtMs.set(reason, nowMs)
    this.#parts.log.info({ reason }, 'a kiosk was refused')
  }

  #arrive({ kioskId, version, address }: Arrival): () => void {
    const nowMs = () => this.#house?.nowMs() ?? 0
    const live = { sinceMs: nowMs(), version, address }
    this.#see(kioskId, { live, lastSeenAtMs: live.sinceMs })
    return () => {
      // A newer connection of the kiosk may be open by now.
      if (this.presence(kioskId).live === live) this.#see(kioskId, { live: null, lastSeenAtMs: nowMs() })
    }
  }

  #see(kioskId: KioskId, now: Partial<Presence>): void {
    this.#present.set(kioskId, { ...this.presence(kioskId), ...now })
    this.#tell()
  }

  #learn(kiosks: readonly KioskEntry[]): void {
    this.#kiosks = new Map(kiosks.map((kiosk) => [kiosk.pin, kiosk]))
  }

  #become(state: NetState): void {
    this.#state = state
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
