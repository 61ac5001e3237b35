// A process whose disk fails at one sync after another: for each k a new house, an evening of sales with the k-th sync failing,
// then a restart on a good disk. Owns the evening; runs only under the recorder.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../src/main/engine/engine.ts'
import { deskActor } from '../src/main/house/open-house.ts'
import { SqliteStore } from '../src/main/store/sqlite-store.ts'
import { checkHouse, lostOf } from './checks.ts'
import { Dice } from './dice.ts'
import { digestOf } from './digest.ts'
import { lostOnDisk } from './disk-image.ts'
import { Disk, readRecord } from './disk-record.ts'
import type { SyncOrders, SyncTrial } from './failing-sync.ts'
import { furnishHall } from './hall.ts'
import { type Asked, Load } from './load.ts'
import { openOwnHouse } from './own-house.ts'
import type { Acked } from './seller-lines.ts'
import { FailingDisk } from './shim.ts'

/** Its number on Linux. */
const EIO = 5
/** Longer than an evening lasts, so that answers depend on the seed alone. */
const HOLD_MS = 60_000
const COMMANDS = 24
/** So that logs are checkpointed within the evening. */
const pragmas = ['wal_autocheckpoint = 30']
/** Far more than an evening has: a k that never ends would be a bug of the proof. */
const SYNCS_MAX = 400

const orders = JSON.parse(process.argv[2] ?? '') as SyncOrders
const record = process.env['GUICHET_RECORD'] ?? ''
const disk = new FailingDisk(orders.folder)

class Evening {
  readonly #k: number
  readonly #data: string
  readonly #file: string
  readonly #load = new Load(new Dice(orders.seed), 'evening')
  readonly #acked: Acked[] = []
  readonly #unknown: Asked[] = []
  readonly #violations: string[] = []
  #fell: SyncTrial['fell'] = 'none'
  #notRun = 0

  constructor(k: number) {
    this.#k = k
    this.#data = join(orders.folder, `evening-${k}`)
    this.#file = join(this.#data, 'house.db')
  }

  async run(): Promise<SyncTrial> {
    mkdirSync(this.#data)
    writeFileSync(record, '')
    disk.fail('s', this.#k, { errno: EIO, isForEver: orders.isForEver })
    await this.#sell()
    disk.mend()
    const answersFound = this.#lookAtDisk()
    await this.#restart()
    rmSync(this.#data, { recursive: true })
    const { isForEver } = orders
    return {
      k: this.#k,
      isForEver,
      fell: this.#fell,
      notRun: this.#notRun,
      answersFound,
      violations: this.#violations,
    }
  }

  async #sell(): Promise<void> {
    let engine: Engine
    try {
      engine = openOwnHouse(this.#file, pragmas).engine
      furnishHall(engine, { holdMs: HOLD_MS })
    } catch (error) {
      this.#fell = 'start'
      if (!disk.hasFailed) this.#violations.push(`it did not start: ${String(error)}`)
      return
    }
    if (disk.hasFailed) this.#fell = 'fold'
    for (let sent = 0; sent < COMMANDS; sent += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each commit by itself
      await this.#send(engine)
    }
    const hadFailed = disk.hasFailed
    engine.close()
    if (disk.hasFailed && !hadFailed) this.#fell = 'end'
  }

  /** A commit whose sync failed is the last thing such a house does. A failed checkpoint loses nothing: the log still has everything. */
  async #send(engine: Engine): Promise<void> {
    const asked = this.#load.next()
    const { id, kiosk, name, input } = asked
    const answer = await engine.deskFor(deskActor(kiosk)).call(name, input as never, id)
    this.#load.heard(asked, answer)
    if (answer.kind === 'fault') {
      this.#unknown.push(asked)
      if (!disk.hasFailed) this.#violations.push(`${id}: a fault on a good disk`)
      if (this.#fell === 'commit') this.#notRun += 1
      this.#fell = 'commit'
      return
    }
    this.#acked.push({ t: 'acked', id, kind: answer.kind, digest: digestOf(answer) })
    if (this.#fell === 'commit') this.#violations.push(`${id} was answered after a commit had failed`)
    if (disk.hasFailed && this.#fell === 'none') this.#fell = 'fold'
  }

  /** On a disk that lost everything it failed to confirm, as Linux does: what was answered must still be there. */
  #lookAtDisk(): number {
    const forgetful = new Disk(true)
    for (const recorded of readRecord(readFileSync(record))) forgetful.follow(recorded)
    const image = join(orders.folder, 'image')
    try {
      const lost = lostOnDisk(forgetful.cut(new Dice(this.#k)), image, { acked: this.#acked, isWhole: true })
      for (const one of lost) this.#violations.push(`on the disk, ${one}`)
    } catch (error) {
      this.#violations.push(`the disk: ${String(error)}`)
    }
    return this.#acked.length
  }

  /** [I24] Commands that were not answered are sent again: each must happen once, whether or not it had happened. */
  async #restart(): Promise<void> {
    const { engine, database } = openOwnHouse(this.#file, pragmas)
    furnishHall(engine, { holdMs: HOLD_MS })
    const store = new SqliteStore(database)
    try {
      checkHouse(store)
      for (const one of lostOf(store, this.#acked)) this.#violations.push(one)
      for (const { id, kiosk, name, input } of this.#unknown) {
        // oxlint-disable-next-line no-await-in-loop -- in the order they were sent
        const answer = await engine.deskFor(deskActor(kiosk)).call(name, input as never, id)
        if (answer.kind === 'fault') this.#violations.push(`${id}: a fault after the restart`)
      }
      checkHouse(store)
    } catch (error) {
      this.#violations.push(`after the restart: ${String(error)}`)
    }
    engine.close()
  }
}

for (let k = 1; k < SYNCS_MAX; k += orders.step) {
  // oxlint-disable-next-line no-await-in-loop -- one evening after the other
  const trial = await new Evening(k).run()
  process.stdout.write(`${JSON.stringify(trial)}\n`)
  if (trial.fell === 'none') break
}
