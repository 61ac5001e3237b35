// A simulated kiosk of the LAN: the real way to the hub, the real box office of a joined kiosk, the real file of what it asked, a screen
// and somebody who sells at it. Owns its lives; must never keep anything over a crash but that file and its copy of the house.

import Database from 'better-sqlite3'
import { JoinedOffice } from '../../src/main/lan/joined-office.ts'
import { type Dial, HubPipe, type LineEvents } from '../../src/main/lan/hub-pipe.ts'
import { CutOff } from '../../src/main/lan/cut-off.ts'
import { LinkNews } from '../../src/main/lan/link-news.ts'
import { MirrorLine, type MirrorLineParts } from '../../src/main/mirror/mirror-line.ts'
import { MirrorOffice } from '../../src/main/mirror/mirror-office.ts'
import { SqliteStore } from '../../src/main/store/sqlite-store.ts'
import { CLOSED_AS } from '../../src/main/carriers/ws-server.ts'
import type { Log } from '../../src/main/engine/ports.ts'
import { SeededChance } from '../../src/main/engine/test-world.ts'
import { decodeFrame } from '../../src/shared/contract/codec.ts'
import { staffCommands } from '../../src/shared/contract/staff-operations.ts'
import type { CommandId, KioskId } from '../../src/shared/domain/ids.ts'
import { KeptCommands } from '../../src/main/store/kept-commands.ts'
import type { ToHub } from '../../src/shared/contract/wire.ts'
import type { Tally } from '../proof.ts'
import { Cable, type Connection, type End, type Piece } from './cable.ts'
import { FaultyKept, type KeptPlan, soundKept } from './faulty-kept.ts'
import { type DiskPlan, FaultyStore, soundDisk } from './faulty-store.ts'
import { openEmptyImage } from './house-image.ts'
import { Life, type Machine } from './machine.ts'
import { Screen } from './screen.ts'

const quiet: Log = { error: () => {}, info: () => {}, debug: () => {} }

export interface KioskLife {
  readonly life: Life
  readonly office: JoinedOffice
  readonly kept: FaultyKept
  readonly screen: Screen
  readonly mirror: MirrorLine
}

/** What is on its disk. */
export interface KioskFiles {
  readonly kept: Buffer
  readonly copy: Buffer
}

interface Parts {
  readonly name: string
  readonly kioskId: KioskId
  /** The files of another machine that it was copied from; null: none. */
  readonly files: KioskFiles | null
  readonly machine: Machine
  readonly cable: Cable
  readonly seed: string
  readonly tally: Tally
  /** [I28] Whether the house itself has gone back. */
  readonly mayGoBack: () => boolean
}

export class SimKiosk {
  readonly name: string
  readonly machine: Machine
  readonly cable: Cable
  readonly kioskId: KioskId
  readonly #parts: Parts
  readonly #database: Database.Database
  disk: KeptPlan = soundKept()
  mirrorDisk: DiskPlan = soundDisk()
  #copy: Database.Database
  now: KioskLife | null = null
  #line: KioskEnd | null = null
  #lives = 0

  constructor(parts: Parts) {
    this.name = parts.name
    this.machine = parts.machine
    this.cable = parts.cable
    this.kioskId = parts.kioskId
    this.#parts = parts
    this.#database = new Database(parts.files?.kept ?? ':memory:')
    this.#copy = parts.files ? new Database(parts.files.copy) : openEmptyImage()
  }

