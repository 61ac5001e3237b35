import { expect, test } from 'vitest'
import type { BookingId } from '../../shared/domain/ids.ts'
import { inTurn, withFirst, withLast, without } from './parked-order.ts'

const cart = (name: string, reservedAtMs = 0) => ({ bookingId: name as BookingId, reservedAtMs })
const names = (carts: readonly { bookingId: BookingId }[]) => carts.map(({ bookingId }) => bookingId)

test('[H9] the cart parked last comes back first, whenever it was held, and the house’s list does not change that', () => {
  const line = withFirst(withFirst([], cart('young', 9)), cart('old', 1))
  expect(names(line)).toEqual(['old', 'young'])
  expect(names(inTurn([cart('young', 9), cart('old', 1)], names(line)))).toEqual(['old', 'young'])
})

test('[H9] bringing back the next, time after time, goes through all of them', () => {
  const brought: string[] = []
  let line = [cart('c'), cart('b'), cart('a')]
  let inHand: ReturnType<typeof cart> | null = null
  for (let press = 0; press < 6; press += 1) {
    const [next] = line
    if (!next) throw new Error('the line is empty')
    line = without(line, next)
    if (inHand) line = withLast(line, inHand)
    inHand = next
    brought.push(next.bookingId)
  }
  expect(brought).toEqual(['c', 'b', 'a', 'c', 'b', 'a'])
})

test('[H9] carts that another window put aside follow, the newest first; one the house has no more is not there', () => {
  const carts = [cart('theirs, older', 3), cart('mine', 1), cart('theirs, newer', 5)]
  expect(names(inTurn(carts, ['gone' as BookingId, 'mine' as BookingId]))).toEqual([
    'mine',
    'theirs, newer',
    'theirs, older',
  ])
})
