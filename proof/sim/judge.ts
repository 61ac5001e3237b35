// What must be true of a simulated evening once everything works again. Owns the verdict; takes the product's invariants from
// where all proofs take them.

import { checkBookings } from '../../src/main/checks/check-invariants.ts'
import type Database from 'better-sqlite3'
import { type TableName, keys } from '../../src/main/store/rows.ts'
import { SqliteStore } from '../../src/main/store/sqlite-store.ts'
import type { Store } from '../../src/main/store/store.ts'
import type { CommandId } from '../../src/shared/domain/ids.ts'
import { SECOND_MS } from '../../src/shared/lib/time.ts'
import { checkHouse, lostOf } from '../checks.ts'
import type { Tally } from '../proof.ts'
import type { Clones } from './clones.ts'
import type { SimHub } from './hub.ts'
import type { KioskLife, SimKiosk } from './kiosk.ts'
import type { Restores } from './restores.ts'
import { Screen } from './screen.ts'
import type { Witness } from './witness.ts'
import { deskActor } from '../../src/main/house/open-house.ts'

/** [I6] By then the sweeper has run. */
const SWEPT_MS = 60 * SECOND_MS

export interface Evening {
  readonly hub: SimHub
  readonly kiosks: readonly SimKiosk[]
  readonly witness: Witness
  readonly tally: Tally
  readonly restores: Restores
  readonly clones: Clones
}

/**
 * Quick enough to run during the evening. The sweeper notices a leap of the clock only within half a minute, so [I6] is judged at the end.
 */
export function judgeOnTheWay({ hub, tally }: Evening): void {
  // During a recovery rows arrive in pages, and a page may end in the middle of a command.
  if (hub.recovery) return
  for (const { id, where, found } of checkBookings(new SqliteStore(hub.database)))
    if (id !== 'I6') tally.violate(`${id} ${where}: ${found}`)
}

export async function judge(evening: Evening): Promise<void> {
  const { hub, kiosks, tally, restores } = evening
  const store = new SqliteStore(hub.database)
  await tally.guard('the house afterwards', () => checkHouse(store))
  judgeAcked(evening, store)
  restores.judge()
  judgeTurnedAway(evening)
  judgeHolds(evening)
  const { engine } = hub
  if (!engine) return tally.violate('I29 the hub is down')
  const own = new Screen(engine.deskFor(deskActor('judge')), () => {})
  const whole = rowsOf(hub.database)
  for (const { name, now, copy } of kiosks) {
    if (now) judgeKiosk(name, now, own, tally)
    else tally.violate(`I29 ${name} is down`)
    if ((now?.mirror.mismatches ?? 0) > 0) tally.violate(`I26 ${name} had a copy that said something else`)
    for (const [table, rows] of rowsOf(copy))
      if (rows !== whole.get(table)) tally.violate(`I26 ${name} has another ${table} in its copy`)
  }
}

/** [I23] Each answer stands; or, after a restore, the loss is accounted for. */
function judgeAcked({ witness, restores, tally }: Evening, store: Store): void {
  for (const acked of witness.acked.values()) {
    const [lost] = lostOf(store, [acked])
    if (lost === undefined) continue
    const excuse = restores.excuseOf(acked.id as CommandId, store)
    if (excuse === null) tally.violate(`I23 ${lost}`)
    else tally.count(`gone with the house: ${excuse}`)
  }
}

/**
 * The tables of a house that a copy of it has too. PINs and passwords stay where they are compared, settings belong to each
 * machine, and of the answers a copy has only those that left something in the journal.
 */
function rowsOf(database: Database.Database): ReadonlyMap<TableName, string> {
  const store = new SqliteStore(database)
  const tables = Object.keys(keys) as TableName[]
  return new Map(
    tables.filter((table) => !ownTables.has(table)).map((table) => [table, JSON.stringify(store.all(table))]),
  )
}
const ownTables: ReadonlySet<TableName> = new Set<TableName>(['pin', 'password', 'meta', 'command'])

/** [SYNC 5.3] If a kiosk was told that nothing was executed, that must be true. */
function judgeTurnedAway({ hub, witness, tally, clones }: Evening): void {
  for (const id of witness.turnedAway) {
    if (clones.askedByBoth.has(id)) continue
    const kept = new SqliteStore(hub.database).get('command', id)
    if (kept) tally.violate(`SYNC 5.3 ${id} was told that it was not heard, and it was`)
  }
}

function judgeHolds({ hub, tally }: Evening): void {
  const nowMs = hub.engine?.nowMs() ?? 0
  for (const { bookingId, expiresAtMs, state, lapsedAtMs } of new SqliteStore(hub.database).all('booking'))
    if (state === 'reserved' && lapsedAtMs === null && expiresAtMs + SWEPT_MS < nowMs)
      tally.violate(`I6 ${bookingId} ended ${nowMs - expiresAtMs} ms ago and is still held`)
}

function judgeKiosk(name: string, { office, kept, screen }: KioskLife, own: Screen, tally: Tally): void {
  const open = kept.open()
  if (open.length > 0)
    tally.violate(`I29 ${name} still asks ${open.map(({ commandId }) => commandId).join(', ')}`)
  if (office.connection !== 'open') tally.violate(`I29 ${name} has found no way to the hub`)
  if (screen.revision !== own.revision)
    tally.violate(`I29 ${name} shows revision ${screen.revision}, the hub has ${own.revision}`)
  if (String(screen.states) !== String(own.states))
    tally.violate(`I29 ${name} shows other seats than there are`)
}

/** [I28] Whoever is told that it is done must see it done. Not at a locked desk: it shows no seats. */
export function judgeOwn(
  { hub, tally }: Pick<Evening, 'hub' | 'tally'>,
  id: string,
  { screen }: KioskLife,
  name: string,
): void {
  const row = hub.database
    .prepare<[string], { revision: number | null }>(
      'SELECT max(revision) AS revision FROM journal WHERE command_id = ?',
    )
    .get(id)
  const revision = row?.revision ?? null
  tally.count('own deeds looked for')
  if (revision !== null && screen.revision < revision)
    tally.violate(`I28 ${name} hears of ${id} at revision ${revision} and still shows ${screen.revision}`)
}
