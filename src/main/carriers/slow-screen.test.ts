import { expect, test } from 'vitest'
import type { FromHub } from '../../shared/contract/wire.ts'
import { TestHouse, holdOf, show1 } from '../engine/test-house.ts'
import { Session } from './session.ts'

/** A screen that stops reading when it is told to; what it was sent is kept. */
function slowScreen(house: TestHouse, isSlowAtFirst = false) {
  const sent: FromHub[] = []
  let isBehind = isSlowAtFirst
  const session = new Session({
    boxOffice: house.desk('watcher', 'clerk'),
    send: (frame) => sent.push(frame),
    nowMs: () => house.engine.nowMs(),
    elapsedMs: () => house.engine.nowMs(),
    onForeignFrame: () => {},
    onFault: () => {},
    isBehind: () => isBehind,
  })
  session.receive({ t: 'subscribe', id: 1, topic: { kind: 'seats', showId: show1, afterRevision: null } })
  return {
    session,
    stop: () => {
      isBehind = true
    },
    resume: () => {
      isBehind = false
      session.catchUp()
    },
    news: () => sent.flatMap((frame) => (frame.t === 'news' ? [frame.news] : [])),
  }
}

test('[S2] a screen that does not keep up hears nothing more, then all it missed at once, then changes again', async () => {
  const house = new TestHouse()
  const screen = slowScreen(house)
  expect(screen.news()).toMatchObject([{ kind: 'snapshot' }])

  screen.stop()
  await house.done('desk-2', 'hold-seats', holdOf([0], { cart: 'a' }))
  await house.done('desk-2', 'hold-seats', holdOf([3], { cart: 'b' }))
  expect(screen.news()).toHaveLength(1)
  screen.session.catchUp()
  expect(screen.news()).toHaveLength(1)

  screen.resume()
  const [first, missed] = screen.news()
  const { revision } = first as { revision: number }
  expect(missed).toMatchObject({ kind: 'delta', from: revision, seatIds: [0, 3], states: [1, 1] })
  screen.session.catchUp()
  expect(screen.news()).toHaveLength(2)
  await house.done('desk-2', 'hold-seats', holdOf([5], { cart: 'c' }))
  expect(screen.news().at(-1)).toMatchObject({ kind: 'delta', seatIds: [5] })
})

test('[S2] a screen that missed what it asked for first gets the whole picture', async () => {
  const house = new TestHouse()
  const screen = slowScreen(house, true)
  await house.done('desk-2', 'hold-seats', holdOf([3], { cart: 'b' }))
  expect(screen.news()).toEqual([])
  screen.resume()
  const [whole] = screen.news()
  expect(whole).toMatchObject({ kind: 'snapshot' })
  expect((whole as { states: Uint8Array }).states[3]).toBe(1)
})
