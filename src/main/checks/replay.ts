// The journal, replayed into an empty house: gives each event together with the state just before it, and in the end the rows
// that there should be. Owns the scratch store; must never read any of the house's own rows but the journal's.

import type { BookingState } from '../../shared/domain/booking.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { writesOf } from '../store/projection.ts'
import { openScratch } from '../store/scratch-store.ts'
import type { SqliteStore } from '../store/sqlite-store.ts'
import type { Row, Write } from '../store/store.ts'
import type { Step } from './check.ts'
import { SeatOwners } from './seat-owners.ts'

/** What the journal alone tells of a step. */
type Told = Omit<Step, 'transfers'>

/** Why a row cannot be replayed. */
export interface Stumble {
  readonly sequence: number
  readonly why: string
}

export class Replay {
  readonly store: SqliteStore = openScratch()
  readonly stumbles: Stumble[] = []
  readonly #owners = new SeatOwners()

  /** The steps of these rows, in order; a row that cannot be read or replayed becomes a stumble instead. */
  follow(rows: readonly Row<'journal'>[]): Told[] {
    return this.store.transaction(() =>
      rows.flatMap((row) => {
        try {
          return [this.#step(row)]
        } catch (error) {
          this.stumbles.push({
            sequence: row.sequence,
            why: error instanceof Error ? error.message : String(error),
          })
          return []
        }
      }),
    )
  }

  close(): void {
    this.store.close()
  }

  #step(row: Row<'journal'>): Told {
    const event = JSON.parse(row.body) as HouseEvent
    const before = 'bookingId' in event ? (this.store.get('booking', event.bookingId) ?? null) : null
    const writes = writesOf({ row, event }).filter((write) => !isOfJournal(write))
    const changes = this.#owners.follow(event, before?.sequence ?? row.sequence)
    this.store.write(writes)
    return { row, event, before, becomes: stateIn(writes), changes }
  }
}

function isOfJournal(write: Write): boolean {
  return 'put' in write && write.put === 'journal'
}

/** The state that these writes bring a booking to. */
function stateIn(writes: readonly Write[]): BookingState | null {
  for (const write of writes) {
    if ('put' in write && write.put === 'booking') return write.row.state
    if ('change' in write && write.change === 'booking' && write.set.state !== undefined)
      return write.set.state
  }
  return null
}
