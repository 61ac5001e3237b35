import { expect, test } from 'vitest'
import type { CommandId, ShowId } from '../../shared/domain/ids.ts'
import { type Owed, openDoorMemory } from './door-memory.ts'

const owed: Owed = {
  commandId: 'c1' as CommandId,
  house: 'KEY',
  showId: 1 as ShowId,
  code: 'T1/1',
  number: 'T1',
  scannedAtMs: 1000,
  wasAsked: false,
  conflict: null,
}

/** Answers later, as a browser's does. */
function later(target: EventTarget, event: string): void {
  queueMicrotask(() => target.dispatchEvent(new Event(event)))
}

/** As much of a browser's database as a door uses; a transaction is all or nothing, like the real one. */
class FakeDatabase extends EventTarget {
  readonly #stores = new Map<string, Map<string, unknown>>()

  transaction(names: string | readonly string[]) {
    const drafts = new Map([names].flat().map((name) => [name, new Map(this.#stores.get(name))]))
    const of = Object.assign(new EventTarget(), { error: null, objectStore: this.#storeOf(drafts) })
    queueMicrotask(() => {
      const isDouble = [...drafts.values()].some((draft) => draft.has(DOUBLE))
      if (!isDouble) for (const [name, draft] of drafts) this.#stores.set(name, draft)
      later(of, isDouble ? 'abort' : 'complete')
    })
    return of
  }

  #storeOf(drafts: Map<string, Map<string, unknown>>) {
    return (name: string) => {
      const draft = drafts.get(name) ?? new Map<string, unknown>()
      const put = (row: object) => draft.set(keyOf(row), row)
      return {
        put,
        add: (row: object) => (draft.has(keyOf(row)) ? draft.set(DOUBLE, row) : put(row)),
        get: (key: string) => requestOf(draft.get(key)),
        getAll: () => requestOf([...draft.values()]),
      }
    }
  }
}

const DOUBLE = 'a second row of one key'

function keyOf(row: object): string {
  return 'key' in row ? String(row.key) : (row as Owed).commandId
}

function requestOf(result: unknown) {
  const request = Object.assign(new EventTarget(), { result })
  later(request, 'success')
  return request
}

const opening = (database: FakeDatabase) => async () => database as unknown as IDBDatabase

test('[T3] a store that did not open is tried again, and so is one that the browser closed', async () => {
  const database = new FakeDatabase()
  let tries = 0
  const memory = openDoorMemory(() => {
    tries += 1
    return tries === 1 ? Promise.reject(new Error('the disk fails')) : opening(database)()
  })
  await expect(memory.owe(owed)).rejects.toThrow('the disk fails')
  await memory.owe(owed)
  expect(await memory.owed('KEY')).toEqual([owed])
  expect(tries).toBe(2)
  database.dispatchEvent(new Event('close'))
  expect(await memory.seenAtMs('KEY', 'T1')).toBe(1000)
  expect(tries).toBe(3)
})

test('[T3] of two windows of one door that let in one ticket at once, one is told that it is not written down', async () => {
  const database = new FakeDatabase()
  const [one, other] = [openDoorMemory(opening(database)), openDoorMemory(opening(database))]
  expect(await one.seenAtMs('KEY', 'T1')).toBeNull()
  await one.owe(owed)
  await expect(other.owe({ ...owed, commandId: 'c2' as CommandId })).rejects.toThrow('keeps nothing')
  expect(await other.owed('KEY')).toEqual([owed])
  expect(await one.owed('another house')).toEqual([])
})
