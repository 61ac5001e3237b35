// The best seats for a party, as the house ranks them: how many, where, and which of the proposals is on the map. Owns the
// request and paging through its answer; what is chosen belongs to the sale.

import { createStore } from 'zustand/vanilla'
import type { CartId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import { ask } from '../box-office.ts'
import { exchangeOf, exchanging } from './exchanging.ts'
import { chooseSeats, sale } from './sale.ts'
import { planShown } from './seats.ts'

/** `zone:2` is a price category, `area:1` a standing section; null means anywhere seated. */
export type Where = `zone:${number}` | `area:${number}` | null

/** The price category that is searched; null if not a single one. */
export function zoneOf(where: Where): number | null {
  return where?.startsWith('zone:') ? Number(where.slice('zone:'.length)) : null
}

interface Proposal {
  readonly seatIds: readonly SeatId[]
  readonly groups: number
}

interface State {
  readonly showId: ShowId | null
  readonly count: number
  readonly where: Where
  readonly proposals: readonly Proposal[]
  /** The proposal that is chosen on the map. */
  readonly rank: number
  /** The search found none. */
  readonly isNone: boolean
}

/** Two, since most parties are couples. */
const first: State = {
  showId: null,
  count: 2,
  where: null,
  proposals: [],
  rank: 0,
  isNone: false,
}

export const best = createStore<State>(() => first)

/** Another party: the proposals for the previous one are dropped. */
export function wish(changed: Partial<Pick<State, 'count' | 'where'>>): void {
  best.setState({ ...changed, proposals: [], rank: 0, isNone: false })
}

/** Another show has other zones. */
export function wishAt(showId: ShowId): void {
  if (best.getState().showId !== showId) best.setState({ ...first, showId, count: best.getState().count })
}

/** The usual count, set aside during an exchange: later sales begin with it again. */
let usual: number | null = null

/** [T4] For the cart of an exchange, the count is the number of exchanged seats: one more would be an extra sale. */
function beginCount(cartId: CartId): void {
  const exchange = exchangeOf(exchanging.getState().all, cartId)
  if (exchange) {
    usual ??= best.getState().count
    wish({ count: exchange.seatIds.length })
  } else if (usual !== null) {
    wish({ count: usual })
    usual = null
  }
}

sale.subscribe((now, before) => {
  if (now.cartId !== before.cartId) beginCount(now.cartId)
})
beginCount(sale.getState().cartId)

/** The search under way, and its terms. */
let finding: { readonly wish: string; readonly over: Promise<void> } | null = null

/**
 * Resolves when the seats are chosen, or when the reason why not is shown. A search already under way with the same terms is
 * joined, not repeated.
 */
export function findBest(showId: ShowId): Promise<void> {
  // If the key is pressed before the map is loaded, this show's controls have not been initialised yet.
  wishAt(showId)
  const { count, where } = best.getState()
  const wished = [showId, count, where, sale.getState().cartId].join(' ')
  if (finding?.wish === wished) return finding.over
  const over = find(showId).finally(() => {
    if (finding?.wish === wished) finding = null
  })
  finding = { wish: wished, over }
  return over
}

async function find(showId: ShowId): Promise<void> {
  const { count, where } = best.getState()
  const [kind, index = null] = where === null ? [] : [where.slice(0, 4), Number(where.slice(5))]
  const { cartId } = sale.getState()
  const answer = await ask('best-seats', {
    showId,
    count,
    category: kind === 'zone' ? index : null,
    section: kind === 'area' ? index : null,
    skip: 0,
    cartId,
  })
  await planShown(showId)
  const now = best.getState()
  const isStale = now.showId !== showId || now.count !== count || now.where !== where
  if (isStale || sale.getState().cartId !== cartId) return
  if (answer.kind !== 'done')
    return sale.setState({
      notice: answer.kind === 'refused' ? { kind: 'refusal', refusal: answer.refusal } : answer,
    })
  const { proposals } = answer.value
  best.setState({ proposals, rank: 0, isNone: proposals.length === 0 })
  show(0)
}

/** Whether the choice is exactly this proposal. */
export function isShown(proposal: Proposal | undefined): boolean {
  const { lines } = sale.getState()
  const chosen = new Set(lines.map(({ seatId }) => seatId))
  return proposal?.seatIds.length === chosen.size && proposal.seatIds.every((seatId) => chosen.has(seatId))
}

/** That many proposals forward or back; does nothing if there is none. */
export function turn(by: number): void {
  show(best.getState().rank + by)
}

function show(rank: number): void {
  const proposal = best.getState().proposals[rank]
  if (!proposal) return
  best.setState({ rank })
  chooseSeats(proposal.seatIds)
}
