// What a door remembers over a reload and a lost house: which tickets it admitted, and what it still has to send to the house. Owns
// the browser's database; must never report something as stored before it is.

import type { DoorAnswer } from '../../shared/domain/check-in.ts'
import type { CommandId, ShowId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'

/** `refused`: the house will never take this scan. */
export type DoorConflict =
  | { readonly answer: DoorAnswer; readonly usedAtMs: number | null }
  | { readonly answer: 'refused'; readonly refusal: Refusal }

/** Admitted by this door alone, to be sent to the house under its own id; in the form in which it is sent. */
export interface Owed {
  readonly commandId: CommandId
  /** The house that issued the ticket, by its key. */
  readonly house: string
  readonly showId: ShowId
  readonly code: string
  readonly number: string
  readonly scannedAtMs: number
  /** The house was asked at the time and did not answer: it may know of the scan, so it is asked again in the same words. */
  readonly wasAsked: boolean
  /** The house's answer, if it was not "valid"; null if it has none yet. */
  readonly conflict: DoorConflict | null
}

export interface DoorMemory {
  /** When this door admitted a ticket; null for never. */
  seenAtMs(house: string, number: string): Promise<number | null>
  remember(house: string, number: string, atMs: number): Promise<void>
  /** Stores seen and owed, both or neither; resolves once they are on the disk. */
  owe(owed: Owed): Promise<void>
  /** In the order of admission. */
  owed(house: string): Promise<readonly Owed[]>
  /** The house said something else of what was admitted. */
  note(owed: Owed): Promise<void>
  settle(commandId: CommandId): Promise<void>
}

const NAME = 'guichet-door'
const SEEN = 'seen'
const OWED = 'owed'

interface Seen {
  readonly key: string
  readonly atMs: number
}

export function openDoorMemory(open = openDatabase): DoorMemory {
  const database = keptOpen(open)
  const write = async (stores: readonly string[], work: (of: IDBTransaction) => void) => {
    const transaction = (await database()).transaction(stores, 'readwrite', { durability: 'strict' })
    work(transaction)
    await done(transaction)
  }
  const read = async <Row>(store: string, ask: (of: IDBObjectStore) => IDBRequest<Row>): Promise<Row> => {
    const request = ask((await database()).transaction(store).objectStore(store))
    return answered(request)
  }
  return {
    seenAtMs: async (house, number) => {
      const row = await read<Seen | undefined>(SEEN, (store) => store.get(keyOf(house, number)))
      return row?.atMs ?? null
    },
    remember: (house, number, atMs) =>
      write([SEEN], (of) => of.objectStore(SEEN).put({ key: keyOf(house, number), atMs } satisfies Seen)),
    owe: (owed) =>
      write([SEEN, OWED], (of) => {
        // Fails if another window of this door let it in just now.
        of.objectStore(SEEN).add(seenOf(owed))
        of.objectStore(OWED).put(owed)
      }),
    // Their ids sort by time of creation.
    owed: async (house) =>
      (await read<Owed[]>(OWED, (store) => store.getAll())).filter((one) => one.house === house),
    note: (owed) => write([OWED], (of) => of.objectStore(OWED).put(owed)),
    settle: (commandId) => write([OWED], (of) => of.objectStore(OWED).delete(commandId)),
  }
}

function seenOf({ house, number, scannedAtMs }: Owed): Seen {
  return { key: keyOf(house, number), atMs: scannedAtMs }
}

/** Numbers are unique within a house only: another house at the same address may have the same ones. */
function keyOf(house: string, number: string): string {
  return `${house}/${number}`
}

/** Opened anew at the next use where that failed, or where the browser closed it. */
function keptOpen(open: () => Promise<IDBDatabase>): () => Promise<IDBDatabase> {
  let opened: Promise<IDBDatabase> | null = null
  const forget = () => {
    opened = null
  }
  const begin = async () => {
    try {
      const database = await open()
      database.addEventListener('close', forget)
      return database
    } catch (error) {
      forget()
      throw error
    }
  }
  return () => (opened ??= begin())
}

/** Async, since it throws at once where the browser forbids it. */
async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1)
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(SEEN, { keyPath: 'key' })
    request.result.createObjectStore(OWED, { keyPath: 'commandId' })
  })
  return answered(request)
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser keeps nothing')))
  })
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('the browser keeps nothing'))
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('error', fail)
    transaction.addEventListener('abort', fail)
  })
}
