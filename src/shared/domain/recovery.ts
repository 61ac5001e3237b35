// A house restored from a backup [SYNC 4.7]: what it waits for before it sells, and what it records when it does. Owns which kiosks
// must have reported, and how much; must never know how anybody reached it.

import type { KioskId, StaffId } from './ids.ts'

/**
 * The house goes on from a backup under a new epoch: what was recorded under the old one and is not in this journal is not part of
 * it. Part of events.ts.
 */
export interface HouseRestored {
  readonly type: 'house-restored'
  /** Grows with every restore, so that the houses before and after it are not mistaken for each other. */
  readonly epoch: number
  /** Identifies this database file: chosen afresh at every restore. */
  readonly storeId: string
  /** The journal's last row in the backup, and how many rows kiosks handed in after it. */
  readonly backupSequence: number
  readonly taken: number
  /** The furthest row that any kiosk had seen; sales in rows beyond the last one here are lost. */
  readonly seen: number
  /** Known kiosks that had not reported when it was opened, or whose key is also on a second machine that was not heard. */
  readonly missing: readonly KioskId[]
  /** Why it was opened without them, and who confirmed that as the second person; null: all had reported. */
  readonly reason: string | null
  readonly secondStaffId: StaffId | null
}

/** A recovery in progress: until it is over the house sells nothing and its own journal does not grow. */
export interface Recovery {
  readonly epoch: number
  readonly storeId: string
  readonly backupSequence: number
  readonly restoredAtMs: number
  /** [SYNC 5.9] Nobody restored the house; this kiosk found that its files are older than what it had seen. Null: it was restored. */
  readonly foundBy: KioskId | null
  /** Kiosks that may have rows which this house lacks, and have not reported yet. */
  readonly awaits: readonly KioskId[]
  /** Kiosks that have not handed in all their receipts yet. */
  readonly unheard: readonly KioskId[]
  /** Kiosks whose key is on two machines, of which only one is heard. Left out: none. */
  readonly doubled?: readonly KioskId[]
  /** The furthest journal row that any of them saw. */
  readonly seen: number
}

/** A kiosk has said how far its copy goes; `isAll`: it has handed in all of it. Idempotent. */
export function afterWord(
  recovery: Recovery,
  kioskId: KioskId,
  { sequence, isAll }: { readonly sequence: number; readonly isAll: boolean },
): Recovery {
  const awaits = isAll ? recovery.awaits.filter((one) => one !== kioskId) : recovery.awaits
  return { ...recovery, awaits, seen: Math.max(recovery.seen, sequence) }
}

/** A kiosk has handed in all its receipts of sales since the backup. */
export function afterReceipts(recovery: Recovery, kioskId: KioskId): Recovery {
  return { ...recovery, unheard: recovery.unheard.filter((one) => one !== kioskId) }
}

/** A second machine with the kiosk's key was turned away: what only that machine has will not arrive, so people have to decide. */
export function afterSecond(recovery: Recovery, kioskId: KioskId): Recovery {
  return { ...recovery, doubled: [...new Set([...(recovery.doubled ?? []), kioskId])] }
}

/** All kiosks have reported, none has a double, and none saw more than is here now. `newest`: the journal's last row now. */
export function isOver({ awaits, unheard, doubled = [], seen }: Recovery, newest: number): boolean {
  return awaits.length === 0 && unheard.length === 0 && doubled.length === 0 && seen <= newest
}

export interface Opening {
  readonly reason: string
  readonly secondStaffId: StaffId | null
}

/** The event recorded when the house sells again. `opening` null: nobody had to open it. */
export function restoredEvent(recovery: Recovery, newest: number, opening: Opening | null): HouseRestored {
  const { epoch, storeId, backupSequence, awaits, unheard, doubled = [], seen } = recovery
  const taken = newest - backupSequence
  const { reason = null, secondStaffId = null } = opening ?? {}
  const facts = {
    epoch,
    storeId,
    backupSequence,
    taken,
    seen,
    missing: [...new Set([...awaits, ...unheard, ...doubled])],
  }
  return { type: 'house-restored', ...facts, reason, secondStaffId }
}
