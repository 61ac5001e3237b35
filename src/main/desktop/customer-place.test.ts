import { expect, test } from 'vitest'
import { customerPlace } from './customer-place.ts'

const till = { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 800 } }
const pole = { id: 7, bounds: { x: 1280, y: 0, width: 1024, height: 600 } }

test('[T2] the customer’s window fills the display that is not the seller’s, wherever that stands', () => {
  expect(customerPlace([till, pole], 1, false)).toEqual({ kind: 'all-of', bounds: pole.bounds })
  expect(customerPlace([till, pole], 7, true)).toEqual({ kind: 'all-of', bounds: till.bounds })
})

test('[T2] with one display it stands beside, and on a locked screen nowhere', () => {
  expect(customerPlace([till], 1, false)).toEqual({ kind: 'beside' })
  expect(customerPlace([till], 1, true)).toEqual({ kind: 'nowhere' })
})
