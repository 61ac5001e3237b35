import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'

test('[A2] of 112 seats 97 go off sale, 11 are sold and 4 held: said before, done in one step, taken back by one, all by keys @whole', async ({
  openDesk,
}) => {
  test.setTimeout(120_000)
  const selling = new Desk(await openDesk())
  await selling.sell('The Glass Orchard', 'D10', 'D11', 'D12', 'D13', 'D14', 'D15')
  await selling.page.getByRole('link', { name: 'Tonight' }).click()
  await selling.sell('The Glass Orchard', 'E10', 'E11', 'E12', 'E13', 'E14')
  await selling.page.getByRole('link', { name: 'Tonight' }).click()
  await selling.openShow('The Glass Orchard')
  await selling.choose('F10', 'F11', 'F12', 'F13')
  await selling.hold()

  const page = await openDesk()
  const desk = new Desk(page)
  const panel = page.getByRole('region', { name: 'Seats off sale' })
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByLabel('Search shows').fill('Glass Orchard')
  const way = page.getByRole('button', { name: /^Seats off sale: .*The Glass Orchard/ }).first()
  await way.focus()
  await page.keyboard.press('Enter')
  await expect(desk.map).toBeVisible()
  for (const seat of ['C10', 'D10', 'E10', 'F10']) {
    await desk.lookAt(seat)
    await page.keyboard.press('F8')
  }
  await desk.lookAt('C26')
  await page.keyboard.press('Space')
  await expect(panel.getByRole('heading')).toHaveText('112 seats chosen')
  await expect(panel.getByRole('listitem')).toHaveText([
    '97 would go off sale',
    /^11 are left out: seats are sold.*D10.*E14/,
    /^4 are left out: seats are held or reserved.*F10, F11, F12, F13/,
  ])
  expect(await axeFaults(page)).toEqual([])
  await panel.getByLabel('Why they are not sold').focus()
  await page.keyboard.type('a camera')
  await page.keyboard.press('F9')
  await expect(panel.getByRole('status')).toHaveText('97 seats changed, 15 were left.')
  await selling.expectSeat('C10', 'not on sale')
  await selling.expectSeat('D10', 'sold')

  await page.keyboard.press('Control+z')
  await expect(panel.getByRole('status')).toHaveText('97 are as they were.')
  await selling.expectSeat('C10', 'free')
  await selling.expectSeat('F12', 'held for you')
})

for (const [locale, colorScheme, width] of [
  ['en-IN', 'light', 1024],
  ['fa-IR', 'dark', 1280],
  ['hi-IN', 'light', 390],
] as const) {
  test(`[E2] axe finds nothing where seats go off sale, and nothing is wider than its screen, in ${locale} at ${width}${wholeUnless(width === 390)}`, async ({
    openDesk,
  }) => {
    const viewport = { width, height: 768 }
    const page = await openDesk({ browser: { locale, colorScheme, viewport, reducedMotion: 'reduce' } })
    const desk = new Desk(page)
    await expect(desk.shows.first()).toBeVisible()
    await page.evaluate(() => (location.hash = '#/off-sale/1'))
    await expect(desk.map).toBeVisible()
    await desk.map.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await expect(page.getByRole('listitem').first()).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  })
}
