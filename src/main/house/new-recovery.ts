// [SYNC 4.7] How a house begins to wait for its kiosks: somebody restored it, or it was found to be older than what they know. Owns what
// is written down then; must never say when the wait is over.

import type { KioskId } from '../../shared/domain/ids.ts'
import { type Recovery, restoredEvent } from '../../shared/domain/recovery.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { Ulids } from '../../shared/lib/ulid.ts'
import { houseActor, ownCommandId } from '../engine/commands.ts'
import { JournalWriter } from '../engine/journal-writer.ts'
import { kioskEntries } from '../engine/kiosk-rows.ts'
import type { Engine } from '../engine/engine.ts'
import type { Chance, Clock, Log, PutBack } from '../engine/ports.ts'
import { epochOf, keepRecovery } from '../store/house-epoch.ts'
import type { Store } from '../store/store.ts'

/** No house is restored this often: a kiosk that claims a much higher number must not use up the numbers. */
const AHEAD_MAX = 1000

interface Beginning {
  readonly epoch: number
  /** The newest row that the house has. */
  readonly sequence: number
  readonly foundBy: KioskId | null
  readonly seen: number
}

interface World {
  readonly clock: Clock
  readonly chance: Chance
}

/** Every kiosk that may join may hold rows that are not here. */
export function newRecovery(store: Store, beginning: Beginning, { clock, chance }: World): Recovery {
  const { epoch, sequence, foundBy, seen } = beginning
  const storeId = Buffer.from(chance.bytes(16)).toString('hex')
  const awaits = kioskEntries(store)
    .filter(({ active }) => active)
    .map(({ kioskId }) => kioskId)
  return {
    epoch,
    storeId,
    foundBy,
    backupSequence: sequence,
    restoredAtMs: clock.nowMs(),
    awaits,
    unheard: awaits,
    seen,
  }
}

/**
 * [SYNC 5.9] Nobody knows where files that were put back end, so everything that kiosks have is looked at. Otherwise from the backup's
 * last row on, less a minute: a kiosk learns the hub's clock from its frames, a little late.
 */
export function sinceOf(store: Pick<Store, 'get'>, { foundBy, backupSequence }: Recovery): number {
  if (foundBy !== null) return 0
  return Math.max(0, (store.get('journal', backupSequence)?.atMs ?? 0) - MINUTE_MS)
}

/** What a house has become by its restore. */
export interface RestoredAs {
  readonly epoch: number
  /** The newest row of its journal, and when it was recorded. */
  readonly sequence: number
  readonly atMs: number
  readonly awaits: readonly KioskId[]
}

/** [SYNC 4.7] Call inside a commit. `earlier`: the epoch of the house that was there before; no epoch is given twice. */
export function markRestored(store: Store, earlier: number, world: World): RestoredAs {
  const journal = new JournalWriter(store, world.clock)
  const { sequence, atMs } = journal.head
  const epoch = Math.max(earlier, epochOf(store).epoch) + 1
  const recovery = newRecovery(store, { epoch, sequence, foundBy: null, seen: 0 }, world)
  const { awaits } = recovery
  store.write([keepRecovery(recovery)])
  if (awaits.length === 0) recordRestored(journal, recovery, world)
  return { epoch, sequence, atMs, awaits }
}

/** Nobody else sold from this house: it goes on at once. */
function recordRestored(journal: JournalWriter, recovery: Recovery, { clock, chance }: World): void {
  const atMs = journal.nowMs()
  const commandId = ownCommandId(new Ulids((count) => chance.bytes(count)), clock.nowMs())
  const event = restoredEvent(recovery, journal.head.sequence, null)
  journal.record([event], { atMs, actor: houseActor, commandId })
}

/**
 * [SYNC 5.9] From the next start on the house waits as after a restore, under a number that neither it nor the kiosk has had. Nothing may
 * be recorded after this: the caller has stopped the sale.
 */
export function markPutBack(store: Store, found: PutBack, sequence: number, world: World): Recovery {
  const own = epochOf(store).epoch
  const epoch = Math.max(own, Math.min(found.epoch, own + AHEAD_MAX)) + 1
  const { foundBy, seen } = found
  const recovery = newRecovery(store, { epoch, sequence, foundBy, seen }, world)
  store.transaction(() => store.write([keepRecovery(recovery)]))
  return recovery
}

interface PutBackParts extends World {
  readonly store: Store
  readonly log: Log
  readonly engine: () => Pick<Engine, 'sequence' | 'stopSelling'>
  /** The house waits from now on; it must be opened again. */
  readonly onMarked: () => void
}

/** Acts once: a second kiosk that says the same adds nothing. */
export function whenPutBack(parts: PutBackParts): (found: PutBack) => void {
  const { store, log, engine, onMarked } = parts
  let isMarked = false
  return (found) => {
    if (isMarked) return
    const { sequence } = engine()
    log.error({ ...found, sequence }, 'a kiosk knows rows that this house does not have: its files are older')
    engine().stopSelling()
    try {
      markPutBack(store, found, engine().sequence, parts)
    } catch (error) {
      // The kiosk reports it again within seconds; until then nothing is sold.
      return log.error({ error: String(error) }, 'that this house must wait could not be written down')
    }
    isMarked = true
    onMarked()
  }
}
