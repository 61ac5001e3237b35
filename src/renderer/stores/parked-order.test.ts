import { expect, test } from 'vitest'
import type { BookingId } from '../../shared/domain/ids.ts'
import { inTurn, nextAfter, without } from './parked-order.ts'

const cart = (name: string, expiresAtMs = 0) => ({ bookingId: name as BookingId, expiresAtMs })
const names = (carts: readonly { bookingId: BookingId }[]) => carts.map(({ bookingId }) => bookingId)

test('[H9] what ends first stands first, whenever it was put aside; two that end together keep their order', () => {
  expect(names(inTurn([cart('late', 9), cart('b', 3), cart('a', 3), cart('soon', 1)]))).toEqual([
    'soon',
    'a',
    'b',
    'late',
  ])
})

test('[H9] bringing back the next, time after time, goes through all of them from the one that ends first', () => {
  const brought: string[] = []
  let line = [cart('c', 3), cart('a', 1), cart('b', 2), cart('b2', 2)]
  let inHand: ReturnType<typeof cart> | null = null
  for (let press = 0; press < 8; press += 1) {
    const next: ReturnType<typeof cart> | undefined = nextAfter(line, inHand)
    if (!next) throw new Error('the line is empty')
    line = [...without(line, next), ...(inHand ? [inHand] : [])]
    inHand = next
    brought.push(next.bookingId)
  }
  expect(brought).toEqual(['a', 'b', 'b2', 'c', 'a', 'b', 'b2', 'c'])
})

test('[H9] where nothing is put aside nothing comes back', () => {
  expect(nextAfter([], cart('a'))).toBeUndefined()
})