  /** Its folder as it is copied, key and all. */
  files(): KioskFiles {
    return { kept: this.#database.serialize(), copy: this.#copy.serialize() }
  }

  /** Commands without an answer, according to its file. */
  open(): readonly CommandId[] {
    return new KeptCommands(this.#database).open().map(({ commandId }) => commandId)
  }

  /** Commands by which something was sold, according to its file. */
  sold(): ReadonlySet<CommandId> {
    const rows = this.#database.prepare<[], CommandId>('SELECT command_id FROM command WHERE sold_at_ms > 0')
    return new Set(rows.pluck().all())
  }

  /** Its name for this start of its program. */
  get start(): string {
    return `${this.name} ${this.#lives}`
  }

  get isUp(): boolean {
    return this.now !== null
  }

  boot(): KioskLife {
    if (this.now) return this.now
    const life = new Life(this.machine)
    this.#lives += 1
    this.disk = soundKept()
    this.mirrorDisk = soundDisk()
    const chance = new SeededChance(`${this.#parts.seed} ${this.name} ${this.#lives}`)
    const kept = new FaultyKept({
      database: this.#database,
      life,
      plan: this.disk,
      onFault: (what) => this.#note(what),
      die: () => this.crash(false),
    })
    this.machine.world.say(`${this.name} starts, ${kept.open().length} open`)
    const link = new LinkNews('hub')
    const parts = { clock: life, scheduler: life, chance }
    const pipe = new HubPipe({ ...parts, dial: this.#dial(life), onTrouble: (problem) => link.fail(problem) })
    const world = { ...parts, log: quiet }
    const mirror = this.#mirrorOf(life, world)
    const cutOff = new CutOff(new MirrorOffice({ ...world, openStore: () => this.#copyStore(life) }))
    const office = new JoinedOffice({ ...world, pipe, kept, link, mirror, cutOff })
    const screen = new Screen(office, (what) => {
      if (!this.#parts.mayGoBack()) this.#parts.tally.violate(`I28 ${this.name}: ${what}`)
    })
    this.now = { life, office, kept, screen, mirror }
    return this.now
  }

  /** `isSilent`: the hub is not told, as when a machine loses power. */
  crash(isSilent: boolean): void {
    if (!this.now) return
    this.machine.world.say(`${this.name} is gone`)
    this.now.life.end()
    this.now = null
    this.#line?.vanish(isSilent)
    this.#line = null
  }

  close(): void {
    this.#database.close()
    this.#copy.close()
  }

  /** The kiosk's own copy of the house. */
  get copy(): Database.Database {
    return this.#copy
  }

  #mirrorOf(life: Life, world: Omit<MirrorLineParts, 'openStore' | 'setAside' | 'onProgress'>): MirrorLine {
    return new MirrorLine({
      ...world,
      onProgress: () => {},
      openStore: () => this.#copyStore(life),
      setAside: () => {
        this.#note('copy set aside')
        this.#copy = openEmptyImage()
      },
    })
  }

  #copyStore(life: Life): FaultyStore {
    return new FaultyStore({
      inner: new SqliteStore(this.#copy),
      life,
      plan: this.mirrorDisk,
      onFault: (what) => this.#note(what.replace('hub', 'copy')),
      die: () => this.crash(false),
    })
  }

  #dial(life: Life): Dial {
    return (events) => {
      const line = new KioskEnd(life, events, (text) => this.#see(text))
      line.begin(this.cable)
      this.#line = line
      return line
    }
  }

  /** [SYNC 5.2] Whatever is sent must have been written down before. */
  #see(text: string): void {
    const frame = JSON.parse(text) as ToHub
    if (frame.t !== 'call' || frame.commandId === null || Object.hasOwn(staffCommands, frame.name)) return
    const row = this.#database.prepare('SELECT 1 FROM command WHERE command_id = ?').get(frame.commandId)
    if (!row) this.#parts.tally.violate(`SYNC 5.2 ${frame.commandId} was sent before it was written down`)
  }

  #note(what: string): void {
    this.#parts.tally.count(what)
    this.machine.world.say(`${this.name}: ${what}`)
  }
}

/** One connection, seen from the kiosk. */
class KioskEnd implements End {
  readonly #life: Life
  readonly #events: LineEvents
  readonly #see: (text: string) => void
  #connection: Connection | null = null
  #isOpen = false
  #isOver = false

  constructor(life: Life, events: LineEvents, see: (text: string) => void) {
    this.#life = life
    this.#events = events
    this.#see = see
  }

  begin(cable: Cable): void {
    this.#connection = cable.connect(this, () => {
      if (!this.#isOpen) this.#end('unreachable')
    })
  }

  send(text: string): void {
    this.#see(text)
    this.#life.machine.world.trace.bytes(text)
    this.#connection?.up.send({ t: 'frame', bytes: text })
  }

  /** The side that ends it also hears of the end, a moment later. */
  end(): void {
    this.vanish(false)
    this.#life.soon(() => this.#end('unreachable'))
  }

  vanish(isSilent: boolean): void {
    if (!isSilent) this.#connection?.up.send(null)
    if (this.#connection) this.#connection.kiosk = null
  }

  hear(piece: Piece): void {
    this.#awake(() => this.#take(piece))
  }

  ended(): void {
    this.#end('unreachable')
  }

  #take(piece: Piece): void {
    if (piece.t === 'refuse') return this.#end(piece.isOther ? 'replaced' : 'unreachable')
    if (piece.t === 'close') {
      this.#connection?.up.send(piece)
      return this.#end(piece.code === CLOSED_AS.replaced ? 'replaced' : 'unreachable')
    }
    if (piece.t === 'open') {
      this.#isOpen = true
      this.#events.onOpen()
    }
    if (piece.t === 'ping') {
      this.#connection?.up.send({ t: 'pong' })
      this.#events.onPulse()
    }
    if (piece.t !== 'frame') return
    this.#life.machine.world.trace.bytes(
      typeof piece.bytes === 'string' ? piece.bytes : Buffer.from(piece.bytes).toString('hex'),
    )
    this.#events.onFrame(decodeFrame(piece.bytes))
  }

  #end(reason: Parameters<LineEvents['onEnd']>[0]): void {
    this.#awake(() => {
      this.#isOver = true
      if (this.#connection) this.#connection.kiosk = null
      this.#events.onEnd(reason)
    })
  }

  #awake(work: () => void): void {
    this.#life.machine.whenAwake(() => {
      if (!this.#life.isOver && !this.#isOver) work()
    })
  }
}
