// Papers that wait for a printer while a house is killed and restarted, at the desk that wanted them.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { FakePrinter, fine } from '../../src/main/printing/fake-printer.fixture.ts'
import { axeFaults } from '../axe.ts'
import { expect, lostHub, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'
import { Printers } from '../pages/printers.ts'

let printer: FakePrinter
test.beforeEach(async () => {
  printer = await FakePrinter.start()
})
test.afterEach(() => printer.stop())

for (const [name, locale, words] of [
  ['English', 'en-IN', { role: 'Tickets', save: 'Save', line: 'restarted', again: 'Try again' }],
  ['Persian', 'fa-IR', { role: 'بلیت', save: 'ذخیره', line: 'از نو آغاز شد', again: 'دوباره چاپ کن' }],
  ['Hindi', 'hi-IN', { role: 'टिकट', save: 'सहेजें', line: 'दोबारा शुरू हुआ', again: 'फिर कोशिश करें' }],
] as const) {
  test(`[T2] [C3] tickets that found no paper wait over a kill of the house, and come at a word, in ${name}${wholeUnless(name === 'Persian')}`, async ({
    hub,
    openDesk,
    troubles,
  }) => {
    troubles.expect(lostHub)
    const page = await openDesk({ browser: { locale } })
    const printers = new Printers(page)
    await printers.open()
    await printers.chooseByKeys(words.role, printer.port)
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await page.evaluate(() => {
      location.hash = '#/tonight'
    })
    await new Desk(page).shows.filter({ hasText: 'Glass Orchard' }).first().click()
    await page.getByRole('grid').focus()
    await page.keyboard.press('Home')
    await page.keyboard.type('E10')
    for (const key of ['Space', 'F9']) await page.keyboard.press(key)
    await page.getByRole('timer').waitFor()
    await page.keyboard.press('F9')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article')).toHaveCount(1)
    printer.mood = { ...fine, paper: 0x72 }
    await page.keyboard.press('p')
    await expect(page.getByRole('button', { name: words.again })).toBeVisible()
    expect(readdirSync(join(hub.data, 'waiting'))).toHaveLength(1)

    await hub.kill()
    await hub.start()
    const line = page.getByRole('alert').filter({ hasText: words.line })
    // The page retries ever more rarely, at most fifteen seconds apart: a house that is slow to start is found that much later.
    await expect(line).toBeVisible({ timeout: 30_000 })
    expect(await axeFaults(page)).toEqual([])
    expect(printer.papers).toEqual([])
    printer.mood = fine
    await line.getByRole('button', { name: words.again }).click()
    await expect.poll(() => printer.papers.length).toBe(1)
    expect(printer.papers[0]?.filter(({ kind }) => kind === 'code')).toHaveLength(1)
    await expect(line).toBeHidden()
    expect(readdirSync(join(hub.data, 'waiting'))).toEqual([])
  })
}
