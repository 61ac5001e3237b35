// The simulated hub: the real engine on a real database, the real session for each kiosk, and the carrier's part between them (pings, one
// line a kiosk) played by the same rules. Owns its lives; must never keep anything over a crash but the database.

import type Database from 'better-sqlite3'
import { CLOSED_AS } from '../../src/main/carriers/ws-server.ts'
import { Session } from '../../src/main/carriers/session.ts'
import type { Engine } from '../../src/main/engine/engine.ts'
import { SeededChance } from '../../src/main/engine/test-world.ts'
import { deskActor } from '../../src/main/house/open-house.ts'
import { SqliteStore } from '../../src/main/store/sqlite-store.ts'
import { decodeFrame, encodeFrame, encodeNews } from '../../src/shared/contract/codec.ts'
import type { FromHub } from '../../src/shared/contract/wire.ts'
import type { Connection, End, Piece } from './cable.ts'
import { Died, type DiskPlan, FaultyStore, soundDisk } from './faulty-store.ts'
import { Life, type Machine } from './machine.ts'
import { simEngine } from './sim-engine.ts'
import type { Tally } from '../proof.ts'

/** As `ws-server` pings, and gives up. */
const PING_EVERY_MS = 5000
const PINGS_UNANSWERED_MAX = 3
/** As `ws` waits for the other side to close too. */
const CLOSING_MS = 30_000

interface Running {
  readonly life: Life
  readonly engine: Engine
  readonly screens: Set<HubEnd>
}

export class SimHub {
  readonly machine: Machine
  readonly database: Database.Database
  disk: DiskPlan = soundDisk()
  readonly #seed: string
  readonly #tally: Tally
  #running: Running | null = null
  #lives = 0

  constructor(machine: Machine, database: Database.Database, seed: string, tally: Tally) {
    this.machine = machine
    this.database = database
    this.#seed = seed
    this.#tally = tally
  }

  get engine(): Engine | null {
    return this.#running?.engine ?? null
  }

  get isUp(): boolean {
    return this.#running !== null
  }

  boot(): void {
    if (this.#running) return
    const life = new Life(this.machine)
    this.#lives += 1
    this.disk = soundDisk()
    const parts = {
      life,
      plan: this.disk,
      onFault: (what: string) => this.#note(what),
      die: () => this.crash(false),
    }
    const engine = simEngine({
      store: new FaultyStore({ ...parts, inner: new SqliteStore(this.database) }),
      clock: life,
      scheduler: life,
      chance: new SeededChance(`${this.#seed} hub ${this.#lives}`),
    })
    this.#running = { life, engine, screens: new Set() }
    this.machine.world.say('hub starts')
    this.#beat(this.#running)
  }

  /** `isSilent`: as a machine without power, nobody is told. */
  crash(isSilent: boolean): void {
    const running = this.#running
    if (!running) return
    this.#running = null
    running.life.end()
    this.machine.world.say('hub is gone')
    for (const screen of running.screens) screen.vanish(isSilent)
  }

  knock(kiosk: string, connection: Connection): void {
    this.machine.whenAwake(() => {
      const running = this.#running
      if (!running) return connection.down.send({ t: 'refuse' })
      for (const other of running.screens) if (other.kiosk === kiosk) other.replace()
      connection.down.send({ t: 'open' })
      running.screens.add(new HubEnd(kiosk, connection, running))
    })
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

/** One connection as the hub has it. */
class HubEnd implements End {
  readonly kiosk: string
  readonly #connection: Connection
  readonly #running: Running
  readonly #session: Session
  #misses = 0
  #isClosing = false

  constructor(kiosk: string, connection: Connection, running: Running) {
    this.kiosk = kiosk
    this.#connection = connection
    this.#running = running
    connection.hub = this
    const { engine, life } = running
    this.#session = new Session({
      boxOffice: engine.memberFor(deskActor(kiosk)),
      send: (frame) => this.#send(frame),
      nowMs: () => engine.nowMs(),
      elapsedMs: () => life.elapsedMs(),
      onForeignFrame: () => this.close(1008),
      onFault: () => this.close(1011),
    })
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

  /** In order: what is under way is still heard. */
  close(code: number): void {
    if (this.#isClosing) return
    this.#isClosing = true
    this.#connection.down.send({ t: 'close', code })
    const { life } = this.#running
    life.at(life.nowMs() + CLOSING_MS, () => this.#gone())
  }

  /** The process is gone, or cuts it off. */
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
    this.#running.screens.delete(this)
    if (!this.#running.life.isOver) this.#session.close()
  }
}
