// [E2] The card about a seat is shown within the map, however low the window is.

import { describe, expect, test } from 'vitest'
import { placeBeside } from './card-place.ts'

const seatAt = (x: number, y: number) => ({ left: x - 12, top: y - 12, right: x + 12, bottom: y + 12 })
const px = (text: string | undefined) => Number.parseFloat(text ?? 'NaN')

/** The edges of the largest card that may lie there. */
function largest(seat: ReturnType<typeof seatAt>, map: { readonly width: number; readonly height: number }) {
  const place = placeBeside(seat, map)
  const height = px(place.maxHeight)
  const top = place.top === undefined ? map.height - px(place.bottom) - height : px(place.top)
  return { left: px(place.left), right: px(place.left) + px(place.width), top, bottom: top + height }
}

describe('[E2] the card of a seat', () => {
  const maps = [
    { width: 800, height: 222 },
    { width: 800, height: 145 },
    { width: 1280, height: 640 },
    { width: 390, height: 300 },
  ]
  const seats = [0.02, 0.3, 0.5, 0.8, 0.98].flatMap((x) => [0.05, 0.5, 0.6, 0.95].map((y) => ({ x, y })))

  test('lies within the map, wherever its seat is', () => {
    for (const map of maps)
      for (const { x, y } of seats) {
        const card = largest(seatAt(x * map.width, y * map.height), map)
        expect(card.top, JSON.stringify({ map, x, y })).toBeGreaterThanOrEqual(0)
        expect(card.bottom).toBeLessThanOrEqual(map.height)
        expect(card.left).toBeGreaterThanOrEqual(0)
        expect(card.right).toBeLessThanOrEqual(map.width)
      }
  })

  test('has room for its head and two prices in the lowest window, and leaves its seat in sight', () => {
    const map = { width: 800, height: 222 }
    for (const { x, y } of seats) {
      const seat = seatAt(x * map.width, y * map.height)
      const card = largest(seat, map)
      expect(card.bottom - card.top).toBeGreaterThanOrEqual(168)
      const isClear =
        card.left >= seat.right ||
        card.right <= seat.left ||
        card.top >= seat.bottom ||
        card.bottom <= seat.top
      expect(isClear, `${x} ${y}`).toBe(true)
    }
  })

  test('leaves its seat to the next tap on a phone, where there is no room at its side', () => {
    for (const y of [0.05, 0.3, 0.45, 0.5, 0.55, 0.9]) {
      const seat = seatAt(195, y * 290)
      const card = largest(seat, { width: 390, height: 290 })
      expect(card.top >= seat.bottom || card.bottom <= seat.top, `${y}`).toBe(true)
    }
  })

  test('lies below a seat of the upper half of a high map, and above one of the lower', () => {
    const map = { width: 1280, height: 640 }
    expect(placeBeside(seatAt(600, 100), map).top).toBe('124px')
    expect(placeBeside(seatAt(600, 500), map).bottom).toBe('164px')
  })
})
