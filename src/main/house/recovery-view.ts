// [SYNC 4.7] What a screen is told of a house that waits: for which kiosks, and which of its sales are lost. Must never say more than the
// rows do.

import type { RecoveryView } from '../../shared/contract/recovery-news.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import type { Recovery } from '../../shared/domain/recovery.ts'
import { kioskEntries } from '../engine/kiosk-rows.ts'
import type { People } from '../engine/people.ts'
import { signInNames } from '../engine/staff-rows.ts'
import type { Store } from '../store/store.ts'
import type { LostSales } from './lost-sales.ts'

export type Word = RecoveryView['kiosks'][number]['word']

interface Known {
  readonly store: Store
  readonly people: People
  readonly lost: LostSales
  readonly words: ReadonlyMap<KioskId, Word>
  readonly sequence: number
  readonly nowMs: number
}

export function recoveryView(recovery: Recovery, known: Known): RecoveryView {
  const { store, people, lost, words, sequence, nowMs } = known
  const { awaits, unheard, doubled = [], epoch, restoredAtMs, backupSequence, seen } = recovery
  const entries = kioskEntries(store)
  const foundBy = entries.find(({ kioskId }) => kioskId === recovery.foundBy)?.name ?? null
  const wordOf = (kioskId: KioskId): Word => {
    if (awaits.includes(kioskId)) return words.get(kioskId) ?? 'awaited'
    if (unheard.includes(kioskId)) return 'coming'
    return doubled.includes(kioskId) ? 'doubled' : 'spoken'
  }
  const kiosks = entries
    .filter(({ kioskId, active }) => active || awaits.includes(kioskId))
    .map(({ kioskId, name }) => ({ kioskId, name, word: wordOf(kioskId), refused: lost.refusedOf(kioskId) }))
  const staff = people.isOpen ? [] : [...signInNames(people)]
  const facts = { epoch, foundBy, restoredAtMs, backupSequence, seen, sequence }
  return { ...facts, kiosks, lost: lost.view(nowMs), staff }
}
