import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'
import { Till } from '../pages/till.ts'

const show = 'The Glass Orchard'

test('[P5] pictures of transfers are judged one after the other by two keys; the count stands on every screen of the office', async ({
  openDesk,
}) => {
  test.setTimeout(120_000)
  const page = await openDesk()
  await page.evaluate(() => (location.hash = '#/reports'))
  const waiting = page.getByRole('link', { name: /^\d+ transfers? to review$/ })
  await expect(page.getByRole('navigation', { name: 'Manage' })).toBeVisible()
  await expect(waiting).toHaveCount(0)
  const till = new Till(await openDesk())
  for (const seat of ['G10', 'G12', 'G14']) {
    await till.page.getByRole('link', { name: 'Tonight' }).click()
    await till.begin(show, seat)
    await till.showPicture()
    await till.expectSold()
  }
  await expect(waiting).toHaveText('3 transfers to review')
  await waiting.focus()
  await page.keyboard.press('Enter')
  const queue = page.getByRole('listbox', { name: 'Transfers to review' }).getByRole('option')
  await expect(queue).toHaveText([/G10/, /G12/, /G14/])
  const detail = page.getByRole('region', { name: /^Picture of the transfer/ })
  await expect(detail).toContainText('G10')
  await expect(detail).toContainText(/TKT-\d{8}-[0-9A-F]{8}/)
  const picture = page.getByRole('img', { name: 'Picture of the transfer of ₹1,210.00' })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  expect(await axeFaults(page, 'proofs')).toEqual([])

  await page.keyboard.press('F9')
  await expect(page.getByRole('status').filter({ hasText: 'G10' })).toContainText('picture accepted')
  await expect(queue).toHaveText([/G12/, /G14/])
  await expect(detail).toContainText('G12')
  await page.keyboard.press('F8')
  const question = page.getByRole('dialog', { name: /^Reject this picture of/ })
  await question.getByRole('button', { name: 'Reject and cancel' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'G12' })).toContainText('picture rejected')
  await expect(waiting).toHaveText('1 transfer to review')
  await expect(detail).toContainText('G14')

  // Somebody else's decision counts as well, and at once.
  const desk = new Desk(till.page)
  await desk.find('G14')
  await till.page.keyboard.press('Enter')
  await till.page.getByRole('button', { name: 'Accept the picture' }).click()
  await expect(page.getByRole('heading', { name: 'No transfers to review' })).toBeVisible()
  await expect(waiting).toHaveCount(0)
  await desk.find('G12')
  await expect(desk.found).toHaveCount(0)
})

test('[P5] a picture of a part says what is still due, and until when @whole', async ({ openDesk }) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'H10')
  await till.showPicture('500')
  await expect(till.due.getByRole('heading', { name: 'Still to pay' })).toBeVisible()
  const page = await openDesk()
  await page.evaluate(() => (location.hash = '#/manage/proofs'))
  const detail = page.getByRole('region', { name: /^Picture of the transfer/ })
  await expect(detail).toContainText('₹500.00 / ₹1,210.00')
  await expect(detail.getByRole('note')).toHaveText(
    /^The picture shows only a part: the rest is due until \d\d:\d\d:\d\d/,
  )
})

for (const [locale, colorScheme, width] of [
  ['en-IN', 'light', 390],
  ['fa-IR', 'dark', 1024],
  ['hi-IN', 'light', 1280],
] as const) {
  test(`[E2] axe finds nothing where pictures are judged, and nothing is wider than its screen, in ${locale} at ${width}${wholeUnless(width === 390)}`, async ({
    openDesk,
  }) => {
    const till = new Till(await openDesk())
    await till.begin(show, 'J10')
    await till.showPicture()
    await till.expectSold()
    const viewport = { width, height: 768 }
    const page = await openDesk({ browser: { locale, colorScheme, viewport, reducedMotion: 'reduce' } })
    await expect(new Desk(page).shows.first()).toBeVisible()
    await page.evaluate(() => (location.hash = '#/manage/proofs'))
    await expect(page.getByRole('main').getByRole('listbox').getByRole('option')).toHaveCount(1)
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  })
}
