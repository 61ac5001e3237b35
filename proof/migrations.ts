// V15: a house of an older version is migrated, and its process dies before or after any statement of that, or the power goes at
// any write; started again, it must equal the house that was never interrupted. Owns what must be the same: every row and the
// schema. Must never repair a file.

import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openDatabase } from '../src/main/store/open-database.ts'
import { assert, known } from '../src/shared/lib/assert.ts'
import { checkHouse, lookAt } from './checks.ts'
import { Dice } from './dice.ts'
import { Disk, readRecord } from './disk-record.ts'
import type { Migrated, MigratingOrders } from './migrating-orders.ts'
import { OLDEST, asOlder, contentOf, newest, soldHouse } from './older-house.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'
import { buildShim, missingForShim } from './shim.ts'

/** RELIABILITY V15: the versions that must be covered in any case. */
const LATEST_FORMS = 2
/** With fewer rounds than this, no others are covered: each costs one more start. */
const ALL_FORMS_FROM = 100
/** Cuts per kill: a process is slow to start, a disk image quick to open. */
const CUTS_A_KILL = 4
/** Of one recorded migration. */
const CUTS_A_RECORD = 10
/** The fold replays everything, so it runs only every so many times. */
const WHOLE_CHECK_EVERY = 4
const program = join(import.meta.dirname, 'migrating.ts')

export const migrationsProof: Proof = {
  name: 'migrations',
  rule: 'V15',
  about:
    'a house of an older version, killed or cut off at any statement of its migration, is the same house after the next start',
  round: 'kill',
  rounds: { push: 12, proof: 1000, release: 1000 },
  missing: () => null,
  run,
}

interface Scene {
  readonly folder: string
  readonly tally: Tally
  readonly dice: Dice
  readonly oldest: number
  /** Of the house as this version has it. */
  readonly content: string
}

async function run({ rounds, seed, folder, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const dice = new Dice(seed)
  const today = join(folder, 'today.db')
  await soldHouse(today, dice)
  lookAt(today, (store) => checkHouse(store))
  const oldest = rounds < ALL_FORMS_FROM ? newest - LATEST_FORMS : OLDEST
  const scene = { folder, tally, dice, oldest, content: contentOf(today) }
  for (let form = oldest; form < newest; form += 1) asOlder(today, olderOf(folder, form), form)
  const places = placesOf(scene)
  const chosen = places.length <= rounds ? places : someOf(places, rounds, dice)
  for (const [at, place] of chosen.entries()) {
    await tally.guard(`form ${place.form}, killed at ${place.at}`, () =>
      killedAt(place, at % WHOLE_CHECK_EVERY === 0, scene),
    )
    if ((at + 1) % 100 === 0) say(`  ${at + 1} of ${places.length} places`)
  }
  if (missingForShim() === null) cutOften(chosen.length * CUTS_A_KILL, scene)
  else say(`  without power cuts: needs ${missingForShim()}`)
  await tally.guard('a house of a newer version', () => newerIsRefused(today, scene))
  tally.expectSome('kills', 'kills after which the older form stood', 'newer versions refused')
  return tally.outcome
}

interface Place {
  readonly form: number
  readonly at: number
}

/** All there are: for each form, an uninterrupted start reports how many it has. */
function placesOf({ folder, tally, oldest, content }: Scene): readonly Place[] {
  const places: Place[] = []
  for (let form = oldest; form < newest; form += 1) {
    const house = join(emptied(join(folder, 'house')), 'house.db')
    const { answer } = start({ older: olderOf(folder, form), house, dieAt: null })
    assert(answer !== null && 'places' in answer, `a house of form ${form} opens: ${JSON.stringify(answer)}`)
    if (contentOf(house) !== content)
      tally.violate(`form ${form}: its rows are others, with nobody stopping it`)
    tally.count('forms')
    for (let at = 0; at < answer.places; at += 1) places.push({ form, at })
  }
  return places
}

/** First those of the latest forms, then random others. */
function someOf(places: readonly Place[], many: number, dice: Dice): readonly Place[] {
  const order = new Map(
    places.map((place) => [place, dice.roll() - (place.form >= newest - LATEST_FORMS ? 1 : 0)]),
  )
  return places.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).slice(0, many)
}

