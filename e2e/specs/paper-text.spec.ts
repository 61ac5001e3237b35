// The text of a ticket's file when it is read out or searched: its words, in the order in which they stand on the paper. Owns its own
// reader (poppler's `pdftotext`); where that is not installed it says so and checks nothing.

import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'
import { Printers } from '../pages/printers.ts'

const hasReader = spawnSync('pdftotext', ['-v']).error === undefined

/** Normalised for comparison: letters in their isolated forms; no direction marks, no spaces. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\s]/g, '')
}

for (const [name, locale, words] of [
  ['English', 'en-IN', { role: 'Tickets', save: 'Save' }],
  ['Persian', 'fa-IR', { role: 'بلیت', save: 'ذخیره' }],
] as const) {
  test(`[T2] [E2] a ticket’s words come out of its file whole, line after line as they are read, in ${name}${wholeUnless(name === 'Persian')}`, async ({
    openDesk,
  }) => {
    test.skip(!hasReader, 'pdftotext is not here (Debian’s package poppler-utils)')
    const page = await openDesk({ browser: { locale } })
    await new Printers(page).open()
    const group = page.getByRole('group', { name: words.role, exact: true })
    await group.getByRole('combobox').first().selectOption('pdf')
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
    const paper = page.getByRole('article')
    await expect(paper).toHaveCount(1)
    const wanted = await paper.locator('bdi').allTextContents()
    await page.keyboard.press('p')
    const saved = page.getByRole('status').filter({ hasText: '.pdf' })
    await expect(saved).toBeVisible({ timeout: 60_000 })
    const file = /\/.*\.pdf/.exec((await saved.textContent()) ?? '')?.[0] ?? ''
    // In the order in which it was drawn: which browsers take as the reading order, too.
    let left = plain(execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-']).toString())
    const blocks = wanted.filter((block) => plain(block) !== '')
    expect(blocks.length).toBeGreaterThan(6)
    for (const block of blocks) {
      const { length } = plain(block)
      // Numbers and words of a Persian line are drawn from the left: each stands there whole, in whatever order.
      const said = left.slice(0, length)
      const missing = block.split(/\s+/).filter((word) => !said.includes(plain(word)))
      expect(missing, `of “${block}”, where it says ${said}`).toEqual([])
      left = left.slice(length)
    }
    expect(left).toBe('')
  })
}
