// V10: the disk is full. First at every write of every command, and at every page; then for a whole process, on a small disk.
// Owns what must follow: a fault, nothing written, and the same command done as soon as there is room.

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../src/main/engine/engine.ts'
import { deskActor } from '../src/main/house/open-house.ts'
import type { BoxOffice } from '../src/shared/contract/port.ts'
import type { CommandId } from '../src/shared/domain/ids.ts'
import { known } from '../src/shared/lib/assert.ts'
import { checkHouse, lookAt, lostOf } from './checks.ts'
import { FullStore } from './full-store.ts'
import { furnishHall } from './hall.ts'
import { type SoldCommand, everyCommand } from './office-commands.ts'
import { openOwnHouse } from './own-house.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'
import type { Acked } from './seller-lines.ts'
import { SellerProcess } from './seller-process.ts'
import { openSmallDisk } from './small-disk.ts'

const HOLD_MS = 60_000
/** More writes, and more pages, than any command needs. */
const STEPS_MAX = 100
/** On the small disk, this many sales are refused before room is made, and this many must then go through. */
const FAULTS = 40
const SALES_AFTER = 40
/** Rounds after which the hall is used up, and another house is made. */
const ROUNDS_A_HOUSE = 24

export const diskFullProof: Proof = {
  name: 'disk-full',
  rule: 'V10',
  about:
    'the disk is full at any statement of any command: nothing is half done, and selling goes on when there is room',
  round: 'round of every command',
  rounds: { push: 6, proof: 240, release: 2400 },
  missing: () => null,
  run,
}

async function run({ rounds, seed, folder }: Wish): Promise<Outcome> {
  const tally = new Tally()
  for (let done = 0; done < rounds; done += ROUNDS_A_HOUSE) {
    const house = join(folder, `house-${done}`)
    mkdirSync(house)
    // oxlint-disable-next-line no-await-in-loop -- one house after the other
    await pageByPage(house, Math.min(ROUNDS_A_HOUSE, rounds - done), tally)
    rmSync(house, { recursive: true })
  }
  await wholeProcess(join(folder, 'small'), seed, tally)
  tally.expectSome(...Object.keys(everyCommand).map((name) => `${name} found no room`))
  return tally.outcome
}

class FullHouse {
  readonly desk: BoxOffice
  readonly store: FullStore
  readonly #engine: Engine
  #disk = ''

  constructor(folder: string) {
    let full: FullStore | null = null
    const { engine } = openOwnHouse(
      join(folder, 'house.db'),
      [],
      (store, database) => (full = new FullStore(store, database)),
    )
    this.store = known<FullStore>(full, 'store')
    this.#engine = engine
    furnishHall(engine, { holdMs: HOLD_MS })
    this.desk = engine.deskFor(deskActor('desk-1'))
    this.desk.subscribe({ kind: 'disk' }, (news) => {
      if (news.kind === 'disk') this.#disk = news.state
    })
  }

  get sequence(): number {
    return this.#engine.sequence
  }

  /** What the screens were told last. */
  get told(): string {
    return this.#disk
  }

  close(): void {
    this.#engine.close()
  }
}

async function pageByPage(folder: string, rounds: number, tally: Tally): Promise<void> {
  const house = new FullHouse(folder)
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const name of Object.keys(everyCommand) as SoldCommand[]) {
        // oxlint-disable-next-line no-await-in-loop -- one command after the other
        await untilThereIsRoom(house, { name, round }, tally)
      }
      // oxlint-disable-next-line no-await-in-loop -- the seats are wanted again
      await giveBack(house.desk)
    }
    await tally.guard('the house afterwards', () => checkHouse(house.store))
  } finally {
    house.close()
  }
}

const commandCount = Object.keys(everyCommand).length

/** Until there are no bookings: what one gives back may go to another that waited for it. */
async function giveBack(desk: BoxOffice): Promise<void> {
  const found = await desk.call('find-bookings', { text: '', showId: null })
  if (found.kind !== 'done') throw new Error(`nothing found: ${JSON.stringify(found)}`)
  const live = found.value.bookings.filter(({ state }) => state === 'confirmed' || state === 'reserved')
  await Promise.all(live.map(({ bookingId }) => desk.call('cancel-booking', { bookingId, reason: 'proof' })))
  if (live.length > 0) await giveBack(desk)
}

/**
 * The same command again and again, until it is done: in even rounds its k-th write finds no room, in odd ones there is room for
 * k pages. Every time but the last, nothing must have happened.
 */
async function untilThereIsRoom(
  house: FullHouse,
  { name, round }: { name: SoldCommand; round: number },
  tally: Tally,
): Promise<void> {
  const { desk, store } = house
  const place = Object.keys(everyCommand).indexOf(name)
  const input: unknown = await everyCommand[name]({ desk, round: round * commandCount + place })
  const commandId = `${name}-${round}` as CommandId
  const what = `${name}, round ${round}`
  const before = house.sequence
  for (let k = 1; k <= STEPS_MAX; k += 1) {
    if (round % 2 === 0) store.failAt(k)
    else store.room(k - 1)
    // oxlint-disable-next-line no-await-in-loop -- the next step depends on it
    const answer = await desk.call(name, input as never, commandId)
    store.failAt(null)
    store.room(null)
    if (answer.kind === 'done') {
      if (house.told !== 'sound') tally.violate(`${what}: done, but the screens were told ${house.told}`)
      return tally.count('commands done with room')
    }
    if (answer.kind !== 'fault' || answer.reason !== 'storage')
      return tally.violate(`${what}: ${JSON.stringify(answer)}`)
    if (house.told !== 'full') tally.violate(`${what}: refused, but the screens were told ${house.told}`)
    if (house.sequence !== before || store.get('command', commandId))
      tally.violate(`${what}: refused at ${store.at}, and yet something was written`)
    tally.count(`${name} found no room`)
    tally.count(`stopped at ${store.at}`)
  }
  tally.violate(`${what}: never done`)
}

/** A seller process on a disk that fills up, and is given room again while it runs. */
async function wholeProcess(folder: string, seed: number, tally: Tally): Promise<void> {
  const disk = openSmallDisk(folder)
  if (!disk) return tally.count('small disks: none to be had here (neither mount nor prlimit)', 0)
  const data = join(disk.folder, 'house')
  const rest = { turns: null, restarts: 0, pragmas: null, repeat: null, acks: null, endsOpen: false }
  const seller = new SellerProcess({ data, seed, ...rest }, {}, disk.before)
  try {
    const hasFilled = await seller.heard('fault', FAULTS)
    if (!hasFilled) return tally.violate(`the seller ended on a full disk: ${seller.errors}`)
    disk.makeRoom(seller.pid)
    if (!(await seller.heard('acked', SALES_AFTER)))
      return tally.violate(`the seller ended when there was room: ${seller.errors}`)
    const lines = await seller.kill()
    const acked = lines.filter((line): line is Acked => line.t === 'acked')
    const faults = lines.filter((line) => line.t === 'fault')
    tally.count(`${disk.kind}: refused`, faults.length)
    tally.count(`${disk.kind}: answered`, acked.length)
    for (const { reason } of faults) if (reason !== 'storage') tally.violate(`a fault for ${reason}`)
    lookAt(join(data, 'house.db'), (store) => {
      checkHouse(store)
      for (const lost of lostOf(store, acked)) tally.violate(lost)
    })
  } finally {
    await seller.kill()
    disk.remove()
  }
}
