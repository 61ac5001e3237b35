import { expect, test } from 'vitest'
import { known } from '../../shared/lib/assert.ts'
import type { Row } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { StartRefused } from '../store/open-database.ts'
import { Evening } from './forge.fixture.ts'
import { checkSinceMark, markVerified, verifiedMark } from './verified-mark.ts'

const evening = await Evening.make()
const length = evening.told.length
const rowAt = (store: Store, sequence: number): Row<'journal'> => known(store.get('journal', sequence), 'row')

/** A house that was verified up to a row. */
function verifiedTo(sequence: number) {
  const house = evening.append([])
  if (sequence > 0) house.store.write([markVerified(rowAt(house.store, sequence))])
  return house
}

function refused(store: Store, rowsMax?: number): string | null {
  try {
    checkSinceMark(store, rowsMax)
    return null
  } catch (error) {
    if (error instanceof StartRefused) return error.message
    throw error
  }
}

test('[I43] [I25] a whole journal starts, whatever it was verified up to', () => {
  for (const sequence of [0, 1, 7, length]) {
    const { store } = verifiedTo(sequence)
    expect(refused(store)).toBeNull()
    expect(verifiedMark(store)?.sequence).toBe(sequence === 0 ? undefined : sequence)
  }
})

test('[I43] [I25] a break since the mark refuses the start, at the mark’s next row as at the last', () => {
  for (const sequence of [8, 12, length]) {
    const { store } = verifiedTo(7).sql(`UPDATE journal SET role = 'x' WHERE sequence = ${sequence}`)
    expect(refused(store)).toContain(`row ${sequence} does not follow`)
  }
})

test('[I43] [I25] a break before the mark does not refuse it: that is for the check in the background', () => {
  for (const sequence of [1, 6]) {
    const { store } = verifiedTo(7).sql(`UPDATE journal SET role = 'x' WHERE sequence = ${sequence}`)
    expect(refused(store)).toBeNull()
  }
})

test('[I43] [I25] a journal that no longer has the row of its mark, or has another there, is refused', () => {
  const cut = verifiedTo(length).sql(`DELETE FROM journal WHERE sequence > ${length - 2}`)
  expect(refused(cut.store)).toContain(`row ${length}: the last row is ${length - 2}`)
  const rewritten = verifiedTo(7).sql(`UPDATE journal SET hash = zeroblob(32) WHERE sequence = 7`)
  expect(refused(rewritten.store)).toContain('row 7: it has another hash')
})

test('[I43] without a mark, or far from it, so many rows are followed and no more', () => {
  const broken = (sequence: number) =>
    evening.append([]).sql(`UPDATE journal SET role = 'x' WHERE sequence = ${sequence}`).store
  expect(refused(broken(length - 3), 4)).toContain(`row ${length - 3} does not follow`)
  expect(refused(broken(length - 4), 4)).toBeNull()
})

test('[I43] a house without a journal starts', () => {
  expect(refused(evening.append([]).sql('DELETE FROM journal').store)).toBeNull()
})
