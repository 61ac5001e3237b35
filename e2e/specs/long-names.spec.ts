import type { Page } from '@playwright/test'
import type { CommandId } from '../../src/shared/domain/ids.ts'
import { expect, test } from '../fixtures.ts'
import { Till } from '../pages/till.ts'
import { openWsWire } from '../wire.ts'

/** No space in it, and as long as a name may be. */
const long = 'W'.repeat(120)

async function name(page: Page): Promise<void> {
  const wire = await openWsWire(page)
  const changes = [
    { change: { of: 'listings', kind: 'set', set: { title: long } }, rows: { ids: [1, 2, 3, 4] } },
    { change: { of: 'customers', kind: 'set', set: { name: long } }, rows: { ids: [1, 2] } },
  ]
  for (const [id, input] of changes.entries()) {
    const commandId = `01M80RYMHZMSB0KNA4M1D50F7${id}` as CommandId
    // oxlint-disable-next-line no-await-in-loop -- one step after the other
    await wire.send({ t: 'call', id, name: 'change-rows', input, commandId })
    // oxlint-disable-next-line no-await-in-loop -- one step after the other
    await wire.next('answer', id)
  }
}

/** Elements that are wider than their container. */
const widerIn = (page: Page, place: string) =>
  page.locator(place).evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length)

test('[E2] [T2] a name of 120 letters without a blank lies over no code of a ticket and no sum, and makes no question and no screen wider', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  const { page } = till
  await name(page)
  await till.shows.filter({ hasText: 'WWW' }).filter({ hasText: 'Grand Theatre' }).first().click()
  await till.choose('D10')
  await page.keyboard.press('F3')
  await expect(page.getByRole('dialog').getByRole('option', { name: 'WWW' }).first()).toBeVisible()
  expect(await widerIn(page, '[role=dialog], [role=dialog] [role=listbox]')).toBe(0)
  await page.keyboard.press('Escape')
  await till.hold()
  await till.takeCash()
  const paper = page.getByRole('article')
  await expect(paper).toContainText('WWW')
  expect(await widerIn(page, 'article, article *:not(svg, svg *)')).toBe(0)
  for (const screen of ['money', 'manage/calendar', 'plans']) {
    // oxlint-disable-next-line no-await-in-loop -- one screen after the other
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#/${screen}`)
    // oxlint-disable-next-line no-await-in-loop -- one screen after the other
    await expect(page.getByText('WWW').first()).toBeAttached()
    // oxlint-disable-next-line no-await-in-loop -- one screen after the other
    expect(await widerIn(page, 'html, main li div, main li button, main div:has(> table)'), screen).toBe(0)
  }
})
