import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { TicketTypeId } from '../../../shared/domain/ids.ts'
import type { WantedLine } from '../../../shared/domain/pricing.ts'
import type { Plan } from '../../../shared/domain/seat-plan/plan.ts'

type Priced = Pick<ShowRow, 'prices' | 'ticketTypes'>

/** The ticket types that every chosen seat admits, in the show's order. */
export function commonTypes(
  { prices, ticketTypes }: Priced,
  { category }: Pick<Plan, 'category'>,
  lines: readonly Pick<WantedLine, 'seatId'>[],
): readonly TicketTypeId[] {
  const all = ticketTypes.map((_, type) => type as TicketTypeId)
  return all.filter((type) =>
    lines.every(({ seatId }) => typeof prices[category[seatId] ?? 0]?.[type] === 'number'),
  )
}

/** The one that all of them have; null: they differ, or there are none. */
export function typeOfAll(lines: readonly Pick<WantedLine, 'ticketTypeId'>[]): TicketTypeId | null {
  const [first] = lines
  return first && lines.every(({ ticketTypeId }) => ticketTypeId === first.ticketTypeId)
    ? first.ticketTypeId
    : null
}

/** The one after theirs, and from the last, or where they differ, the first. */
export function nextType(types: readonly TicketTypeId[], now: TicketTypeId | null): TicketTypeId | undefined {
  const at = now === null ? -1 : types.indexOf(now)
  return types[(at + 1) % types.length]
}

/** What there is to choose from where this one is chosen: also one that is not sold any more, or another would stand there in its place. */
export function offeredWith(types: readonly TicketTypeId[], now: TicketTypeId): readonly TicketTypeId[] {
  return types.includes(now) ? types : [now, ...types]
}
