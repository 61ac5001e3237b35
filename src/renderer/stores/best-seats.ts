// The best seats for a party, as the house ranks them: how many, where, and which of the proposals is on the map. Owns the asking
// and the turning of its pages; what is chosen is the sale's.

import { createStore } from 'zustand/vanilla'
import type { CartId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import { ask } from '../box-office.ts'
import { exchangeOf, exchanging } from './exchanging.ts'
import { chooseSeats, sale } from './sale.ts'
import { planShown } from './seats.ts'

/** `zone:2` a price category, `area:1` a section that people stand in; null: anywhere one sits. */
export type Where = `zone:${number}` | `area:${number}` | null

/** The price category that is looked in; null: not one alone. */
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
  /** Which of them is chosen on the map. */
  readonly rank: number
  /** Asked for, and there are none. */
  readonly isNone: boolean
}

/** Two: as most who come. */
const first: State = {
  showId: null,
  count: 2,
  where: null,
  proposals: [],
  rank: 0,
  isNone: false,
}

export const best = createStore<State>(() => first)

/** Another party: what was proposed for the one before is forgotten. */
export function wish(changed: Partial<Pick<State, 'count' | 'where'>>): void {
  best.setState({ ...changed, proposals: [], rank: 0, isNone: false })
}

/** Another show has other zones. */
export function wishAt(showId: ShowId): void {
  if (best.getState().showId !== showId) best.setState({ ...first, showId, count: best.getState().count })
}

/** What an exchange put aside: sales after it begin with as many as those before it. */
let usual: number | null = null

/** [T4] As many as are exchanged, for their cart alone: one more would be sold besides. */
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

/** What is being found now, and by which wish. */
let finding: { readonly wish: string; readonly over: Promise<void> } | null = null

/** Over when they are chosen, or it is said why not. What another key asked for a moment ago is not asked again. */
export function findBest(showId: ShowId): Promise<void> {
  // Whoever presses the key before the map is there has not been at this show's controls yet.
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

/** Whether this proposal, and nothing else, is what is chosen now. */
export function isShown(proposal: Proposal | undefined): boolean {
  const { lines } = sale.getState()
  const chosen = new Set(lines.map(({ seatId }) => seatId))
  return proposal?.seatIds.length === chosen.size && proposal.seatIds.every((seatId) => chosen.has(seatId))
}

/** So many further, or back; where there is none nothing happens. */
export function turn(by: number): void {
  show(best.getState().rank + by)
}

function show(rank: number): void {
  const proposal = best.getState().proposals[rank]
  if (!proposal) return
  best.setState({ rank })
  chooseSeats(proposal.seatIds)
}
