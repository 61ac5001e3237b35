// The simulated hub: the real engine on a real database, the real session for each kiosk, and the carrier's part between them
// (pings, one line per kiosk) played by the same rules. Owns its lives; must never keep anything over a crash but the database.

import type Database from 'better-sqlite3'
import { CLOSED_AS } from '../../src/main/carriers/ws-server.ts'
import { Session } from '../../src/main/carriers/session.ts'
import type { Engine } from '../../src/main/engine/engine.ts'
import { SeededChance } from '../../src/main/engine/test-world.ts'
import type { RecoveryDesk } from '../../src/main/house/recovery-desk.ts'
import { answering, recoveryOf } from '../../src/main/store/house-epoch.ts'
import type { Store } from '../../src/main/store/store.ts'
import { SqliteStore } from '../../src/main/store/sqlite-store.ts'
import { KioskStarts } from '../../src/main/lan/kiosk-starts.ts'
import { decodeFrame, encodeFrame, encodeNews } from '../../src/shared/contract/codec.ts'
import type { FromHub } from '../../src/shared/contract/wire.ts'
import type { KioskId } from '../../src/shared/domain/ids.ts'
import type { Connection, End, Piece } from './cable.ts'
import { Died, type DiskPlan, FaultyStore, soundDisk } from './faulty-store.ts'
import { Life, type Machine } from './machine.ts'
import { type HubOffice, openHubOffice } from './hub-office.ts'
import type { SimKiosk } from './kiosk.ts'
import type { Tally } from '../proof.ts'

/** As `ws-server` pings, and gives up. */
const PING_EVERY_MS = 5000
const PINGS_UNANSWERED_MAX = 3
/** How long `ws` waits for the other side to close too. */
const CLOSING_MS = 30_000

interface Running {
  readonly life: Life
  readonly store: Store
  readonly office: HubOffice
  readonly screens: Set<HubEnd>
  readonly starts: KioskStarts
}

export class SimHub {
  readonly machine: Machine
  #database: Database.Database
  disk: DiskPlan = soundDisk()
  /** Kiosks for which a second machine with the same key was turned away while the house waited. */
  readonly doubled = new Set<KioskId>()
  readonly #seed: string
  readonly #tally: Tally
  #running: Running | null = null
  #lives = 0
  /** The kiosk starts with which this very start of the hub had a line. */
  #served = new Set<string>()

  constructor(machine: Machine, database: Database.Database, seed: string, tally: Tally) {
    this.machine = machine
    this.#database = database
    this.#seed = seed
    this.#tally = tally
  }

  get database(): Database.Database {
    return this.#database
  }

  /** Null: it is down, or waits for its kiosks. */
  get engine(): Engine | null {
    return this.#running?.office.engine ?? null
  }

  /** Null: it is down, or sells. */
  get recovery(): RecoveryDesk | null {
    return this.#running?.office.recovery ?? null
  }

  get isUp(): boolean {
    return this.#running !== null
  }

