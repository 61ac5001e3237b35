// Which house this file is, of all that came from one [SYNC 4.7]: its number and name, and whether it may sell yet. Owns those rows of
// `meta`; must never be asked by a sale.

import type { HouseName } from '../../shared/domain/lost-sale.ts'
import type { HouseRestored, Recovery } from '../../shared/domain/recovery.ts'
import { type Row, type Write, put } from './rows.ts'
import type { Store } from './store.ts'

export interface HouseEpoch {
  /** 1, and one more with every restore. */
  readonly epoch: number
  /** Null: this file was never restored. */
  readonly storeId: string | null
}

export function epochOf(store: Pick<Store, 'get'>): HouseEpoch {
  const text = store.get('meta', 'epoch')?.value
  return text === undefined ? { epoch: 1, storeId: null } : (JSON.parse(text) as HouseEpoch)
}

/**
 * [SYNC 5.6] What screens call the house whose revisions they have: another with every restore and every start, for between two starts files may
 * have been put back, and then the same revisions are of other deeds.
 */
export function startName(store: Pick<Store, 'get'>, startedAtMs: number): string {
  const { epoch, storeId } = epochOf(store)
  return `${epoch} ${storeId ?? ''} ${startedAtMs}`
}

/** [SYNC 5.1] What a kiosk writes beside each answer. Null: nothing happened in it yet. */
export function nameOfHouse(store: Pick<Store, 'get'>): HouseName | null {
  const first = store.get('journal', 1)
  return first ? { root: Buffer.from(first.hash).toString('base64'), ...epochOf(store) } : null
}

/** `waits`: for its kiosks, which it is said to. */
export function answering(
  store: Pick<Store, 'get'>,
  waits: boolean,
): (HouseName & { waits: boolean }) | null {
  const name = nameOfHouse(store)
  return name && { ...name, waits }
}

/** As the journal says it. */
export function epochRow({ epoch, storeId }: Pick<HouseRestored, 'epoch' | 'storeId'>): Row<'meta'> {
  const value: HouseEpoch = { epoch, storeId }
  return { key: 'epoch', value: JSON.stringify(value) }
}

/** What earlier versions did not write down. */
type Newer = 'foundBy' | 'unheard'

/** Null: it may sell. */
export function recoveryOf(store: Pick<Store, 'get'>): Recovery | null {
  const text = store.get('meta', 'recovery')?.value
  if (text === undefined) return null
  const recovery = JSON.parse(text) as Omit<Recovery, Newer> & Partial<Pick<Recovery, Newer>>
  // One that was begun by an earlier version was restored, and whoever has spoken was not asked for receipts.
  return { ...recovery, foundBy: recovery.foundBy ?? null, unheard: recovery.unheard ?? recovery.awaits }
}

export function keepRecovery(recovery: Recovery): Write {
  return put('meta', { key: 'recovery', value: JSON.stringify(recovery) })
}