function killedAt({ form, at }: Place, isWhole: boolean, { folder, tally, content }: Scene): void {
  const house = join(emptied(join(folder, 'house')), 'house.db')
  const { signal } = start({ older: olderOf(folder, form), house, dieAt: at })
  assert(signal === 'SIGKILL', `it was killed there: ${signal}`)
  tally.count('kills')
  const stood = formOf(house)
  assert(stood >= form && stood <= newest, `it stands at a whole form: ${stood}`)
  tally.count(
    stood === form ? 'kills after which the older form stood' : 'kills between two forms or behind the last',
  )
  openAgain(house, isWhole, content)
}

/** The next start, as the product does it. */
function openAgain(house: string, isWhole: boolean, content: string): void {
  openDatabase(house).close()
  assert(formOf(house) === newest, 'it is of this version')
  assert(contentOf(house) === content, 'every row and the schema are as if nothing had happened')
  if (isWhole) lookAt(house, (store) => checkHouse(store))
}

/** [V4b] The same, with the disks that a power cut at any of its writes could leave. */
function cutOften(cuts: number, { folder, tally, dice, oldest, content }: Scene): void {
  const shim = buildShim(folder)
  const evenings = Math.max(1, Math.min(newest - oldest, Math.floor(cuts / CUTS_A_RECORD)))
  for (let evening = 0; evening < evenings; evening += 1) {
    const form = evening < LATEST_FORMS ? newest - 1 - evening : oldest + dice.below(newest - oldest)
    const data = emptied(join(folder, 'recorded'))
    const log = join(folder, 'record.log')
    rmSync(log, { force: true })
    start(
      { older: olderOf(folder, form), house: join(data, 'house.db'), dieAt: null },
      { ...shim, GUICHET_RECORD: log },
    )
    const record = readRecord(readFileSync(log))
    const laid = record.findIndex((one) => one.op === 'folder-sync') + 1
    const moments = Array.from(
      { length: Math.floor(cuts / evenings) },
      () => laid + dice.below(record.length - laid),
    )
    const disk = new Disk()
    let done = 0
    for (const moment of moments.toSorted((a, b) => a - b)) {
      for (; done < moment; done += 1) disk.follow(known(record[done], 'what was recorded'))
      const image = emptied(join(folder, 'image'))
      for (const [file, bytes] of disk.cut(dice).files) writeFileSync(join(image, file), bytes)
      tally.count('power cuts')
      const isWhole = tally.of('power cuts') % WHOLE_CHECK_EVERY === 0
      try {
        openAgain(join(image, 'house.db'), isWhole, content)
      } catch (error) {
        tally.violate(
          `form ${form}, cut at ${moment}: ${error instanceof Error ? error.message : String(error)}`,
        )
      }
    }
  }
}

/** With one line of explanation, and without changing a byte of the file. */
function newerIsRefused(today: string, { folder, tally }: Scene): void {
  const newer = join(folder, 'newer.db')
  copyFileSync(today, newer)
  const db = new Database(newer)
  db.pragma(`user_version = ${newest + 1}`)
  db.close()
  const house = join(emptied(join(folder, 'house')), 'house.db')
  const before = readFileSync(newer)
  const { answer } = start({ older: newer, house, dieAt: null })
  assert(answer !== null && 'refused' in answer, 'it does not open')
  assert(
    /this version of Guichet is new enough.*schema/.test(answer.refused),
    `it says why: ${answer.refused}`,
  )
  assert(!answer.refused.includes('\n'), 'in one line')
  assert(readFileSync(house).equals(before), 'the file is as it was')
  tally.count('newer versions refused')
}

interface Started {
  readonly answer: Migrated | null
  readonly signal: string | null
}

function start(orders: MigratingOrders, env: Readonly<Record<string, string>> = {}): Started {
  const { stdout, stderr, signal } = spawnSync(process.execPath, [program, JSON.stringify(orders)], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  assert(stderr === '', `it says nothing that was not asked for: ${stderr}`)
  return { answer: stdout === '' ? null : (JSON.parse(stdout) as Migrated), signal }
}

/** The schema number in the file, including its log. */
function formOf(house: string): number {
  const db = new Database(house, { readonly: true })
  try {
    return Number(db.pragma('user_version', { simple: true }))
  } finally {
    db.close()
  }
}

function olderOf(folder: string, form: number): string {
  return join(folder, `form-${form}.db`)
}

function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  return folder
}
