import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkFile } from '../checks/check-file.ts'
import { TestHouse, holdOf, openingMs, payOf } from '../engine/test-house.ts'
import { epochOf } from '../store/house-epoch.ts'
import { openDatabase } from '../store/open-database.ts'
import { openForReading } from '../store/open-for-reading.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { openDataFolder } from './data-folder.ts'
import { makeBackup } from './make-backup.ts'
import { openHouse } from './open-house.ts'
import { quietOptions } from './options.ts'
import { restoreHouse } from './restore-house.ts'
import { copyName, endRestore, endedText } from './unfinished-restore.ts'
import { systemChance } from './world.ts'

/** Starting a process takes long on a busy machine. */
const PATIENCE_MS = 180_000
const program = join(import.meta.dirname, 'restoring-house.fixture.ts')
const clock = { nowMs: () => openingMs, elapsedMs: () => 0 }
const world = { clock, chance: systemChance }

async function sell(house: TestHouse, seat: number) {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([seat], { cart: `cart-${seat}` }))
  await house.done('desk-1', 'pay-booking', payOf(booking))
}

/** The files of a house as a power cut left them: what it sold after this backup is in its log alone. */
async function cutHouse() {
  const [living, data] = [tempFolder(), tempFolder()]
  const path = join(living, 'house.db')
  const house = new TestHouse({ store: new SqliteStore(openDatabase(path)) })
  onTestFinished(() => house.store.close())
  await sell(house, 0)
  const task = { path, pictures: join(living, 'pictures'), elsewhere: null, atMs: Date.now(), atLeast: null }
  const made = await makeBackup({ ...task, folder: join(living, 'backups') })
  if (made.kind !== 'made') throw new Error(made.detail)
  const backedUp = house.engine.sequence
  await sell(house, 1)
  for (const end of ['', '-wal']) copyFileSync(path + end, join(data, `house.db${end}`))
  return { data, from: made.file, backedUp, sold: house.engine.sequence }
}

/** The newest row of the house in this folder, after checking that the house is sound; leaves no files behind. */
function headIn(folder: string): number {
  const file = join(tempFolder(), 'house.db')
  for (const end of ['', '-wal'])
    if (existsSync(join(folder, `house.db${end}`))) copyFileSync(join(folder, `house.db${end}`), file + end)
  const { head, verdicts } = checkFile(file)
  expect(verdicts.filter(({ broken }) => broken > 0)).toEqual([])
  return head?.sequence ?? 0
}

function epochIn(data: string): number {
  const db = openForReading(join(data, 'house.db'))
  try {
    return epochOf(new SqliteStore(db)).epoch
  } finally {
    db.close()
  }
}

const unfinished = (data: string) => readdirSync(data).filter((name) => name.startsWith('restored'))

test(
  '[SYNC 5.9] a restore that is killed before any of its moves is ended by the next start: the old house or the backup, whole, and nothing is lost',
  async () => {
    const kinds: string[] = []
    for (let killedBefore = 0; ; killedBefore += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one life after the other
      const { data, from, backedUp, sold } = await cutHouse()
      const words = [program, data, from, String(killedBefore)]
      const { signal, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
      if (signal === null) {
        expect(stderr).toBe('')
        break
      }
      expect(unfinished(data)).toHaveLength(1)
      const ended = endRestore(openDataFolder(data))
      kinds.push(ended?.kind ?? 'nothing')
      expect(unfinished(data)).toEqual([])
      if (ended?.kind === 'finished') {
        expect([epochIn(data), headIn(data)]).toEqual([2, backedUp + 1])
        expect(headIn(ended.aside ?? '')).toBe(sold)
      } else expect([epochIn(data), headIn(data)]).toEqual([1, sold])
      openHouse(quietOptions(data, { demo: false }), 'test').close()
      expect(endRestore(openDataFolder(data))).toBeNull()
    }
    // In order: the copy's own name; the house aside, its log, the log's index; into its place.
    expect(kinds).toEqual(['undone', 'finished', 'finished', 'finished', 'finished'])
  },
  PATIENCE_MS,
)

test('[SYNC 5.9] any program that opens the house ends it first, and writes down what it did', async () => {
  const { data, from } = await cutHouse()
  spawnSync(process.execPath, [program, data, from, '2'])
  expect(existsSync(join(data, 'house.db'))).toBe(false)
  const house = openHouse(quietOptions(data, { demo: false }), 'test')
  house.close()
  expect(epochIn(data)).toBe(2)
  const [log = ''] = readdirSync(join(data, 'logs'))
  expect(readFileSync(join(data, 'logs', log), 'utf8')).toContain('a restore was cut off')
})

test('[SYNC 5.9] the next restore ends the one before, and begins with what that one made', async () => {
  const { data, from, sold } = await cutHouse()
  spawnSync(process.execPath, [program, data, from, '2'])
  expect(restoreHouse({ ...world, data, from }).epoch).toBe(3)
  const asides = readdirSync(data).filter((name) => name.startsWith('aside'))
  expect(asides.map((name) => headIn(join(data, name)))).toContain(sold)
  expect(asides).toHaveLength(2)
})

test('[SYNC 5.9] where the system refuses a move, the house is put back; where it refuses that as well, the next start ends it', async () => {
  for (const [refusedFrom, refusedTo] of [
    [3, 4],
    [3, 99],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { data, from, sold, backedUp } = await cutHouse()
    let moves = 0
    const move = (source: string, target: string) => {
      moves += 1
      if (moves > refusedFrom && moves <= refusedTo) throw new Error('EIO')
      renameSync(source, target)
    }
    expect(() => restoreHouse({ ...world, data, from, move })).toThrow('EIO')
    const isUndone = refusedTo === refusedFrom + 1
    const ended = endRestore(openDataFolder(data))
    expect(ended?.kind).toBe(isUndone ? undefined : 'finished')
    expect(headIn(data)).toBe(isUndone ? sold : backedUp + 1)
  }
})

test('[SYNC 5.9] what an older program began in the gap is moved beside the house that sold, never over it', async () => {
  const { data, from, sold } = await cutHouse()
  spawnSync(process.execPath, [program, data, from, '3'])
  openDatabase(join(data, 'house.db')).close()
  const ended = endRestore(openDataFolder(data))
  const aside = ended?.kind === 'finished' ? (ended.aside ?? '') : ''
  expect(headIn(aside)).toBe(sold)
  expect(readdirSync(join(aside, 'later'))).toEqual(['house.db'])
})

test('[SYNC 5.9] half a copy is thrown away, and nothing of a house changes; what was done is said in a line', async () => {
  const { data, sold } = await cutHouse()
  for (const end of ['', '-journal', '-wal']) writeFileSync(join(data, copyName + end), 'half of it')
  const ended = endRestore(openDataFolder(data))
  expect(ended).toEqual({ kind: 'undone' })
  expect(unfinished(data)).toEqual([])
  expect(headIn(data)).toBe(sold)
  expect(endedText({ kind: 'undone' })).toMatch(/as it was/)
  expect(endedText({ kind: 'finished', aside: null })).toMatch(/in its place\.$/)
  expect(endedText({ kind: 'finished', aside: dirname(data) })).toContain(`is in ${dirname(data)}`)
})
