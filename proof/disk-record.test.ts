import { expect, test } from 'vitest'
import { Dice } from './dice.ts'
import { Disk, type Recorded, type RecordedFile, readRecord } from './disk-record.ts'

const file: RecordedFile = 'house.db'
const write = (offset: number, fill: number, length = 512): Recorded => ({
  op: 'write',
  file,
  offset,
  data: Buffer.alloc(length, fill),
})
const sync: Recorded = { op: 'sync', file }

/** The file after each of many cuts at the end of this record. */
function cutsOf(record: readonly Recorded[], forgetsFailed = false): (Buffer | undefined)[] {
  const disk = new Disk(forgetsFailed)
  for (const one of record) disk.follow(one)
  const dice = new Dice(1)
  return Array.from({ length: 200 }, () => disk.cut(dice).files.get(file))
}

test('[V4b] what a sync covered is on every disk, whole', () => {
  for (const cut of cutsOf([write(0, 1), write(512, 2), sync]))
    expect([cut?.length, cut?.[0], cut?.[1023]]).toEqual([1024, 1, 2])
})

test('[V4b] of what came after it any part may be there: none, all, and torn in the middle of a write', () => {
  const cuts = cutsOf([write(0, 1, 1024), sync, write(0, 2, 1024)])
  const seen = new Set(cuts.map((cut) => `${cut?.[0]}${cut?.[512]}`))
  expect([...seen].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['11', '12', '21', '22'])
})

test('[V4b] a write that makes a file longer may be lost with its length', () => {
  const lengths = new Set(cutsOf([write(0, 1), sync, write(512, 2)]).map((cut) => cut?.length))
  expect([...lengths].toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([512, 1024])
})

test('[V4b] a file that was removed may be there again until its folder was synced', () => {
  const removed: Recorded[] = [write(0, 1), sync, { op: 'unlink', file }]
  expect(new Set(cutsOf(removed).map((cut) => cut === undefined)).size).toBe(2)
  const synced: Recorded[] = [...removed, { op: 'folder-sync' }]
  expect(new Set(cutsOf(synced).map((cut) => cut === undefined))).toEqual(new Set([true]))
})

test('[V4b] a cut-off file is cut or not, and never has old bytes when it grows again', () => {
  const cuts = cutsOf([
    write(0, 1, 1024),
    sync,
    { op: 'truncate', file, length: 0 },
    sync,
    write(512, 2),
    sync,
  ])
  for (const cut of cuts) expect([cut?.[0], cut?.[512]]).toEqual([0, 2])
})

test('[V4c] a disk that forgets what it failed to confirm has nothing of it, even after a later sync', () => {
  const record: Recorded[] = [write(0, 1), sync, write(0, 2), { op: 'failed-sync', file }, sync]
  expect(new Set(cutsOf(record, true).map((cut) => cut?.[0]))).toEqual(new Set([1]))
  expect(new Set(cutsOf(record, false).map((cut) => cut?.[0]))).toEqual(new Set([2]))
})

test('[V4b] the recorder’s log is read as it is laid out in record.c', () => {
  const head = (op: string, kind: number, length: number, offset: number) => {
    const bytes = Buffer.alloc(16)
    bytes.write(op, 0)
    bytes.writeUInt8(kind, 1)
    bytes.writeUInt32LE(length, 4)
    bytes.writeBigUInt64LE(BigInt(offset), 8)
    return bytes
  }
  const log = Buffer.concat([
    head('w', 1, 3, 4096),
    Buffer.from('abc'),
    head('s', 1, 0, 0),
    head('t', 0, 0, 512),
    head('u', 2, 0, 0),
    head('d', 5, 0, 0),
  ])
  expect(readRecord(log)).toEqual([
    { op: 'write', file: 'house.db-wal', offset: 4096, data: Buffer.from('abc') },
    { op: 'sync', file: 'house.db-wal' },
    { op: 'truncate', file: 'house.db', length: 512 },
    { op: 'unlink', file: 'house.db-journal' },
    { op: 'folder-sync' },
  ])
})
