import { expect, test } from 'vitest'
import { KeptLog } from '../engine/test-world.ts'
import { TestHouse } from '../engine/test-house.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { roomLook, watchRoom } from './disk-room.ts'

const MIB = 1024 * 1024

test('[V10] too little room is one line that somebody must look at, and its end another', () => {
  const log = new KeptLog()
  const room = { freeBytes: 499 * MIB }
  const look = roomLook({ engine: new TestHouse().engine, log, freeBytes: () => room.freeBytes })
  look()
  look()
  room.freeBytes = 501 * MIB
  look()
  look()
  expect(log.lines).toMatchObject([
    { level: 'error', message: 'the disk has little room left', facts: { freeBytes: 499 * MIB } },
    { level: 'info', message: 'the disk has room again' },
  ])
})

test('[V10] a house looks at its own disk as it opens; a disk that does not say is no alarm', () => {
  const seen: number[] = []
  const engine = {
    noteRoom: (freeBytes: number) => {
      seen.push(freeBytes)
      return false
    },
  }
  watchRoom(tempFolder(), { engine, log: new KeptLog() })()
  watchRoom('no/such/folder', { engine, log: new KeptLog() })()
  expect(seen[0]).toBeGreaterThan(0)
  expect(seen[1]).toBe(Number.POSITIVE_INFINITY)
})
