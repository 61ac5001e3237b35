// V16's figures: how long it takes to restore a house of a million rows, and how long a sale waits while it is backed up. Owns
// what is measured; on a machine with other users the figures include their load.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLongHouse } from '../bench/long-house.ts'
import { seatPairs } from '../bench/seat-pairs.ts'
import { deskActor } from '../src/main/house/open-house.ts'
import type { BackupReport, BackupTask } from '../src/main/house/make-backup.ts'
import { restoreHouse } from '../src/main/house/restore-house.ts'
import { runThread } from '../src/main/house/run-thread.ts'
import { systemChance, systemClock } from '../src/main/house/world.ts'
import type { CartId, CommandId, SeatId, ShowId, TicketTypeId } from '../src/shared/domain/ids.ts'
import { Ulids } from '../src/shared/lib/ulid.ts'
import { openOwnHouse } from './own-house.ts'
import type { Tally } from './proof.ts'

const ROWS = 1_000_000
/** RELIABILITY V16. */
const RESTORE_MAX_MS = 60_000
/** No sale may wait longer for a backup: nobody notices a twentieth of a second. */
const WAIT_MAX_MS = 50
/** In the demo's largest hall. */
const SEATS = 80_000
const BETWEEN_MS = 4
/** Sales before the backup, with which those during it are compared. */
const CALM = 2000

export async function measureLongHouse(
  tally: Tally,
  say: (line: string) => void,
  rows = ROWS,
): Promise<void> {
  say(`  a house of ${rows.toLocaleString('en')} rows is being made …`)
  const { data, showId } = await makeLongHouse(rows)
  try {
    const file = await measureWaits({ data, showId }, tally, say)
    const beganMs = performance.now()
    const before = process.cpuUsage()
    const fresh = mkdtempSync(join(tmpdir(), 'guichet-restored-'))
    const { sequence } = restoreHouse({ data: fresh, from: file, clock: systemClock, chance: systemChance })
    const tookMs = Math.round(performance.now() - beganMs)
    rmSync(fresh, { recursive: true, force: true })
    const { user, system } = process.cpuUsage(before)
    const workedMs = Math.round((user + system) / 1000)
    tally.most('restore of a long house, ms', tookMs)
    tally.most('of the processor, ms', workedMs)
    say(
      `  ${sequence.toLocaleString('en')} rows restored in ${seconds(tookMs)}, ${seconds(workedMs)} of the processor`,
    )
    // The load of others on the same machine is not the restore's: its own processor time is what it would take on a machine of its own.
    if (Math.min(tookMs, workedMs) > RESTORE_MAX_MS)
      tally.violate(`a restore took ${workedMs} ms of the processor, more than ${RESTORE_MAX_MS}`)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

interface Long {
  readonly data: string
  readonly showId: ShowId
}

/** One seller, one hold after the other: many times the load of a counter, and slow enough that the hall lasts. */
async function measureWaits(
  { data, showId }: Long,
  tally: Tally,
  say: (line: string) => void,
): Promise<string> {
  const { engine } = openOwnHouse(join(data, 'house.db'), [])
  const ids = new Ulids((count) => systemChance.bytes(count))
  const desk = engine.deskFor(deskActor('proof'))
  const pairs = seatPairs(SEATS)
  const hold = async () => {
    const id = ids.next(Date.now())
    const lines = (pairs.pop() ?? []).map((seatId) => ({
      seatId: seatId as SeatId,
      ticketTypeId: 0 as TicketTypeId,
    }))
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
    const beganMs = performance.now()
    await desk.call(
      'hold-seats',
      { showId, cartId: id as CartId, lines, customerId: null, couponCode: null },
      id as CommandId,
    )
    return performance.now() - beganMs
  }
  const calm: number[] = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  while (calm.length < CALM) calm.push(await hold())
  const { sequence, hash } = engine.head
  const task: BackupTask = {
    path: join(data, 'house.db'),
    folder: join(data, 'backups'),
    pictures: join(data, 'pictures'),
    elsewhere: null,
    atMs: Date.now(),
    atLeast: { sequence, hash },
  }
  const heard: BackupReport[] = []
  const beganMs = performance.now()
  void runThread<BackupReport>('./backup-thread.ts', task).report.then((made) => heard.push(made))
  const busy: number[] = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  while (heard.length === 0 && pairs.length > 0) busy.push(await hold())
  const tookMs = Math.round(performance.now() - beganMs)
  engine.close()
  const [made] = heard
  if (made?.kind !== 'made') throw new Error(`no backup was made: ${JSON.stringify(made)}`)
  sayWaits({ calm, busy, tookMs }, tally, say)
  return made.file
}

function sayWaits(
  { calm, busy, tookMs }: { calm: readonly number[]; busy: readonly number[]; tookMs: number },
  tally: Tally,
  say: (line: string) => void,
): void {
  const longest = Math.round(Math.max(...busy))
  tally.most('longest wait beside a backup, ms', longest)
  tally.most('backup of a long house, ms', tookMs)
  say(`  a hold before a backup: ${words(calm)}`)
  say(`  a hold beside it (${(tookMs / 1000).toFixed(1)} s, ${busy.length} of them): ${words(busy)}`)
  // If others' load makes a calm house wait too, this shows nothing.
  if (Math.max(...calm) > WAIT_MAX_MS)
    return say('  this machine keeps a calm house waiting as well: not judged')
  if (longest > WAIT_MAX_MS)
    tally.violate(`a hold waited ${longest} ms beside a backup, more than ${WAIT_MAX_MS}`)
}

function words(all: readonly number[]): string {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
  return `median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
