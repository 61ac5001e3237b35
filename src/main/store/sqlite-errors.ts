import { Conflict, LostRace, StorageFault, type StorageTrouble } from './store.ts'

/** Translates SQLite's errors for the engine: a key that exists already, or a fault of the storage. */
export function guarded<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
      throw new Conflict(String(error), { cause: error })
    }
    if (code.startsWith('SQLITE_BUSY')) throw new LostRace(`${code}: ${String(error)}`, { cause: error })
    const isWorld = /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|CANTOPEN|NOTADB|LOCKED|NOMEM)/.test(code)
    throw isWorld
      ? new StorageFault(`${code}: ${String(error)}`, { trouble: troubleOf(code), cause: error })
      : error
  }
}

function troubleOf(code: string): StorageTrouble {
  if (code === 'SQLITE_FULL') return 'full'
  return code === 'SQLITE_IOERR_FSYNC' || code === 'SQLITE_IOERR_DIR_FSYNC' ? 'unconfirmed' : 'other'
}
