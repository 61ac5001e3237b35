// V12: an evening without end: a hub, eight kiosks, twenty commands a second, every now and then all of them cut off and back at
// once, and a reader that keeps a snapshot of the database open for a minute, again and again. Owns the load and what is
// measured; must never run by itself in a push: it takes as long as it is told to.

import Database from 'better-sqlite3'
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { MAIN_BYTES_MAX } from '../bench/budgets.ts'
import { rest } from '../bench/rest.ts'
import { median } from '../bench/rounds.ts'
import type { FrameClient } from '../src/shared/contract/frame-client.ts'
import { BadWire } from './bad-wire.ts'
import { checkHouse, lookAt } from './checks.ts'
import { Dice } from './dice.ts'
import { hallShow } from './hall.ts'
import { type LanHouse, figureOf, openLanHouse, openLanKiosk } from './lan-house.ts'
import { Load } from './load.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'
import { type Look, settled, slopeOf } from './slope.ts'

const KIOSKS = 8
const COMMANDS_A_SECOND = 20
const MINUTE_MS = 60_000
const LOOK_EVERY_MS = 5000
/** How often all lines are cut at once. */
const STORM_EVERY_MINUTES = 2
const MIB = 1024 * 1024
/**
 * RELIABILITY's limit after the first hour. The memory that the system has given the process, and its growth, are judged only
 * after this many minutes.
 */
const SLOPE_MAX = MIB
const JUDGED_FROM_MINUTES = 120
/**
 * Its heap without garbage is judged from the first minutes on: with 1,200 commands a minute, each may leave 200 bytes. Less
 * cannot be detected within minutes.
 */
const HEAP_A_MINUTE_MAX = MIB / 4
const HEAP_JUDGED_FROM_MINUTES = 5
/**
 * 64 MiB of pages are laid out before the first sale, each with a header. No page may be checkpointed of which a reader's snapshot has an
 * older version, so a minute's commits can come on top: 1,200 commands of 11 kB. Anything more has grown, and would go on growing.
 */
const WAL_MAX = (66 + 16) * MIB
/**
 * By then more was written than the log holds, and readers have released it since: it must have been restarted. On a quiet
 * machine that is in the seventh minute.
 */
const FOLDED_FROM_COMMANDS = 8400
/** Where the log's header counts its restarts. */
const LOG_HEAD = { at: 12, bytes: 4 }
const LAG_P99_MAX_S = 0.05

export const soakProof: Proof = {
  name: 'soak',
  rule: 'V12',
  about:
    'a hub and eight kiosks, 20 commands a second, storms of new connections: size, log and lag stay as they are',
  round: 'minute',
  rounds: { push: 0, proof: 5, release: 24 * 60 },
  missing: () => (process.platform === 'win32' ? 'a system with signals: links are asked for by one' : null),
  run,
}

