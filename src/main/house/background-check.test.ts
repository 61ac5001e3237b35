import { expect, test } from 'vitest'
import type { HouseAlarm, News } from '../../shared/contract/topics.ts'
import { DAY_MS } from '../../shared/lib/time.ts'
import { Evening } from '../checks/forge.fixture.ts'
import { inspect } from '../checks/check-invariants.ts'
import type { FileReport } from '../checks/check-file.ts'
import { verifiedMark } from '../checks/verified-mark.ts'
import { TestHouse, holdOf, payOf } from '../engine/test-house.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { BackgroundCheck, CALM_MS } from './background-check.ts'
import { checkInThread } from './check-in-thread.ts'

const evening = await Evening.make()
const sound = inspect(evening.append([]).store)
const broken = inspect(evening.append([]).sql("UPDATE listing SET title = 'Sun'").store)

/** A house whose check reports what the test gives it, when the test lets it. */
function checkedHouse() {
  const house = new TestHouse()
  const waiting: PromiseWithResolvers<FileReport>[] = []
  const alarms: (HouseAlarm | null)[] = []
  let stopped = 0
  const { store, clock, scheduler, log, engine } = house
  const check = new BackgroundCheck({
    path: 'house.db',
    store,
    clock,
    scheduler,
    log,
    sound: (alarm) => {
      alarms.push(alarm)
      engine.sound(alarm)
    },
    run: () => {
      const next = Promise.withResolvers<FileReport>()
      waiting.push(next)
      return { report: next.promise, stop: () => (stopped += 1) }
    },
  })
  const say = async (what: FileReport | Error) => {
    const next = waiting.shift()
    if (what instanceof Error) next?.reject(what)
    else next?.resolve(what)
    await Promise.resolve()
    await next?.promise.catch(() => {})
    await Promise.resolve()
  }
  return { house, check, waiting, alarms, say, stopped: () => stopped }
}

test('[I43] the check begins when the start is over, and again a day after it ended', async () => {
  const { house, waiting, say } = checkedHouse()
  expect(waiting.length).toBe(0)
  house.pass(house.clock.atMs + CALM_MS)
  expect(waiting.length).toBe(1)
  await say(sound)
  house.pass(house.clock.atMs + DAY_MS - 1)
  expect(waiting.length).toBe(0)
  house.pass(house.clock.atMs + 1)
  expect(waiting.length).toBe(1)
})

test('[I25] books that add up move the mark to the row that was looked at last, and nobody is told', async () => {
  const { house, alarms, say } = checkedHouse()
  house.pass(house.clock.atMs + CALM_MS)
  await say(sound)
  expect(verifiedMark(house.store)?.sequence).toBe(sound.head.sequence)
  expect(alarms).toEqual([null])
  expect(house.log.errors).toEqual([])
})

test('[I43] what does not add up is told at once to every screen and to those that come later, and logged; the mark stays', async () => {
  const { house, say } = checkedHouse()
  const heard: News[] = []
  house.desk('desk-1').subscribe({ kind: 'house' }, (news) => heard.push(news))
  expect(heard).toEqual([{ kind: 'house', alarm: null, alerts: [], backup: null }])
  house.pass(house.clock.atMs + CALM_MS)
  await say(broken)
  const alarm = { rules: ['I25'], findings: 1, foundAtMs: house.clock.atMs }
  expect(heard.at(-1)).toEqual({ kind: 'house', alarm, alerts: [], backup: null })
  const late: News[] = []
  house.desk('desk-2').subscribe({ kind: 'house' }, (news) => late.push(news))
  expect(late).toEqual([{ kind: 'house', alarm, alerts: [], backup: null }])
  expect(house.log.errors).toMatchObject([
    { message: 'the books do not add up', facts: { rules: ['I25'], count: 1 } },
  ])
  expect(verifiedMark(house.store)).toBeNull()
})

test('[I43] a house with an alarm sells on', async () => {
  const { house, say } = checkedHouse()
  house.pass(house.clock.atMs + CALM_MS)
  await say(broken)
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  expect((await house.done('desk-1', 'pay-booking', payOf(booking))).booking.state).toBe('confirmed')
})

test('[I43] a later check that finds nothing takes the alarm back', async () => {
  const { house, alarms, say } = checkedHouse()
  house.pass(house.clock.atMs + CALM_MS)
  await say(broken)
  house.pass(house.clock.atMs + DAY_MS)
  await say(sound)
  expect(alarms.map((alarm) => alarm !== null)).toEqual([true, false])
})

test('[I43] a check that fails itself is logged and is no alarm, and is tried again', async () => {
  const { house, alarms, waiting, say } = checkedHouse()
  house.pass(house.clock.atMs + CALM_MS)
  await say(new Error('out of memory'))
  expect(alarms).toEqual([])
  expect(house.log.errors).toMatchObject([{ message: 'the books could not be checked' }])
  house.pass(house.clock.atMs + DAY_MS)
  expect(waiting.length).toBe(1)
})

test('[I43] a house that closes stops its check, and hears nothing of it any more', async () => {
  const { house, check, alarms, say, stopped } = checkedHouse()
  house.pass(house.clock.atMs + CALM_MS)
  check.close()
  expect(stopped()).toBe(1)
  await say(broken)
  expect([alarms, house.log.errors, verifiedMark(house.store)]).toEqual([[], [], null])
  expect(house.scheduler.nextMs).toBeNull()
})

test('[I43] the thread reads the file of an open house and says the same as a check here', async () => {
  const file = `${tempFolder()}/house.db`
  const house = new TestHouse({ store: new SqliteStore(openDatabase(file)) })
  const { verdicts, head } = await checkInThread(file).report
  expect(verdicts.filter((verdict) => verdict.broken > 0)).toEqual([])
  expect(head?.sequence).toBe(house.engine.sequence)
  house.engine.close()
  await expect(checkInThread(`${file}-none`).report).rejects.toThrow('the file opens')
})
