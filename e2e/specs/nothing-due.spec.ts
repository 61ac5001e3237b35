import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { Till } from '../pages/till.ts'
import type { CommandId } from '../../src/shared/domain/ids.ts'
import { openWsWire } from '../wire.ts'

/** From now on the house's coupon takes off the whole price, and there is no fee. */
async function makeFree(page: Page): Promise<void> {
  const wire = await openWsWire(page)
  const changes = [
    { change: { of: 'terms', at: 'house', set: { feeMinor: 0 } }, rows: { ids: [1] } },
    {
      change: { of: 'coupons', kind: 'set', set: { percent: 100, discountMaxMinor: 100_000_00 } },
      rows: { ids: ['DISCOUNT50'] },
    },
  ]
  for (const [id, input] of changes.entries()) {
    const commandId = `01M80RYMHZMSB0KNA4M1D50F6${id}` as CommandId
    // oxlint-disable-next-line no-await-in-loop -- one step after the other
    await wire.send({ t: 'call', id, name: 'change-rows', input, commandId })
    // oxlint-disable-next-line no-await-in-loop -- one step after the other
    const answer = await wire.next('answer', id)
    expect(await answer.evaluate((frame) => frame.answer.kind)).toBe('done')
  }
}

test('[P5] [P4] tickets that a coupon pays whole: no way to pay is asked for, no terminal is asked, and Enter gives the tickets', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  const { page } = till
  await makeFree(page)
  await till.openShow('The Glass Orchard')
  await till.choose('D10', 'D11')
  await till.hold()
  await page.keyboard.press('F8')
  await page.keyboard.type('discount50')
  await page.keyboard.press('Enter')
  await expect(till.cart).toContainText('-₹2,400.00')
  await page.keyboard.press('F9')
  await expect(till.due).toContainText('₹0.00')
  await expect(page.getByText('There is nothing to pay')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Ways to pay' })).toBeHidden()
  // Nor by the letter of a way to pay that is not offered.
  await page.keyboard.press('d')
  await expect(page.getByText('There is nothing to pay')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await till.expectSold()
  await expect(page.getByText(/TKT-\d{8}-[0-9A-F]{8}/)).toHaveCount(2)
})