async function run({ rounds, seed, folder, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const house = await openLanHouse(folder, KIOSKS)
  const wire = await BadWire.open(house.at)
  const kiosks = house.keys.map((key) => openLanKiosk(house, key, wire.at))
  const reader = new Database(house.database, { readonly: true })
  try {
    for (const { client } of kiosks) follow(client)
    const logsBefore = logsBegun(house.database)
    beginReading(reader)
    const stop = ask(
      kiosks.map(({ client }) => client),
      new Load(new Dice(seed), `soak${seed}`),
      tally,
    )
    const { sizes, heaps } = await watch({ house, wire, minutes: rounds, reader, tally, say })
    stop()
    judge(sizes, rounds, tally)
    judgeHeap(heaps, rounds, tally)
    tally.count('logs begun anew', logsBegun(house.database) - logsBefore)
  } finally {
    reader.close()
    for (const kiosk of kiosks) kiosk.close()
    wire.close()
    await house.hub.stop()
  }
  await tally.guard('the house afterwards', () => lookAt(house.database, checkHouse))
  tally.expectSome('answered')
  if (rounds >= STORM_EVERY_MINUTES) tally.expectSome('storms')
  if (tally.of('answered') >= FOLDED_FROM_COMMANDS) tally.expectSome('logs begun anew')
  return tally.outcome
}

function follow(client: FrameClient): void {
  client.subscribe({ kind: 'shows' }, () => {})
  client.subscribe({ kind: 'seats', showId: hallShow, afterRevision: null }, () => {})
  client.subscribe({ kind: 'bookings' }, () => {})
}

/** Sends each second's commands at an even pace, at one counter after the other; the returned function ends it. */
function ask(clients: readonly FrameClient[], load: Load, tally: Tally): () => void {
  let turn = 0
  const timer = setInterval(() => {
    turn += 1
    const asked = load.next()
    const client = clients[turn % clients.length]
    tally.count('asked')
    void client?.call(asked.name, asked.input as never, asked.id).then((answer) => {
      tally.count('answered')
      load.heard(asked, answer)
    })
  }, 1000 / COMMANDS_A_SECOND)
  return () => clearInterval(timer)
}

interface Watching {
  readonly house: LanHouse
  readonly wire: BadWire
  readonly minutes: number
  readonly reader: Database.Database
  readonly tally: Tally
  readonly say: (line: string) => void
}

interface Sizes {
  /** The hub's resident memory at each look, in bytes. */
  readonly sizes: readonly number[]
  /** Its heap without garbage, by the minute. */
  readonly heaps: readonly Look[]
}

async function watch({ house, wire, minutes, reader, tally, say }: Watching): Promise<Sizes> {
  const sizes: number[] = []
  const heaps: Look[] = []
  const beganMs = performance.now()
  let minute = 0
  while (performance.now() - beganMs < minutes * MINUTE_MS) {
    // oxlint-disable-next-line no-await-in-loop -- every so often
    await rest(LOOK_EVERY_MS)
    // Between two looks the reader has no snapshot, as any reader that ends: if readers succeeded each other without a gap, no
    // log could ever be restarted.
    if (!reader.inTransaction) beginReading(reader)
    // oxlint-disable-next-line no-await-in-loop -- the same
    sizes.push(await figureOf(house, 'process_resident_memory_bytes'))
    const at = (performance.now() - beganMs) / MINUTE_MS
    // oxlint-disable-next-line no-await-in-loop -- the same
    heaps.push({ at, bytes: await house.hub.heapBytes() })
    // oxlint-disable-next-line no-await-in-loop -- the same
    const lagS = await figureOf(house, 'nodejs_eventloop_lag_p99_seconds')
    const log = `${house.database}-wal`
    const walBytes = existsSync(log) ? statSync(log).size : 0
    tally.most('hub MiB, at most', Math.ceil((sizes.at(-1) ?? 0) / MIB))
    tally.most('hub’s heap KiB, at most', Math.ceil((heaps.at(-1)?.bytes ?? 0) / 1024))
    tally.most('log MiB, at most', Math.ceil(walBytes / MIB))
    tally.most('lag p99 ms, at most', Math.ceil(lagS * 1000))
    if (walBytes > WAL_MAX) tally.violate(`the log has ${(walBytes / MIB).toFixed(0)} MiB`)
    if (lagS > LAG_P99_MAX_S) tally.count('looks at a lag above 50 ms')
    const passed = Math.floor((performance.now() - beganMs) / MINUTE_MS)
    if (passed === minute) continue
    minute = passed
    say(
      `  minute ${minute}: hub ${mib(sizes.at(-1))} MiB, its heap ${mib(heaps.at(-1)?.bytes)} MiB, log ${mib(walBytes)} MiB`,
    )
    reader.prepare('COMMIT').run()
    if (minute % STORM_EVERY_MINUTES > 0) continue
    wire.cut()
    tally.count('storms')
  }
  return { sizes, heaps }
}

/** Opens a snapshot as of now, which lasts until it is ended. */
function beginReading(reader: Database.Database): void {
  reader.prepare('BEGIN').run()
  reader.prepare('SELECT count(*) FROM journal').get()
}

function logsBegun(database: string): number {
  const head = Buffer.alloc(LOG_HEAD.bytes)
  const log = openSync(`${database}-wal`, 'r')
  readSync(log, head, 0, LOG_HEAD.bytes, LOG_HEAD.at)
  closeSync(log)
  return head.readUInt32BE()
}

function mib(bytes = 0): string {
  return (bytes / MIB).toFixed(1)
}

/** A heap without garbage does not fluctuate, so minutes are enough. */
function judgeHeap(heaps: readonly Look[], minutes: number, tally: Tally): void {
  const slope = slopeOf(settled(heaps))
  tally.count('slope of its heap, KiB a minute', Math.round(slope / 1024))
  if (minutes >= HEAP_JUDGED_FROM_MINUTES && slope > HEAP_A_MINUTE_MAX)
    tally.violate(`the hub's heap grows by ${(slope / 1024).toFixed(0)} KiB a minute`)
}

function judge(sizes: readonly number[], minutes: number, tally: Tally): void {
  const half = sizes.slice(Math.floor(sizes.length / 2))
  const [early, late] = [half.slice(0, Math.ceil(half.length / 2)), half.slice(Math.ceil(half.length / 2))]
  // Only the second half: by then the memory needed by the start is allocated.
  const hours = (half.length * LOOK_EVERY_MS) / 2 / (60 * MINUTE_MS)
  const slope = (median(late) - median(early)) / hours
  tally.count('slope of the last half, KiB an hour', Math.round(slope / 1024))
  if (minutes >= JUDGED_FROM_MINUTES && slope > SLOPE_MAX)
    tally.violate(`the hub grows by ${(slope / MIB).toFixed(1)} MiB an hour`)
  // A start leaves pages that the system takes back later, and the thread that checked the books used some: judged once that is over.
  if (minutes >= JUDGED_FROM_MINUTES && median(late) > MAIN_BYTES_MAX)
    tally.violate(`the hub stays at ${(median(late) / MIB).toFixed(0)} MiB`)
  for (const size of sizes) if (size > MAIN_BYTES_MAX) tally.count('looks at a hub above 300 MiB')
}
