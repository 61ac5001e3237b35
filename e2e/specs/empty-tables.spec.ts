import { expect, test } from '../fixtures.ts'

test.use({ hubOptions: { demo: false } })

const words = {
  shows: /^No shows yet: import a seating plan/,
  listings: /^No listings yet: add the first with “New listing”/,
  bookings: /^No bookings yet/,
  holds: /^Nobody holds seats/,
  customers: /^No customers yet: add them during a sale/,
  coupons: /^No coupons yet: add the first with “New coupon”/,
}

test('[A1] a table in which there is nothing yet says so and how the first row comes; one that is filtered, that none match', async ({
  openDesk,
}) => {
  const page = await openDesk()
  // In an empty table the only cell; otherwise a check box.
  const cell = page.getByRole('grid').getByRole('gridcell').first()
  const search = page.getByRole('main').getByRole('searchbox')
  for (const [kind, told] of Object.entries(words)) {
    // oxlint-disable-next-line no-await-in-loop -- one table after the other
    await page.goto(new URL(`#/manage/${kind}`, page.url()).href)
    // oxlint-disable-next-line no-await-in-loop -- one table after the other
    await expect(cell, kind).toHaveText(told)
  }
  await page.getByRole('button', { name: 'New coupon' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Code').fill('FIRST')
  await dialog.getByLabel('Percent').fill('10')
  await dialog.getByLabel('Max. discount').fill('50')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /FIRST/ })).toBeVisible()
  await search.fill('second')
  await expect(cell).toHaveText('No rows match.')
})
