import { expect, test } from 'vitest'
import { Bug, assert, known, never } from './assert.ts'

test('[C5] a broken promise of our own code is a Bug with its words, never a refusal', () => {
  expect(() => assert(false, 'seats are whole')).toThrow(Bug)
  expect(() => known(undefined, 'the row')).toThrow('missing: the row')
  expect(() => never('x' as never)).toThrow('unreachable: "x"')
})

test('[C5] what is there passes, be it zero, empty or false', () => {
  expect(() => assert(1, '')).not.toThrow()
  expect([known(0, ''), known('', ''), known(false, '')]).toEqual([0, '', false])
})
