import { expect, test } from 'vitest'
import type { Store } from '../../src/main/store/store.ts'
import { faultsOfOrder, historyOf } from './history.ts'
import type { KioskLine } from './kiosk.ts'

const called = (
  id: string,
  atMs: number,
  kind: 'hold' | 'pay' | 'cancel' = 'hold',
  token = id,
): KioskLine => ({
  t: 'called',
  id,
  seat: 0,
  atMs,
  kind,
  token,
})
const returned = (id: string, atMs: number, code = 'done'): KioskLine => ({ t: 'returned', id, atMs, code })

/** A journal with these commands, in this order. */
function journalOf(...ids: string[]): Store {
  return { all: () => ids.map((commandId, at) => ({ commandId, sequence: at + 1 })) } as unknown as Store
}

test('[I27] what nobody heard is unknown, what a kiosk refused by itself never was asked, other refusals are strange', () => {
  const { ops, notSent, strange } = historyOf([
    called('a', 0),
    called('b', 1),
    returned('b', 2, 'fault'),
    called('c', 3),
    returned('c', 4, 'HUB_AWAY'),
    called('d', 5),
    returned('d', 6, 'NOT_FOUND'),
    called('e', 7),
    returned('e', 8),
  ])
  expect(ops.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    'a unknown',
    'b unknown',
    'd refused',
    'e done',
  ])
  expect({ notSent, strange }).toEqual({ notSent: 1, strange: ['hold d: NOT_FOUND'] })
})

test.for([
  ['done and not there', [called('a', 0), returned('a', 1)], [], 'I23 a was done'],
  [
    'refused and there',
    [called('a', 0), returned('a', 1, 'SEAT_NOT_AVAILABLE')],
    ['a'],
    'a was refused, and is in the journal',
  ],
  [
    'a seat sold twice',
    [called('a', 0), returned('a', 9), called('b', 0), returned('b', 9)],
    ['a', 'b'],
    'hold b was done to seat 0, which was held a',
  ],
  [
    'an order that time forbids',
    [
      called('a', 0),
      returned('a', 1),
      called('x', 2, 'cancel', 'a'),
      returned('x', 3),
      called('b', 4),
      returned('b', 5),
    ],
    ['b', 'x', 'a'],
    'b stands before',
  ],
] as const)('[I27] by the journal’s order: %s', ([_what, lines, journal, fault]) => {
  const faults = faultsOfOrder(historyOf([...lines]).ops, journalOf(...journal))
  expect(faults.join('\n')).toContain(fault)
})

test('[I27] an order that is legal, and agrees with what was heard and when, has no fault', () => {
  const lines = [called('a', 0), returned('a', 3), called('b', 1), returned('b', 2, 'SEAT_NOT_AVAILABLE')]
  const later = [called('x', 4, 'cancel', 'a'), called('c', 5), returned('c', 6)]
  expect(faultsOfOrder(historyOf([...lines, ...later]).ops, journalOf('a', 'x', 'c'))).toEqual([])
})
