// Checks a whole house from its file: whether the file is sound [I43], then I1 to I25, all as of one instant while the house
// sells on. Owns the connection it reads by; must never write.

import type { JournalHead } from '../store/journal.ts'
import { damagesOf, openForReading } from '../store/open-for-reading.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { StorageFault } from '../store/store.ts'
import { type Timed, inspect } from './check-invariants.ts'
import { Findings, type Verdict } from './findings.ts'

export interface FileReport {
  readonly verdicts: readonly Verdict[]
  /** The last journal row that was checked; null if damage prevented reading to the end. */
  readonly head: JournalHead | null
}

/** Throws StartRefused if there is no such file, or it is not a house of this version. */
export function checkFile(path: string, { elapsedMs = () => 0 }: Timed = {}): FileReport {
  const db = openForReading(path)
  const store = new SqliteStore(db)
  const beganMs = elapsedMs()
  const findings = new Findings('I43')
  const ofFile = (): Verdict => {
    const claim = 'the file is sound: pages, indexes, what points where'
    const tookMs = elapsedMs() - beganMs
    return { id: 'I43', claim, looked: 1, broken: findings.count, findings: findings.kept, tookMs }
  }
  try {
    // One snapshot of the house: sales made meanwhile stay in the log, which is checkpointed when this is over.
    return store.snapshot(() => {
      for (const damage of damagesOf(db)) findings.add('file', damage)
      const sound = ofFile()
      const { verdicts, head } = inspect(store, { elapsedMs })
      return { verdicts: [sound, ...verdicts], head }
    })
  } catch (error) {
    // Damage that keeps SQLite from reading on is itself a finding.
    if (!(error instanceof StorageFault) || !/CORRUPT|NOTADB/.test(error.message)) throw error
    findings.add('file', error.message)
    return { verdicts: [ofFile()], head: null }
  } finally {
    db.close()
  }
}
