import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { clearDay, typeDay } from '../pages/date-field.ts'
import { Desk } from '../pages/desk.ts'
import { Shift } from '../pages/shift.ts'

test('[A7] [I25] [I39] the audit log is searched by words and days, and its chain is proven while the house is open', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('Mumbai → Pune', '1A')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Mumbai → Pune' }).waitFor()
  await page.keyboard.press('p')
  await page.getByRole('dialog').getByRole('button', { name: 'Print again' }).press('Enter')
  await expect(page.getByRole('dialog').getByText('Copy 1', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByRole('link', { name: 'Audit log' }).click()

  const rows = page.getByRole('table').getByRole('row')
  const copy = rows.filter({ hasText: 'Printed tickets again' })
  await expect(copy).toHaveCount(1)
  const search = page.getByRole('searchbox', { name: 'Search the log' })
  await search.fill('1a PUNE')
  await expect(rows).toHaveCount(2)
  await expect(copy).toBeVisible()
  await search.fill('nobody is called so')
  await expect(page.getByText('No matching entries.')).toBeVisible()
  await search.fill('')
  await expect(copy).toBeVisible()
  await typeDay(page, 'To', '2020-01-01')
  await expect(page.getByText('No matching entries.')).toBeVisible()
  await clearDay(page, 'To')
  await typeDay(page, 'From', '2020-01-01')
  await expect(copy).toBeVisible()

  const proof = page.getByRole('region', { name: 'Proof of the journal' })
  await proof.getByRole('button', { name: 'Check the whole journal' }).focus()
  await page.keyboard.press('Enter')
  await expect(proof.getByRole('status')).toHaveText(/^[\d,]+ rows \(1 to [\d,]+\), unbroken\..*[0-9a-f]{64}/)
  await proof.getByRole('button', { name: 'Prove what is shown' }).press('Enter')
  await expect(proof.getByRole('status')).toHaveText(/^\d+ rows? \([\d,]+ to [\d,]+\), unbroken\./)
  expect(await axeFaults(page, 'audit')).toEqual([])
})

test('[A7] [I39] what was done about a drawer names its desk as people call it, and is found by that @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await new Shift(page).open()
  await page.getByRole('button', { name: /^Open/ }).click()
  await expect(page.getByText(/^Open since/)).toBeVisible()
  await page.goto(new URL('#/audit', page.url()).href)
  const opened = page.getByRole('row').filter({ hasText: /Desk \S+ · 1/ })
  await expect(opened).toHaveCount(1)
  await expect(opened).not.toContainText('desk-')
  const [called] = /Desk \S+(?= · 1)/.exec(await opened.innerText()) ?? []
  await page.getByRole('searchbox', { name: 'Search the log' }).fill(called ?? '')
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('Desk 0000')
  await expect(page.getByText('No matching entries.')).toBeVisible()
})
