import type { Found } from './asks.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { KioskId, VenueId } from './ids.ts'
import type { PaperTemplate } from './paper.ts'
import type { Printing } from './print-ways.ts'

/** [T2] Sets the printing of the kiosk that asks, and of no other. */
export function decideSetPrinting(
  _found: unknown,
  printing: Printing,
  { actor }: Context,
): Decision<{ readonly kioskId: KioskId }> {
  const { kioskId } = actor
  return accept([{ type: 'entry-saved', entry: { kind: 'printing', kioskId, ...printing } }], { kioskId })
}

export function decideSetPaper(
  { venue }: Found<'venue'>,
  { venueId, template }: { readonly venueId: VenueId; readonly template: PaperTemplate },
  _context: Context,
): Decision<{ readonly venueId: VenueId }> {
  if (!venue) return refuse({ code: 'NOT_FOUND', what: 'venue', id: String(venueId) })
  return accept([{ type: 'entry-saved', entry: { kind: 'paper', venueId, template } }], { venueId })
}
