import type { Decision } from '../../shared/domain/decision.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { CommandId, KioskId, StaffId } from '../../shared/domain/ids.ts'
import type { Log } from './ports.ts'

/** Which command, and who sent it; for the house itself kiosk and staff are missing. */
export interface CommandFacts {
  readonly command: string
  readonly commandId: CommandId
  readonly kiosk?: KioskId
  readonly staff?: StaffId
}

/** [C6] Logs every hold, extension, release, payment and refusal with its ids: one line per event or refusal. */
export function logDecision(log: Log, facts: CommandFacts, decision: Decision<unknown>): void {
  if (!decision.accepted) log.info({ ...facts, refusal: decision.refusal }, 'refused')
  for (const event of decision.events ?? []) log.info(() => ({ ...facts, ...idsOf(event) }), event.type)
}

export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function idsOf(event: HouseEvent): object {
  if (event.type === 'entry-saved') return { entry: event.entry.kind }
  if (event.type === 'attempt-refused') return { operation: event.operation }
  // Not logged as `staff`: that is who sent the command.
  if (!('showId' in event) && 'staffId' in event) return { of: event.staffId }
  if (event.type === 'rows-changed')
    return { of: event.of, rows: event.alike.flatMap(({ ids }) => ids).length }
  if ('changeId' in event) return { changeId: event.changeId }
  if (event.type === 'seats-blocked' || event.type === 'seats-unblocked')
    return { showId: event.showId, seats: event.seatIds }
  if (event.type === 'plan-imported') return { planId: event.planId, seats: event.seats }
  if (event.type === 'wallet-topped-up') return { walletId: event.walletId, amountMinor: event.amountMinor }
  if (event.type === 'show-replanned') return { showId: event.showId, planId: event.planId }
  if (event.type === 'prices-set') return { showId: event.showId, version: event.version }
  if (event.type === 'standby-joined' || event.type === 'standby-left' || event.type === 'standby-served')
    return { showId: event.showId, cartId: event.cartId }
  if (event.type === 'alert-raised' || event.type === 'alert-ended') return { showId: event.showId }
  if (event.type === 'message-asked' || event.type === 'message-queued')
    return { about: event.about, told: event.kind, channel: event.channel }
  if ('messageId' in event)
    return { messageId: event.messageId, ...('problem' in event && { problem: event.problem }) }
  if (event.type === 'house-restored') return { epoch: event.epoch, taken: event.taken }
  if (event.type === 'sale-lost')
    return { bookingId: event.sale.bookingId, isSettled: event.settled !== null }
  if (event.type === 'update-asked') return { version: event.version, when: event.when }
  const seats =
    'lines' in event ? event.lines.map((line) => line.label) : 'seatIds' in event ? event.seatIds : undefined
  const { showId, bookingId } = event
  return seats ? { showId, bookingId, seats } : { showId, bookingId }
}
