// Which house this file is, among all copies of the same origin [SYNC 4.7]: its epoch and name, and whether it may sell yet. Owns
// those rows of `meta`; must never be read during a sale.

import type { HouseName } from '../../shared/domain/lost-sale.ts'
import type { HouseRestored, Recovery } from '../../shared/domain/recovery.ts'
import { type Row, type Write, put } from './rows.ts'
import type { Store } from './store.ts'

export interface HouseEpoch {
  /** 1, plus one for every restore. */
  readonly epoch: number
  /** Null: this file was never restored. */
  readonly storeId: string | null
}

export function epochOf(store: Pick<Store, 'get'>): HouseEpoch {
  const text = store.get('meta', 'epoch')?.value
  return text === undefined ? { epoch: 1, storeId: null } : (JSON.parse(text) as HouseEpoch)
}

/**
 * [SYNC 5.6] The name by which screens know the house whose revisions they have. It changes with every restore and every start:
 * between two starts files may have been put back, and then the same revisions stand for other events.
 */
export function startName(store: Pick<Store, 'get'>, startedAtMs: number): string {
  const { epoch, storeId } = epochOf(store)
  return `${epoch} ${storeId ?? ''} ${startedAtMs}`
}

/** [SYNC 5.1] What a kiosk stores with each answer. Null: nothing has been recorded in the house yet. */
export function nameOfHouse(store: Pick<Store, 'get'>): HouseName | null {
  const first = store.get('journal', 1)
  return first ? { root: Buffer.from(first.hash).toString('base64'), ...epochOf(store) } : null
}

/** `waits`: the house is waiting for its kiosks, and tells them so. */
export function answering(
  store: Pick<Store, 'get'>,
  waits: boolean,
): (HouseName & { waits: boolean }) | null {
  const name = nameOfHouse(store)
  return name && { ...name, waits }
}

/** The row for the epoch that the journal states. */
export function epochRow({ epoch, storeId }: Pick<HouseRestored, 'epoch' | 'storeId'>): Row<'meta'> {
  const value: HouseEpoch = { epoch, storeId }
  return { key: 'epoch', value: JSON.stringify(value) }
}

/** Fields that earlier versions did not write. */
type Newer = 'foundBy' | 'unheard'

/** Null: it may sell. */
export function recoveryOf(store: Pick<Store, 'get'>): Recovery | null {
  const text = store.get('meta', 'recovery')?.value
  if (text === undefined) return null
  const recovery = JSON.parse(text) as Omit<Recovery, Newer> & Partial<Pick<Recovery, Newer>>
  // A recovery begun by an earlier version came from a restore, and kiosks that had reported by then were not asked for receipts.
  return { ...recovery, foundBy: recovery.foundBy ?? null, unheard: recovery.unheard ?? recovery.awaits }
}

export function keepRecovery(recovery: Recovery): Write {
  return put('meta', { key: 'recovery', value: JSON.stringify(recovery) })
}