  boot(): void {
    if (this.#running) return
    const life = new Life(this.machine)
    this.#lives += 1
    this.#served = new Set()
    this.disk = soundDisk()
    const parts = {
      life,
      plan: this.disk,
      onFault: (what: string) => this.#note(what),
      die: () => this.crash(false),
    }
    const store = new FaultyStore({ ...parts, inner: new SqliteStore(this.#database) })
    const office = openHubOffice({
      store,
      life,
      chance: new SeededChance(`${this.#seed} hub ${this.#lives}`),
      beginAnew: () => {
        this.crash(false)
        this.boot()
      },
    })
    this.#running = { life, store, office, screens: new Set(), starts: new KioskStarts() }
    this.machine.world.say(office.recovery ? 'hub starts, and waits for its kiosks' : 'hub starts')
    this.#beat(this.#running)
  }

  /** `isSilent`: nobody is told, as when a machine loses power. */
  crash(isSilent: boolean): void {
    const running = this.#running
    if (!running) return
    this.#running = null
    running.life.end()
    this.machine.world.say('hub is gone')
    for (const screen of running.screens) screen.vanish(isSilent)
  }

  /** Replaces the files of its house; returns those that were there. */
  putInPlace(database: Database.Database): Database.Database {
    this.crash(false)
    const before = this.#database
    this.#database = database
    return before
  }

  knock(kiosk: SimKiosk, connection: Connection): void {
    const { start } = kiosk
    this.machine.whenAwake(() => {
      const running = this.#running
      if (!running) return connection.down.send({ t: 'refuse', isOther: false })
      if (!running.starts.admits(kiosk.kioskId, start)) {
        this.#note('a second machine with one key was refused')
        this.#noteSecond(kiosk.kioskId)
        return connection.down.send({ t: 'refuse', isOther: true })
      }
      this.#look(kiosk, start, running)
      for (const other of running.screens) if (other.kioskId === kiosk.kioskId) other.replace()
      connection.down.send({ t: 'open' })
      running.screens.add(new HubEnd(kiosk.kioskId, start, connection, running))
    })
  }

  #noteSecond(kioskId: KioskId): void {
    this.recovery?.noteSecond(kioskId)
    if (recoveryOf(new SqliteStore(this.#database))?.doubled?.includes(kioskId) === true)
      this.doubled.add(kioskId)
  }

  /** [SYNC 4.7] A kiosk start that had the line before is not new: it must not take the line from another machine that has it now. */
  #look({ kioskId, name }: SimKiosk, start: string, { screens }: Running): void {
    const isOld = this.#served.has(start)
    this.#served.add(start)
    for (const other of screens)
      if (isOld && other.kioskId === kioskId && other.start !== start && !other.isClosing)
        this.#tally.violate(`SYNC 4.7 ${name} took its line back from another machine with its key`)
  }

  #beat(running: Running): void {
    running.life.at(running.life.nowMs() + PING_EVERY_MS, () => {
      for (const screen of running.screens) screen.ping()
      this.#beat(running)
    })
  }

  #note(what: string): void {
    this.#tally.count(what)
    this.machine.world.say(what)
  }
}

/** One connection, seen from the hub. */
class HubEnd implements End {
  readonly kioskId: KioskId
  readonly start: string
  readonly #leave: () => void
  readonly #connection: Connection
  readonly #running: Running
  readonly #session: Session
  #misses = 0
  #isClosing = false

  constructor(kioskId: KioskId, start: string, connection: Connection, running: Running) {
    this.kioskId = kioskId
    this.start = start
    this.#leave = running.starts.arrive(kioskId, start)
    this.#connection = connection
    this.#running = running
    connection.hub = this
    const { office, life } = running
    this.#session = new Session({
      boxOffice: office.boxOfficeOf(kioskId),
      send: (frame) => this.#send(frame),
      nowMs: () => office.nowMs(),
      house: () => answering(running.store, office.recovery !== null),
      elapsedMs: () => life.elapsedMs(),
      onForeignFrame: () => this.close(1008),
      onFault: () => this.close(1011),
    })
  }

  get isClosing(): boolean {
    return this.#isClosing
  }

  hear(piece: Piece): void {
    const { life } = this.#running
    life.machine.whenAwake(() => {
      if (life.isOver || this.#connection.hub !== this) return
      if (piece.t === 'pong') this.#misses = 0
      if (piece.t === 'close') this.#gone()
      if (piece.t === 'frame') this.#receive(piece.bytes)
    })
  }

  ended(): void {
    this.#running.life.machine.whenAwake(() => this.#gone())
  }

  ping(): void {
    this.#misses += 1
    if (this.#misses <= PINGS_UNANSWERED_MAX) return this.#connection.down.send({ t: 'ping' })
    this.vanish(false)
    this.#gone()
  }

  replace(): void {
    this.close(CLOSED_AS.replaced)
  }

  /** Properly: what is under way is still received. */
  close(code: number): void {
    if (this.#isClosing) return
    this.#isClosing = true
    this.#connection.down.send({ t: 'close', code })
    const { life } = this.#running
    life.at(life.nowMs() + CLOSING_MS, () => this.#gone())
  }

  /** The process is gone, or cuts the line. */
  vanish(isSilent: boolean): void {
    if (!isSilent) this.#connection.down.send(null)
  }

  #receive(bytes: string | Uint8Array): void {
    try {
      this.#session.receive(decodeFrame(bytes))
    } catch (error) {
      if (!(error instanceof Died)) throw error
    }
  }

  #send(frame: FromHub): void {
    if (this.#running.life.isOver || this.#isClosing) return
    const bytes = frame.t === 'news' ? encodeNews(frame) : encodeFrame(frame)
    this.#connection.down.send({ t: 'frame', bytes })
  }

  #gone(): void {
    if (this.#connection.hub !== this) return
    this.#connection.hub = null
    this.#leave()
    this.#running.screens.delete(this)
    if (!this.#running.life.isOver) this.#session.close()
  }
}
