// The journal's row and its hash chain. Owns what a hash covers; must never decide what is journaled.

import { hash } from 'node:crypto'
import type { Actor } from '../../shared/domain/catalogue.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { showOf } from '../../shared/domain/seat-changes.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { Row } from './rows.ts'

/** One event as it was recorded: the row, and its parsed body. */
export interface JournalEntry {
  readonly row: Row<'journal'>
  readonly event: HouseEvent
}

/** The newest row's place in the chain; before the first row: sequence 0 and 32 zero bytes. */
export interface JournalHead {
  readonly sequence: number
  readonly hash: Uint8Array
  readonly atMs: number
}

export const emptyHead: JournalHead = { sequence: 0, hash: new Uint8Array(32), atMs: 0 }

export interface Occasion {
  readonly atMs: number
  readonly actor: Actor
  readonly commandId: CommandId
}

/** The next row after `head`. `revision`: the new revision of the event's show; null if it has none. */
export function makeEntry(
  head: JournalHead,
  event: HouseEvent,
  revision: number | null,
  { atMs, actor, commandId }: Occasion,
): JournalEntry {
  const row = {
    sequence: head.sequence + 1,
    showId: showOf(event),
    revision,
    atMs,
    kind: event.type,
    body: JSON.stringify(event),
    staffId: actor.staffId,
    role: actor.role,
    kioskId: actor.kioskId,
    commandId,
    hash: emptyHead.hash,
  }
  row.hash = hashOf(row, head.hash)
  return { row, event }
}

const HASH_BYTES = 32
/** For one UTF-16 code unit. */
const UTF8_BYTES_MAX = 3
let room = Buffer.alloc(0)

/** One buffer for all hashes: allocating one for each costs as much as hashing. */
function roomFor(bytes: number): Buffer {
  if (room.length < bytes) room = Buffer.alloc(2 * bytes)
  return room
}

/** SHA-256 over the previous row's hash and every field of the row, in this order. */
export function hashOf(row: Omit<Row<'journal'>, 'hash'>, previousHash: Uint8Array): Uint8Array {
  const { sequence, showId, revision, atMs, kind, body, staffId, role, kioskId, commandId } = row
  const fields = JSON.stringify([
    sequence,
    showId,
    revision,
    atMs,
    kind,
    body,
    staffId,
    role,
    kioskId,
    commandId,
  ])
  const scratch = roomFor(HASH_BYTES + fields.length * UTF8_BYTES_MAX)
  scratch.set(previousHash)
  const end = HASH_BYTES + scratch.write(fields, HASH_BYTES)
  // Through a string: a buffer returned by the hash itself is a separate allocation, which costs half as much as hashing.
  return Buffer.from(hash('sha256', scratch.subarray(0, end), 'binary'), 'binary')
}

/** Follows the chain over rows in order; returns the first sequence that does not fit, or null. */
export function brokenLink(rows: Iterable<Row<'journal'>>, head: JournalHead = emptyHead): number | null {
  let before = head
  for (const row of rows) {
    const follows = row.sequence === before.sequence + 1
    if (!follows || !sameBytes(row.hash, hashOf(row, before.hash))) return row.sequence
    before = row
  }
  return null
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
