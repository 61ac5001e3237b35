// Serves those who wait, in the commit that freed the seats [H15]. Owns when the queue is processed and in whose name its holds
// are made; who is served is decided by the domain, and each hold is decided like any other.

import type { Actor } from '../../shared/domain/catalogue.ts'
import type { Context } from '../../shared/domain/decision.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { decideHold, holdReads } from '../../shared/domain/hold.ts'
import type { CommandId, SeatId, ShowId, TicketTypeId } from '../../shared/domain/ids.ts'
import { seatChanges } from '../../shared/domain/seat-changes.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import type { FoundShow } from '../../shared/domain/show.ts'
import { type Served, type Waiting, decideStandby } from '../../shared/domain/standby.ts'
import type { Occasion } from '../store/journal.ts'
import type { Reader } from './reader.ts'
import { statesNow } from './states-now.ts'

interface Parts {
  readonly reader: Reader
  readonly contextAt: (nowMs: number, actor: Actor) => Context
  readonly newCommandId: (nowMs: number) => CommandId
  /** Records events in an actor's name; later reads in the same commit see them. */
  readonly record: (events: readonly HouseEvent[], occasion: Occasion) => void
}

export class StandbyDesk {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Somebody waits for the show, and a hold has ended by the clock without that being recorded yet. */
  isDueIn(showId: ShowId, nowMs: () => number): boolean {
    return this.#waitingIn(showId).length > 0 && this.#parts.reader.pending.nextEndMs() <= nowMs()
  }

  serveAfter(events: readonly HouseEvent[], occasion: { readonly atMs: number }): void {
    for (const showId of showsToServe(events)) this.#serve(showId, occasion)
  }

  #serve(showId: ShowId, occasion: { readonly atMs: number }): void {
    const { reader } = this.#parts
    const show = reader.show(showId)
    // Carts that hold something by now are skipped: they must not lose it to what they wait for.
    const queue = this.#waitingIn(showId).filter(({ cartId }) => reader.pending.ofCart(cartId) === null)
    if (!show || queue.length === 0) return
    const plan = reader.planOfShow(showId)
    const states = statesNow(reader, show, occasion.atMs)
    for (const served of decideStandby(plan, states, queue, show.sort === 'film'))
      this.#hold(show, plan, served, occasion)
  }

  /** If the rules of the show refuse (a ladies' seat, sales over), the cart keeps waiting. */
  #hold(
    show: FoundShow,
    plan: Plan,
    { waiting, seatIds }: Served,
    { atMs }: { readonly atMs: number },
  ): void {
    const { reader, contextAt, newCommandId, record } = this.#parts
    const { showId, cartId, kioskId } = waiting
    const lines = seatIds.map((seatId) => ({ seatId, ticketTypeId: firstTypeOf(show, plan, seatId) }))
    const request = { showId, cartId, lines, customerId: null, couponCode: null }
    const actor = actorOf(waiting)
    const decision = decideHold(reader.read(holdReads(request, atMs)), request, contextAt(atMs, actor))
    if (!decision.accepted) return
    const heldAs = decision.value.booking.bookingId
    const served = { type: 'standby-served', showId, cartId, kioskId, heldAs } as const
    // Under a command id of its own, made here: nobody sends it, and nobody can repeat it.
    record([...decision.events, served], { atMs, actor, commandId: newCommandId(atMs) })
  }

  #waitingIn(showId: ShowId): readonly Waiting[] {
    return this.#parts.reader.read({ waiting: showId }).waiting
  }
}

/** Shows in which an event may serve somebody: seats became free, or somebody joined. */
function showsToServe(events: readonly HouseEvent[]): ReadonlySet<ShowId> {
  const shows = new Set<ShowId>()
  for (const event of events)
    if ('showId' in event && (event.type === 'standby-joined' || freesSeats(event))) shows.add(event.showId)
  return shows
}

function freesSeats(event: HouseEvent): boolean {
  return seatChanges(event).some(({ state, seatIds }) => state === 'available' && seatIds.length > 0)
}

function firstTypeOf({ prices }: FoundShow, plan: Plan, seatId: SeatId): TicketTypeId {
  const first = prices[plan.category[seatId] ?? 0]?.findIndex((price) => price !== null) ?? 0
  return Math.max(0, first) as TicketTypeId
}

/** In the name of whoever joined the queue, but with a clerk's rights: nobody is there to give a manager's approval. */
function actorOf({ kioskId, staffId }: Waiting): Actor {
  return { staffId, kioskId, name: 'standby', role: 'clerk' }
}
