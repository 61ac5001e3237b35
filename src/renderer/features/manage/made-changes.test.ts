import { expect, test } from 'vitest'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import type { InputProblem } from '../../../shared/domain/refusal.ts'
import { type Made, withLeft } from './made-changes.ts'
import type { Failed } from './run-changes.ts'

const made = (...ids: readonly string[]): Made => ({ changeIds: ids as unknown as ChangeId[], ids: [] })
const fault: Failed = { kind: 'fault', incidentId: 'i', reason: 'storage' }
const refused = (problem: InputProblem): Failed => ({
  kind: 'refused',
  refusal: { code: 'INVALID_INPUT', field: 'changeId', problem, detail: '' },
})
const first = made('a')
const last = made('b', 'c', 'd')
/** What is left of both once the last was tried. */
const left = (undone: number, failed?: Failed) =>
  withLeft([first, last], last, { undone, failed }).map(({ changeIds }) => changeIds.join(''))

test('[A2] what was undone is not undone twice', () => {
  expect(left(3)).toEqual(['a'])
})

test('[A2] an undo that failed for now is tried again by the next one, and not an earlier change in its place', () => {
  expect(left(0, fault)).toEqual(['a', 'bcd'])
  expect(left(0, refused('incomplete'))).toEqual(['a', 'bcd'])
  expect(left(0, { kind: 'refused', refusal: { code: 'BUSY', limit: 'commands' } })).toEqual(['a', 'bcd'])
})

test('[A2] of several steps those stay that were not undone, the last being undone first', () => {
  expect(left(1, fault)).toEqual(['a', 'bc'])
})

test('[A2] what can never be undone does not stand before the rest', () => {
  expect(left(1, refused('over'))).toEqual(['a', 'b'])
  expect(left(2, refused('final'))).toEqual(['a'])
  const unknown: Failed = { kind: 'refused', refusal: { code: 'NOT_FOUND', what: 'change', id: 'd' } }
  expect(left(0, unknown)).toEqual(['a', 'bc'])
})

test('[A2] a change made meanwhile stays the last', () => {
  const newer = made('e')
  expect(withLeft([first, last, newer], last, { undone: 0, failed: fault })).toEqual([first, last, newer])
})
