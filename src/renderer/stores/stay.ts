// Rooms for some nights, or places on a departure: how many of which kind, chosen for the cart in hand. Owns the requests; the
// house decides which units they are, and what is chosen belongs to the sale.

import { createStore } from 'zustand/vanilla'
import type { ShowId } from '../../shared/domain/ids.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { ask } from '../box-office.ts'
import { chooseSeats, sale } from './sale.ts'

interface State {
  readonly showId: ShowId | null
  readonly roomType: number
  readonly fromNight: number
  readonly nights: number
  readonly rooms: number
  /** Places on a departure that were requested and not answered yet; null when the choice is what is wanted. */
  readonly places: number | null
  /** The last request could not be met. */
  readonly isNone: boolean
  /** How often a guest would have to change rooms with this choice. */
  readonly moves: number
}

type Wish = Pick<State, 'roomType' | 'fromNight' | 'nights' | 'rooms'>

const first: State = {
  showId: null,
  roomType: 0,
  fromNight: 0,
  nights: 1,
  rooms: 1,
  places: null,
  isNone: false,
  moves: 0,
}

export const stay = createStore<State>(() => first)

export function beginStay(showId: ShowId): void {
  if (stay.getState().showId !== showId) stay.setState({ ...first, showId })
}

/** Requests it at once; an answer to an outdated wish is ignored. */
export async function wishStay(changed: Partial<Wish>): Promise<void> {
  stay.setState({ ...changed, isNone: false, moves: 0 })
  const { showId, roomType, fromNight, nights, rooms } = stay.getState()
  if (showId === null || sale.getState().asking !== null) return
  const wish = { roomType, fromNight, nights, rooms }
  const { cartId } = sale.getState()
  const answer = await ask('best-stay', { showId, ...wish, cartId })
  if (sale.getState().cartId !== cartId) return
  const now = stay.getState()
  const isCurrent =
    now.showId === showId && Object.entries(wish).every(([key, value]) => now[key as keyof Wish] === value)
  if (!isCurrent) return
  if (answer.kind !== 'done') return tell(answer)
  const { stay: found } = answer.value
  stay.setState({ isNone: found === null, moves: found?.moves ?? 0 })
  chooseSeats(found?.seatIds ?? [])
}

/** That many places on a departure, whichever are free; the answer to a wish that was changed meanwhile is ignored. */
export async function wishPlaces(showId: ShowId, count: number): Promise<void> {
  stay.setState({ isNone: false, places: count === 0 ? null : count })
  if (count === 0) return chooseSeats([])
  const { cartId } = sale.getState()
  const answer = await ask('best-seats', { showId, count, category: null, section: null, skip: 0, cartId })
  const now = stay.getState()
  if (now.showId !== showId || now.places !== count) return
  stay.setState({ places: null })
  if (sale.getState().cartId !== cartId) return
  if (answer.kind !== 'done') return tell(answer)
  const [found] = answer.value.proposals
  if (found) chooseSeats(found.seatIds)
  else stay.setState({ isNone: true })
}

function tell(answer: Exclude<Answer<unknown>, { kind: 'done' }>): void {
  sale.setState({ notice: answer.kind === 'refused' ? { kind: 'refusal', refusal: answer.refusal } : answer })
}
