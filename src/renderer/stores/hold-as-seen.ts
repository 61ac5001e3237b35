import type { ShowId } from '../../shared/domain/ids.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { ask } from '../box-office.ts'
import { seats } from './seats.ts'

/**
 * [C2] Tells the house which revision of the seat states the choice is based on. If another desk was faster, tries once more with
 * the current one, since news arrives before answers. A second refusal is shown to the seller.
 */
export async function holdAsSeen(wanted: Input<'hold-seats'>): Promise<Answer<Output<'hold-seats'>>> {
  const hold = () => ask('hold-seats', { ...wanted, ...seenOf(wanted.showId) })
  const first = await hold()
  const isRace = first.kind === 'refused' && first.refusal.code === 'CONCURRENT_MODIFICATION'
  return isRace ? hold() : first
}

function seenOf(showId: ShowId): { readonly seenRevision?: number } {
  const { showId: onMap, states, revision } = seats.getState()
  return onMap === showId && states ? { seenRevision: revision } : {}
}
