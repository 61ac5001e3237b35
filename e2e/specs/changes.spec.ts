import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

async function open(page: Page, kind: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/manage/${kind}`)
}

/** Collects, from now on, every value that a progress bar of this page shows. */
async function watchProgress(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { seenProgress: seen })
    const look = () => {
      const bar = document.querySelector('progress')
      if (bar && seen.at(-1) !== bar.value) seen.push(bar.value)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  return () => page.evaluate(() => (window as unknown as { seenProgress: number[] }).seenProgress.splice(0))
}

test('[A2] a change is opened by keys and says row by row what was, what is, and why some were left; so does its undo', async ({
  openDesk,
}) => {
  test.setTimeout(90_000)
  const page = await openDesk()
  await open(page, 'shows')
  await page.getByLabel('Search shows').fill('Test event')
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await page.getByRole('button', { name: 'Move…' }).click()
  await page.getByLabel('By how much').fill('2')
  await page.getByRole('combobox', { name: 'Unit' }).selectOption('hours')
  await page.getByRole('button', { name: 'Later', exact: true }).click()
  await page
    .getByRole('dialog', { name: /2 hours later/ })
    .getByRole('button', { name: /^Apply/ })
    .click()
  await expect(page.getByText(/\d+ changed\./)).toBeVisible()
  await open(page, 'changes')
  const opener = page.getByRole('button', { name: 'Shows: 2 hours later' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const story = page.getByRole('dialog', { name: 'Shows: 2 hours later' })
  await expect(story.getByRole('row', { name: /Test event · .*Begins: .*Begins: / }).first()).toBeVisible()
  await expect(story.getByRole('row', { name: /Test event · .* left out: seats are sold/ })).toBeVisible()
  expect(await axeFaults(page, 'rows of a change')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
  await page
    .getByRole('row', { name: /Shows: 2 hours later/ })
    .getByRole('button', { name: 'Undo' })
    .click()
  await page.getByRole('button', { name: 'Undo of an earlier change' }).click()
  const back = page.getByRole('dialog', { name: 'Undo of an earlier change' })
  await expect(back.getByRole('row', { name: /Test event · .*Begins: .*Begins: / }).first()).toBeVisible()
})

test('[E4] [A2] a stadium goes off sale in parts: a bar says how far it is, sellers sell meanwhile, and it comes back whole @whole', async ({
  openDesk,
}) => {
  test.setTimeout(240_000)
  const selling = new Desk(await openDesk())
  await selling.openShow('The Glass Orchard')
  await selling.choose('C10')
  await selling.hold()
  const page = await openDesk()
  await open(page, 'shows')
  await page.getByLabel('Search shows').fill('Stadium')
  await page
    .getByRole('button', { name: /^Seats: / })
    .first()
    .click()
  const grid = page.getByRole('grid')
  await expect(grid).toBeVisible({ timeout: 60_000 })
  const progress = await watchProgress(page)
  await grid.focus()
  await page.keyboard.press('Control+a')
  // Eighty thousand rows are selected: on a busy machine the page needs a while for them.
  await page.getByRole('button', { name: 'Take off sale…' }).click({ timeout: 60_000 })
  await expect(page.getByRole('textbox', { name: 'Why they are not sold' })).toBeFocused({ timeout: 60_000 })
  await page.keyboard.type('a concert')
  await page.keyboard.press('Enter')
  const trial = page.getByRole('dialog', { name: /Take off sale \(a concert\)/ })
  await expect(trial).toBeVisible({ timeout: 60_000 })
  expect((await progress()).length).toBeGreaterThan(3)
  await page.keyboard.press('Enter')
  await selling.takeCash()
  await expect(page.getByRole('status').filter({ hasText: /[\d,]+ changed\./ })).toBeVisible({
    timeout: 60_000,
  })
  const done = await progress()
  expect(done.length).toBeGreaterThan(3)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  await grid.focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('status').filter({ hasText: /as they were/ })).toBeVisible({ timeout: 60_000 })
  expect((await progress()).length).toBeGreaterThan(3)
})
