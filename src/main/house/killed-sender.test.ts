import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { BoxOffice } from '../../shared/contract/port.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { linesUntilKilled } from '../killed-process.fixture.ts'
import { startSmtp } from '../post/smtp.fixture.ts'
import { openForReading } from '../store/open-for-reading.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { deskActor } from './open-house.ts'
import { layRivalHouse, openRivalHouse } from './rival-house.fixture.ts'

/** Starting a process takes long on a busy machine. */
const PATIENCE_MS = 180_000
const LIVES = 4
/** As long as a relay on the local network takes: at each kill some letters are accepted and not yet recorded as sent. */
const THINKS_MS = 25
const program = join(import.meta.dirname, 'writing-house.fixture.ts')

/** Waits until the outbox is empty and the end of each message is told. */
async function untilNothingWaits(desk: BoxOffice): Promise<void> {
  const heard = Promise.withResolvers<void>()
  const look = async () => {
    const answer = await desk.call('messages', {})
    if (answer.kind === 'done' && answer.value.waiting.length === 0) heard.resolve()
  }
  onTestFinished(desk.subscribe({ kind: 'messages' }, () => void look()))
  await heard.promise
}

async function messagesOf(desk: BoxOffice, booking: string) {
  const answer = await desk.call('messages-of', { bookingId: booking as BookingId })
  return answer.kind === 'done' ? answer.value.messages : []
}

test(
  '[T2] a house that is killed while it writes to its customers tells each sale that it answered, by one Message-ID however often',
  async () => {
    const data = tempFolder()
    layRivalHouse(data)
    const smtp = await startSmtp({}, 0, THINKS_MS)
    onTestFinished(() => smtp.close())
    const sold: string[] = []
    for (let life = 1; life <= LIVES; life += 1)
      // oxlint-disable-next-line no-await-in-loop -- one life after the other
      sold.push(...(await linesUntilKilled(program, [data, String(smtp.settings.port), String(life)])))

    const house = openRivalHouse({ data, claims: 'pessimistic', shared: false })
    onTestFinished(() => house.close())
    const desk = house.engine.deskFor(deskActor('desk-1'))
    await untilNothingWaits(desk)
    const ids = smtp.taken.map(({ raw }) => /^Message-ID: <(.+)@example\.com>$/m.exec(raw)?.[1] ?? 'none')
    const told = await Promise.all(sold.map((booking) => messagesOf(desk, booking)))
    expect(told.filter((messages) => messages.length !== 1)).toEqual([])
    for (const { kind, state, messageId, attempts } of told.flat()) {
      expect({ kind, state, attempts }).toEqual({ kind: 'confirmed', state: 'sent', attempts: 0 })
      const own = ids.filter((one) => one.startsWith(`${messageId}.`))
      expect(own.length).toBeGreaterThan(0)
      expect(new Set(own).size).toBe(1)
    }
    const database = openForReading(join(data, 'house.db'))
    onTestFinished(() => void database.close())
    const store = new SqliteStore(database)
    expect(checkInvariants(store)).toEqual([])
    // Nothing is told that did not happen.
    const keys = new Set(store.all('message').map(({ messageId }) => String(messageId)))
    expect(ids.filter((one) => !keys.has(one.replace(/\..*/, '')))).toEqual([])
  },
  PATIENCE_MS,
)
