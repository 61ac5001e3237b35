// A house that came back from a backup [SYNC 4.7]: what it waits for before it sells, and what it writes down when it does. Owns who must
// have spoken, and how far; must never know how anybody reached it.

import type { KioskId, StaffId } from './ids.ts'

/**
 * The house goes on from a backup, under a number of its own: what was recorded under the one before and is not here, is no part of it.
 * Part of events.ts.
 */
export interface HouseRestored {
  readonly type: 'house-restored'
  /** Grows with every restore, so that nobody takes two houses for one. */
  readonly epoch: number
  /** Of this file: chosen anew with every restore. */
  readonly storeId: string
  /** The journal's last row in the backup, and how many rows kiosks handed in after it. */
  readonly backupSequence: number
  readonly taken: number
  /** The furthest row that any kiosk had seen; beyond the last one here, what was sold is lost. */
  readonly seen: number
  /** Known kiosks that had not spoken when it was opened, or of which another machine was not heard. */
  readonly missing: readonly KioskId[]
  /** Why it was opened all the same, by whose second word; null: it was not, all had spoken. */
  readonly reason: string | null
  readonly secondStaffId: StaffId | null
}

/** Until it is over, the house sells nothing and its journal stands still. */
export interface Recovery {
  readonly epoch: number
  readonly storeId: string
  readonly backupSequence: number
  readonly restoredAtMs: number
  /** [SYNC 5.9] Nobody restored it: its files are older than what this kiosk saw. Null: it was restored. */
  readonly foundBy: KioskId | null
  /** Kiosks that may hold what this house has not, and have not spoken yet. */
  readonly awaits: readonly KioskId[]
  /** Kiosks that have not handed in all their receipts yet. */
  readonly unheard: readonly KioskId[]
  /** Kiosks whose key two machines have: only one of them is heard. Left out: none. */
  readonly doubled?: readonly KioskId[]
  /** The furthest row of the journal that any of them saw. */
  readonly seen: number
}

/** A kiosk has said how far its copy goes; `isAll`: nothing of that is still to come. Twice is no harm. */
export function afterWord(
  recovery: Recovery,
  kioskId: KioskId,
  { sequence, isAll }: { readonly sequence: number; readonly isAll: boolean },
): Recovery {
  const awaits = isAll ? recovery.awaits.filter((one) => one !== kioskId) : recovery.awaits
  return { ...recovery, awaits, seen: Math.max(recovery.seen, sequence) }
}

/** It has handed in every receipt that it has of what was sold since the backup. */
export function afterReceipts(recovery: Recovery, kioskId: KioskId): Recovery {
  return { ...recovery, unheard: recovery.unheard.filter((one) => one !== kioskId) }
}

/** Another machine with its key was turned away: what that one alone has nobody will bring, so that people have to say what now. */
export function afterSecond(recovery: Recovery, kioskId: KioskId): Recovery {
  return { ...recovery, doubled: [...new Set([...(recovery.doubled ?? []), kioskId])] }
}

/** Everybody has spoken, each with one voice, and nobody saw more than there is: `newest` is the journal's last row now. */
export function isOver({ awaits, unheard, doubled = [], seen }: Recovery, newest: number): boolean {
  return awaits.length === 0 && unheard.length === 0 && doubled.length === 0 && seen <= newest
}

export interface Opening {
  readonly reason: string
  readonly secondStaffId: StaffId | null
}

/** What is written down when it sells again. `opening` null: it was over by itself. */
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
