// What must hold of a house's rows whatever was done to its process or its disk. Owns nothing but the order of the checks; the
// one place from which proofs take the product's invariants.

import Database from 'better-sqlite3'
import { answerOf } from '../src/main/engine/kept-answers.ts'
import { checkInvariants } from '../src/main/checks/check-invariants.ts'
import { SqliteStore } from '../src/main/store/sqlite-store.ts'
import type { Store } from '../src/main/store/store.ts'
import { assert } from '../src/shared/lib/assert.ts'
import { digestOf } from './digest.ts'
import type { Acked } from './seller-lines.ts'

/** Every invariant there is [I1–I25]; throws if one does not hold, naming its number. */
export function checkHouse(store: Store): void {
  const findings = checkInvariants(store)
  assert(
    findings.length === 0,
    findings.map(({ id, where, found }) => `${id} ${where}: ${found}`).join(' · '),
  )
  checkOneEffect(store)
}

/** [I24] The events of a command are consecutive, and none comes twice for one booking. */
function checkOneEffect(store: Store): void {
  const last = new Map<string, number>()
  const seen = new Set<string>()
  for (const { commandId, sequence, kind, body } of store.all('journal')) {
    // Somebody was refused and came again with the right to it: that left a row, but had no effect.
    if (kind === 'attempt-refused') continue
    const before = last.get(commandId)
    assert(before === undefined || before === sequence - 1, `I24 ${commandId} has one effect`)
    last.set(commandId, sequence)
    const { bookingId } = JSON.parse(body) as { bookingId?: string }
    if (bookingId === undefined) continue
    const effect = `${commandId} ${kind} ${bookingId}`
    assert(!seen.has(effect), `I24 ${effect} once`)
    seen.add(effect)
  }
}

/** [I23] Acknowledged commands that the house does not know, or for which it has another answer. */
export function lostOf(store: Store, acked: readonly Acked[]): string[] {
  return acked.flatMap(({ id, digest }) => {
    const kept = store.get('command', id)
    if (!kept) return [`${id} was acknowledged and is gone`]
    return digestOf(answerOf(store, kept.answer)) === digest ? [] : [`${id} has another answer by now`]
  })
}

/** Looks at a house that a process may have open: at one instant of it, without writing. */
export function lookAt(file: string, look: (store: Store) => void): void {
  const database = new Database(file, { readonly: true })
  try {
    database.exec('BEGIN')
    look(new SqliteStore(database))
  } finally {
    database.close()
  }
}
