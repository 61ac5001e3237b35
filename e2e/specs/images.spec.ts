import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { plainPng } from '../png.ts'

const red = { name: 'red.png', mimeType: 'image/png', buffer: plainPng(320, 200, [200, 40, 40]) }
const blue = { name: 'blue.png', mimeType: 'image/png', buffer: plainPng(3200, 200, [40, 40, 200]) }

async function openImages(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByRole('link', { name: 'Listings' }).click()
  await page.getByRole('button', { name: /Harbour Lights.*no pictures/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

async function choose(page: Page, files: (typeof red)[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose pictures' }).click()
  await (await chooser).setFiles(files)
}

const dialog = (page: Page) => page.getByRole('dialog')
const altOf = (page: Page, place: number) => dialog(page).getByLabel(`Picture ${place}: description`)

test('[A3] two pictures are chosen, described, ordered by keys, kept, shown on the listing’s card', async ({
  openDesk,
  hub,
}) => {
  const page = await openDesk()
  await openImages(page)
  await choose(page, [red, blue])
  await expect(dialog(page).getByRole('listitem')).toHaveCount(2)
  await expect(dialog(page).getByRole('status')).toHaveText('Describe each picture.')
  await expect(dialog(page).getByRole('button', { name: 'Save' })).toBeDisabled()
  await altOf(page, 1).fill('The front in the evening')
  await altOf(page, 2).fill('A room with a window')
  expect(await axeFaults(page, 'chosen')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Picture 2: earlier' }).press('Enter')
  await expect(altOf(page, 1)).toHaveValue('A room with a window')
  await dialog(page).getByRole('button', { name: 'Save' }).press('Enter')
  await expect(dialog(page).getByRole('status')).toHaveText('Saved.')
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('button', { name: /Harbour Lights.*2 pictures/ })).toBeVisible()

  await page.getByRole('link', { name: 'Tonight' }).click()
  await page
    .getByRole('option', { name: /Harbour Lights/ })
    .first()
    .click()
  const cover = page.getByRole('img', { name: 'A room with a window' })
  await expect(cover).toBeVisible()
  // Redrawn: no larger than a screen needs, in another format than it came in, without the note that was in it.
  expect(await cover.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1600)
  const folder = join(hub.data, 'pictures')
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
  expect(files.map((text) => text.slice(8, 12))).toEqual(['WEBP', 'WEBP'])
  expect(files.join('')).not.toContain('Somebody')
})

test('[V9] a file that is no picture is named and not taken; a removed picture comes back by undo', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openImages(page)
  await choose(page, [
    red,
    { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="x()"/>') },
  ])
  await expect(dialog(page).getByRole('alert')).toContainText('page.png')
  await expect(dialog(page).getByRole('listitem')).toHaveCount(1)
  await altOf(page, 1).fill('The front')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page).getByRole('status')).toHaveText('Saved.')
  await dialog(page).getByRole('button', { name: 'Picture 1: remove' }).click()
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page).getByRole('listitem')).toHaveCount(0)
  await dialog(page).getByRole('button', { name: 'Undo' }).click()
  await expect(altOf(page, 1)).toHaveValue('The front')
  expect(await axeFaults(page, 'back')).toEqual([])
})

test('[A3] pictures are dragged into their order, and all of them are shown to whoever looks at the listing, at rest @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openImages(page)
  const green = { name: 'green.png', mimeType: 'image/png', buffer: plainPng(320, 200, [40, 160, 40]) }
  await choose(page, [red, blue, green])
  for (const [index, words] of ['Red', 'Blue', 'Green'].entries()) await altOf(page, index + 1).fill(words)
  const lines = dialog(page).getByRole('listitem')
  await lines.nth(2).dragTo(lines.nth(0))
  await expect(altOf(page, 1)).toHaveValue('Green')
  await expect(altOf(page, 2)).toHaveValue('Red')
  await expect(altOf(page, 3)).toHaveValue('Blue')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page).getByRole('status')).toHaveText('Saved.')
  await dialog(page).getByRole('button', { name: 'Close' }).click()

  await page.getByRole('link', { name: 'Tonight' }).click()
  await page
    .getByRole('option', { name: /Harbour Lights/ })
    .first()
    .click()
  const shown = page.getByRole('main').getByRole('img', { name: /^(Green|Red|Blue)$/ })
  await expect(shown).toHaveCount(3)
  expect(await shown.evaluateAll((all) => all.map((image) => (image as HTMLImageElement).alt))).toEqual([
    'Green',
    'Red',
    'Blue',
  ])
  expect(await axeFaults(page, 'shown')).toEqual([])
})

test('[A3] what is described while one more picture is decoded is kept @whole', async ({ openDesk }) => {
  const page = await openDesk()
  await page.addInitScript(() => {
    const decode = window.createImageBitmap.bind(window) as (
      ...args: readonly unknown[]
    ) => Promise<ImageBitmap>
    const slow = (...args: readonly unknown[]) =>
      new Promise((resolve) => {
        Object.assign(window, { goOn: () => resolve(decode(...args)) })
      })
    Object.assign(window, { createImageBitmap: slow })
  })
  await page.reload()
  const goOn = () =>
    expect
      .poll(() =>
        page.evaluate(() => {
          const { goOn: next } = window as unknown as { goOn?: () => void }
          next?.()
          Object.assign(window, { goOn: undefined })
          return next !== undefined
        }),
      )
      .toBe(true)
  await openImages(page)
  await choose(page, [red])
  await goOn()
  await expect(dialog(page).getByRole('listitem')).toHaveCount(1)
  await choose(page, [blue])
  await altOf(page, 1).fill('The front in the evening')
  await goOn()
  await expect(dialog(page).getByRole('listitem')).toHaveCount(2)
  await expect(altOf(page, 1)).toHaveValue('The front in the evening')
})
