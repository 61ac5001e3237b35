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

/** The ticket type that all lines have; null if they differ or there are none. */
export function typeOfAll(lines: readonly Pick<WantedLine, 'ticketTypeId'>[]): TicketTypeId | null {
  const [first] = lines
  return first && lines.every(({ ticketTypeId }) => ticketTypeId === first.ticketTypeId)
    ? first.ticketTypeId
    : null
}

/** The type after the current one; after the last, or if the lines differ, the first. */
export function nextType(types: readonly TicketTypeId[], now: TicketTypeId | null): TicketTypeId | undefined {
  const at = now === null ? -1 : types.indexOf(now)
  return types[(at + 1) % types.length]
}

/** The types on offer where this one is chosen. Includes it even if it is no longer sold, or another would be shown in its place. */
export function offeredWith(types: readonly TicketTypeId[], now: TicketTypeId): readonly TicketTypeId[] {
  return types.includes(now) ? types : [now, ...types]
}
