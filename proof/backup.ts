// V16: a house is backed up at arbitrary moments while it sells, and each backup is restored into an empty folder. Owns what the
// seller was answered before the backup began: that must be in it. Must never take the house's word for what it promised.

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupName } from '../src/main/house/backup-names.ts'
import { writeBackup } from '../src/main/house/make-backup.ts'
import { restoreHouse } from '../src/main/house/restore-house.ts'
import { systemChance, systemClock } from '../src/main/house/world.ts'
import { epochOf } from '../src/main/store/house-epoch.ts'
import { deskActor } from '../src/main/house/open-house.ts'
import { checkHouse, lookAt, lostOf } from './checks.ts'
import { Dice } from './dice.ts'
import { Load } from './load.ts'
import { measureLongHouse } from './long-backup.ts'
import { openOwnHouse } from './own-house.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'
import type { Acked, SellerLine } from './seller-lines.ts'
import { SellerProcess } from './seller-process.ts'

/** Backups of one house before a new one is begun, so that the checks of all its rows stay short. */
const BACKUPS = 20
/** Answers to the seller, and time after the last of them, before the next backup: it falls anywhere into the seller's work. */
const ACKS_MAX = 30
const AFTER_ACK_MS = 20
/** Commands sent to each restored house, which must sell on. */
const SOLD_AFTER = 20

export const backupProof: Proof = {
  name: 'backup',
  rule: 'V16',
  about:
    'a backup made while a house sells has all that was answered before it, and sells on where it is restored',
  round: 'backup',
  rounds: { push: 10, proof: 1000, release: 1000 },
  missing: () => null,
  run,
}

async function run({ size, rounds, seed, folder, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const dice = new Dice(seed)
  for (let round = 0; round < rounds; round += BACKUPS) {
    const many = Math.min(BACKUPS, rounds - round)
    const house = join(folder, `house-${round}`)
    const what = `backups ${round + 1} to ${round + many} of seed ${seed}`
    // oxlint-disable-next-line no-await-in-loop -- one house after the other
    await tally.guard(what, () => backUpWhileSelling(house, many, { dice, tally }))
    rmSync(house, { recursive: true, force: true })
    if ((round + many) % 100 === 0)
      say(`  ${round + many} backups, ${tally.of('answers in backups')} answers in them`)
  }
  tally.expectSome(
    'backups',
    'answers in backups',
    'answers after the restore',
    'rows sold while it was made',
  )
  if (size !== 'push') await tally.guard('a house of years', () => measureLongHouse(tally, say))
  return tally.outcome
}

interface Means {
  readonly dice: Dice
  readonly tally: Tally
}

async function backUpWhileSelling(house: string, many: number, means: Means): Promise<void> {
  const { dice, tally } = means
  const data = join(house, 'data')
  mkdirSync(data, { recursive: true })
  const alone = { turns: null, restarts: 0, pragmas: null, repeat: null, acks: null, endsOpen: false }
  const seller = new SellerProcess({ ...alone, data, seed: dice.below(2 ** 31) })
  try {
    if (!(await seller.heard('selling'))) throw new Error(`the house did not start: ${seller.errors}`)
    for (let one = 0; one < many; one += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await tally.guard(`backup ${one}`, () =>
        backUp(join(house, `backup-${one}`), { data, seller, ...means }),
      )
    }
  } finally {
    await seller.kill()
  }
}

interface Round extends Means {
  readonly data: string
  readonly seller: SellerProcess
}

async function backUp(folder: string, { data, seller, dice, tally }: Round): Promise<void> {
  mkdirSync(folder)
  await seller.heard('acked', 1 + dice.below(ACKS_MAX))
  await new Promise((resolve) => setTimeout(resolve, dice.roll() * AFTER_ACK_MS))
  const acked = seller.lines.filter(isAcked)
  const task = { path: join(data, 'house.db'), folder, atMs: Date.now(), atLeast: null }
  const { file, sequence } = await writeBackup(task, (found) => join(folder, backupName(task.atMs, found)))
  tally.count('backups')
  lookAt(join(data, 'house.db'), (store) => {
    tally.count('rows sold while it was made', store.all('journal').length - sequence)
  })
  const restored = join(folder, 'restored')
  const beganMs = performance.now()
  const { epoch } = restoreHouse({ data: restored, from: file, clock: systemClock, chance: systemChance })
  tally.most('slowest restore, ms', Math.round(performance.now() - beganMs))
  if (epoch !== 2) tally.violate(`the restored house has number ${epoch}`)
  const path = join(restored, 'house.db')
  lookAt(path, (store) => {
    checkHouse(store)
    if (epochOf(store).epoch !== 2) tally.violate('the restored file does not say its number')
    for (const lost of lostOf(store, acked)) tally.violate(`${lost}, in the backup up to ${sequence}`)
    tally.count('answers in backups', acked.length)
  })
  await sellOn(path, { dice, tally })
  lookAt(path, (store) => checkHouse(store))
  rmSync(folder, { recursive: true, force: true })
}

/** By the engine itself, on the restored file. */
async function sellOn(path: string, { dice, tally }: Means): Promise<void> {
  const { engine } = openOwnHouse(path, [])
  const load = new Load(dice, `after-${dice.below(2 ** 31)}`)
  for (let asked = 0; asked < SOLD_AFTER; asked += 1) {
    const next = load.next()
    // oxlint-disable-next-line no-await-in-loop -- what is asked next follows from the answer
    const answer = await engine.deskFor(deskActor(next.kiosk)).call(next.name, next.input as never, next.id)
    if (answer.kind === 'fault') tally.violate(`the restored house could not: ${next.name} ${answer.reason}`)
    load.heard(next, answer)
    tally.count('answers after the restore')
  }
  engine.close()
}

function isAcked(line: SellerLine): line is Acked {
  return line.t === 'acked'
}
