// V4b: the power goes while a house sells. Every write and sync of its files is recorded, with the answers between them; disks are made as
// a cut at any moment could have left them, and opened. Owns the control too: the same with synchronous=NORMAL must lose answers.

import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Dice } from './dice.ts'
import { lostOnDisk } from './disk-image.ts'
import { Disk, type Recorded, type RecordedFile, readRecord } from './disk-record.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'
import { type Acked, linesOf } from './seller-lines.ts'
import { SellerProcess } from './seller-process.ts'
import { buildShim, missingForShim } from './shim.ts'

/** Cuts of one recorded evening; then another is recorded. */
const CUTS_AN_EVENING = 200
/** Turns of each of an evening's two lives: some hundred answers. */
const TURNS = 40
/** Cuts of the control, which loses in most of them. */
const CONTROL_CUTS = 20
/** Where cuts fall. Filling the log is most of all writes and the least interesting: few cuts fall just anywhere. */
type Place = RecordedFile | 'start' | 'any'
type Places = readonly [Place, ...Place[]]
const everywhere: Places = ['house.db', 'acks', 'start', 'any']
/** The fold replays everything, so it runs only every so many cuts. */
const WHOLE_CHECK_EVERY = 4
/** With so few pages a log is checkpointed every few sales, so that many cuts fall into that. */
const OFTEN = ['wal_autocheckpoint = 40']

export const powerCutProof: Proof = {
  name: 'power-cut',
  rule: 'V4b',
  about:
    'the power goes at any write, sync or answer; what the disk then has is a whole house with every answer in it',
  round: 'cut',
  rounds: { push: 100, proof: 2000, release: 20_000 },
  missing: missingForShim,
  run,
}

async function run({ rounds, seed, folder, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const dice = new Dice(seed)
  const shim = buildShim(folder)
  for (let done = 0, evening = 0; done < rounds; evening += 1) {
    const cuts = Math.min(CUTS_AN_EVENING, Math.ceil(rounds / 2), rounds - done)
    // Every other house as `openHouse` makes it; the rest checkpoint their log all the time.
    const pragmas = evening % 2 === 0 ? null : OFTEN
    const scene = { folder, shim, dice, pragmas }
    // oxlint-disable-next-line no-await-in-loop -- one evening after the other
    const record = await recordEvening(scene, `evening-${evening}`)
    cutOften(record, { ...scene, cuts, places: everywhere, tally, what: `seed ${seed}, evening ${evening}` })
    done += cuts
    if (rounds > CUTS_AN_EVENING) say(`  ${done} cuts, ${tally.of('answers looked for')} answers looked for`)
  }
  await control({ folder, shim, dice, pragmas: ['synchronous = NORMAL'] }, tally)
  tally.expectSome('answers looked for', 'cuts at the first start', 'cuts while the log is folded back')
  return tally.outcome
}

/** Trap 2: a harness that cannot lose anything proves nothing. */
async function control(scene: Scene, tally: Tally): Promise<void> {
  const record = await recordEvening(scene, 'control')
  const own = new Tally()
  cutOften(record, { ...scene, cuts: CONTROL_CUTS, places: ['acks'], tally: own, what: 'control' })
  tally.count('control: cuts with synchronous=NORMAL', CONTROL_CUTS)
  tally.count('control: cuts that lost answers', own.of('cuts that lost answers'))
  if (own.of('cuts that lost answers') === 0)
    tally.violate('the control lost nothing with synchronous=NORMAL: these cuts prove nothing')
}

interface Scene {
  readonly folder: string
  readonly shim: Readonly<Record<string, string>>
  readonly dice: Dice
  readonly pragmas: readonly string[] | null
}

/** A new house sells, closes, opens, sells on, and is left open. */
async function recordEvening({ folder, shim, dice, pragmas }: Scene, name: string): Promise<Recorded[]> {
  const data = join(folder, name)
  const log = join(folder, `${name}.log`)
  mkdirSync(data)
  const seed = dice.below(2 ** 31)
  const acks = join(data, 'acks')
  const rest = { turns: TURNS, restarts: 1, pragmas, repeat: null, acks, endsOpen: true }
  await new SellerProcess({ data, seed, ...rest }, { ...shim, GUICHET_RECORD: log }).end()
  const record = readRecord(readFileSync(log))
  rmSync(data, { recursive: true })
  rmSync(log)
  return record
}

interface Cuts extends Scene {
  readonly cuts: number
  readonly places: Places
  readonly tally: Tally
  readonly what: string
}

function cutOften(record: readonly Recorded[], scene: Cuts): void {
  const { cuts, places, dice } = scene
  const moments = Array.from({ length: cuts }, () => momentOf(record, places, dice)).toSorted((a, b) => a - b)
  const disk = new Disk()
  const disks = moments.entries()
  let next = disks.next()
  for (const [at, recorded] of record.entries()) {
    for (; !next.done && next.value[1] === at; next = disks.next()) {
      const isWhole = next.value[0] % WHOLE_CHECK_EVERY === 0
      examine({ disk, recorded, at, isWhole }, scene)
    }
    disk.follow(recorded)
  }
}

function momentOf(record: readonly Recorded[], places: Places, dice: Dice): number {
  const place = dice.pick(places)
  if (place === 'any') return dice.below(record.length)
  if (place === 'start') return dice.below(record.findIndex(isOf('acks')))
  const fitting = [...record.keys()].filter((at) => isOf(place)(record[at]))
  return fitting[dice.below(fitting.length)] ?? 0
}

function isOf(file: RecordedFile) {
  return (recorded: Recorded | undefined) =>
    recorded !== undefined && 'file' in recorded && recorded.file === file
}

interface Moment {
  readonly disk: Disk
  /** The operation that was about to happen. */
  readonly recorded: Recorded
  readonly at: number
  readonly isWhole: boolean
}

function examine({ disk, recorded, at, isWhole }: Moment, { folder, dice, tally, what }: Cuts): void {
  const lines = linesOf(disk.whole('acks').toString())
  const acked = lines.filter((line): line is Acked => line.t === 'acked')
  const isFirst = !lines.some((line) => line.t === 'open')
  tally.count('cuts')
  if (isFirst) tally.count('cuts at the first start')
  else if (isOf('house.db')(recorded)) tally.count('cuts while the log is folded back')
  tally.count('answers looked for', acked.length)
  try {
    const lost = lostOnDisk(disk.cut(dice), join(folder, 'image'), { acked, isWhole })
    if (lost.length > 0) {
      tally.count('cuts that lost answers')
      tally.violate(`${what}, cut at ${at}: ${lost.length} lost, first ${lost[0]}`)
    }
  } catch (error) {
    tally.violate(`${what}, cut at ${at}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
