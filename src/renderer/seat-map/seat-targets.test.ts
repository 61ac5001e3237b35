import { expect, test } from 'vitest'
import { seat } from './plans.fixture.ts'
import { makeTargetActions } from './seat-targets.ts'

function targetsAt(seatPx: number) {
  const told: string[] = []
  const actions = makeTargetActions({
    seatAt: ({ x }) => (x < 10 ? seat(7) : null),
    seatPx: () => seatPx,
    onSeat: (seatId) => told.push(`seat ${seatId}`),
    onFar: () => told.push('far'),
    onFloor: () => told.push('floor'),
    onHover: (seatId) => told.push(`hover ${seatId}`),
    onAsk: (seatId) => told.push(`ask ${seatId}`),
  })
  return { told, ...actions }
}

test('[E2] a finger takes seats from 20 px on, and zooms to smaller ones; a mouse from 8 px', () => {
  const [near, small, tiny] = [targetsAt(20), targetsAt(19.9), targetsAt(7.9)]
  near.tap({ x: 0, y: 0 }, 'touch')
  small.tap({ x: 0, y: 0 }, 'touch')
  small.tap({ x: 0, y: 0 }, 'mouse')
  tiny.tap({ x: 0, y: 0 }, 'mouse')
  expect([near.told, small.told, tiny.told]).toEqual([['seat 7'], ['far', 'seat 7'], ['far']])
})

test('a double click zooms on the floor and never on a seat', () => {
  const { told, doubleTap } = targetsAt(40)
  doubleTap({ x: 0, y: 0 })
  doubleTap({ x: 50, y: 0 })
  expect(told).toEqual(['floor'])
})

test('a hover is told once, and its end', () => {
  const { told, hover } = targetsAt(40)
  for (const x of [1, 2, 50, 51]) hover({ x, y: 0 })
  expect(told).toEqual(['hover 7', 'hover null'])
})

test('what is asked about is a seat that can be seen; drawing over seats needs them as large as a tap does', () => {
  const [near, tiny] = [targetsAt(20), targetsAt(7)]
  for (const { ask } of [near, tiny]) for (const x of [0, 50]) ask({ x, y: 0 })
  expect([near.told, tiny.told]).toEqual([['ask 7'], []])
  expect([near.maySweep('touch'), targetsAt(19).maySweep('touch')]).toEqual([true, false])
  expect([targetsAt(19).maySweep('mouse'), tiny.maySweep('mouse')]).toEqual([true, false])
})
