import type { Lead } from '../../stores/reports.ts'

/** How many rows a number leads to. */
export function rowsOf(lead: Lead): number {
  if (lead.of === 'bookings') return lead.bookingIds.length
  if (lead.of === 'moves') return lead.moves.length
  return lead.of === 'refusals' ? lead.refusals.length : lead.shows.length
}
