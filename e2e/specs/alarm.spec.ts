import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, lostHub, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

/** The check begins some seconds after the start; on a busy machine it takes as long again. */
const CHECK_PATIENCE_MS = 30_000

test('[I43] [I25] a book that does not add up is told on every screen, which sells on; mended, it is taken back', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  troubles.expect(/the books do not add up/)
  test.setTimeout(3 * CHECK_PATIENCE_MS)
  const page = await openDesk()
  const second = await openDesk({ browser: { locale: 'fa-IR' } })
  const retitle = async (sql: string) => {
    await hub.stop()
    const db = new Database(join(hub.data, 'house.db'))
    db.exec(sql)
    db.close()
    await hub.start()
  }
  await retitle("UPDATE listing SET title = title || '!' WHERE listing_id = 9")
  const alarm = page.getByRole('alert').filter({ hasText: 'The books do not add up' })
  await expect(alarm).toContainText('I25', { timeout: CHECK_PATIENCE_MS })
  await expect(second.getByRole('alert').filter({ hasText: 'حساب‌ها با هم نمی‌خوانند' })).toBeVisible()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await desk.hold()
  await expect(alarm).toBeVisible()
  await desk.takeCash()
  await retitle("UPDATE listing SET title = rtrim(title, '!') WHERE listing_id = 9")
  await expect(alarm).toBeHidden({ timeout: CHECK_PATIENCE_MS })
})

test('[I43] a journal that breaks after it was verified refuses the start in words', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  await openDesk()
  await hub.stop()
  const db = new Database(join(hub.data, 'house.db'))
  db.exec("UPDATE journal SET role = 'x' WHERE sequence = (SELECT max(sequence) FROM journal)")
  db.close()
  await expect(hub.start()).rejects.toThrow()
  expect(hub.lines.join('\n')).toContain('the journal goes on from where it was verified')
})
