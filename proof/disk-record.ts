// What the recorder wrote down, and the disks that a power cut could have left. Owns what survives: everything that a file's last
// sync covered, and any part of what came after, torn at sector boundaries. Must never know what is in the files.

import type { Dice } from './dice.ts'

/** In the order of the recorder's numbers. */
export const recordedFiles = ['house.db', 'house.db-wal', 'house.db-journal', 'acks'] as const
export type RecordedFile = (typeof recordedFiles)[number]

/** The unit that a disk writes whole or not at all. */
const SECTOR_BYTES = 512
const HEAD_BYTES = 16

interface OfFile {
  readonly file: RecordedFile
}

export type Recorded =
  | (OfFile & { readonly op: 'write'; readonly offset: number; readonly data: Buffer })
  | (OfFile & { readonly op: 'truncate'; readonly length: number })
  | (OfFile & { readonly op: 'sync' | 'failed-sync' | 'unlink' })
  /** Of the folder: files created and removed in it until now stay so. */
  | { readonly op: 'folder-sync' }

/** Parses the recorder's log, in order. */
export function readRecord(log: Buffer): Recorded[] {
  const found: Recorded[] = []
  for (let at = 0; at < log.length; ) {
    const op = String.fromCodePoint(log.readUInt8(at))
    const file = recordedFiles[log.readUInt8(at + 1)]
    const length = log.readUInt32LE(at + 4)
    const offset = Number(log.readBigUInt64LE(at + 8))
    const data = log.subarray(at + HEAD_BYTES, at + HEAD_BYTES + length)
    at += HEAD_BYTES + length
    found.push(recordedOf(op, file, { offset, data }))
  }
  return found
}

function recordedOf(
  op: string,
  file: RecordedFile | undefined,
  { offset, data }: { offset: number; data: Buffer },
): Recorded {
  if (op === 'd') return { op: 'folder-sync' }
  if (file && op === 'w') return { op: 'write', file, offset, data }
  if (file && op === 't') return { op: 'truncate', file, length: offset }
  if (file && op === 's') return { op: 'sync', file }
  if (file && op === 'f') return { op: 'failed-sync', file }
  if (file && op === 'u') return { op: 'unlink', file }
  throw new Error(`no such record: ${op}`)
}

type Change = Extract<Recorded, { op: 'write' | 'truncate' }>

/** A file on the platter: what is safe, and what the disk was told since and may or may not have written. */
class Platter {
  #safe = Buffer.alloc(0)
  #length = 0
  #isSynced = false
  #pending: Change[] = []

  get isSynced(): boolean {
    return this.#isSynced
  }

  get hasPending(): boolean {
    return this.#pending.length > 0
  }

  change(change: Change): void {
    this.#pending.push(change)
  }

  sync(): void {
    for (const change of this.#pending) this.#apply(change)
    this.#pending = []
    this.#isSynced = true
  }

  /** What was told since the last sync is neither safe nor ever written: the system dropped it with the error. */
  forget(): void {
    this.#pending = []
  }

  /** With a random `share` of the pieces written since the last sync. */
  image(dice: Dice, share: number): Buffer {
    const copy = new Platter()
    copy.#length = this.#length
    copy.#safe = Buffer.from(this.#safe.subarray(0, this.#length))
    for (const change of this.#pending) copy.#applySome(change, dice, share)
    return copy.#safe.subarray(0, copy.#length)
  }

  #applySome(change: Change, dice: Dice, share: number): void {
    if (change.op === 'truncate') {
      if (dice.isLucky(share)) this.#apply(change)
      return
    }
    const { file, offset, data } = change
    for (let at = 0; at < data.length; ) {
      const end = Math.min(data.length, at + SECTOR_BYTES - ((offset + at) % SECTOR_BYTES))
      if (dice.isLucky(share))
        this.#apply({ op: 'write', file, offset: offset + at, data: data.subarray(at, end) })
      at = end
    }
  }

  #apply(change: Change): void {
    if (change.op === 'truncate') {
      this.#room(change.length)
      this.#safe.fill(0, Math.min(this.#length, change.length))
      this.#length = change.length
      return
    }
    const end = change.offset + change.data.length
    this.#room(end)
    change.data.copy(this.#safe, change.offset)
    this.#length = Math.max(this.#length, end)
  }

  #room(length: number): void {
    if (this.#safe.length >= length) return
    const wider = Buffer.alloc(2 * length)
    this.#safe.copy(wider, 0, 0, this.#length)
    this.#safe = wider
  }
}

export interface CutDisk {
  readonly files: ReadonlyMap<RecordedFile, Buffer>
}

/** Follows a record and stops anywhere in it. */
export class Disk {
  readonly #files = new Map<RecordedFile, Platter>()
  /** Removed files whose folder was not synced since: they may reappear. */
  readonly #ghosts = new Map<RecordedFile, Platter>()
  readonly #forgetsFailed: boolean

  /** `forgetsFailed`: a failed sync loses what it should have made safe, as on Linux. */
  constructor(forgetsFailed = false) {
    this.#forgetsFailed = forgetsFailed
  }

  follow(recorded: Recorded): void {
    if (recorded.op === 'folder-sync') return this.#ghosts.clear()
    const { file } = recorded
    const platter = this.#files.get(file) ?? new Platter()
    this.#files.set(file, platter)
    if (recorded.op === 'write' || recorded.op === 'truncate') platter.change(recorded)
    else if (recorded.op === 'sync') platter.sync()
    else if (recorded.op === 'failed-sync') {
      if (this.#forgetsFailed) platter.forget()
    } else {
      if (platter.isSynced) this.#ghosts.set(file, platter)
      this.#files.delete(file)
    }
  }

  /** What a power cut at this moment leaves. */
  cut(dice: Dice): CutDisk {
    const share = dice.pick([0, 0.3, 0.7, 1])
    const files = new Map<RecordedFile, Buffer>()
    for (const [file, ghost] of this.#ghosts) {
      if (dice.isLucky(0.5)) files.set(file, ghost.image(dice, share))
    }
    for (const [file, platter] of this.#files) {
      if (platter.isSynced || (platter.hasPending && dice.isLucky(0.7)))
        files.set(file, platter.image(dice, share))
    }
    return { files }
  }

  /** All that the process wrote, safe or not: used to read its own record of its answers. */
  whole(file: RecordedFile): Buffer {
    return this.#files.get(file)?.image(everything, 1) ?? Buffer.alloc(0)
  }
}

const everything = { isLucky: () => true } as unknown as Dice
