import { join } from 'node:path'
import { markVerified } from '../src/main/checks/verified-mark.ts'
import { checkInThread } from '../src/main/house/check-in-thread.ts'
import { openDatabase } from '../src/main/store/open-database.ts'
import { SqliteStore } from '../src/main/store/sqlite-store.ts'
import { Bug, known } from '../src/shared/lib/assert.ts'

/** Two thousand sales, each held and paid: an evening of several full halls. */
const EVENING_ROWS = 4000

/**
 * Leaves the house as an evening leaves one: all its books were checked when the evening began, and were in order, and the next start
 * must check what it sold since.
 */
export async function leaveAfterEvening(data: string): Promise<void> {
  const file = join(data, 'house.db')
  const { verdicts, head } = await checkInThread(file).report
  const broken = verdicts.filter((verdict) => verdict.broken > 0)
  if (broken.length > 0) throw new Bug(`the house that was made does not add up: ${JSON.stringify(broken)}`)
  const store = new SqliteStore(openDatabase(file))
  const row = known(store.get('journal', known(head, 'newest row').sequence - EVENING_ROWS), 'row of before')
  store.transaction(() => store.write([markVerified(row)]))
  store.close()
}
