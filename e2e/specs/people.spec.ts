import type { Page } from '@playwright/test'
import type { CommandId } from '../../src/shared/domain/ids.ts'
import { expect, lostHub, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { People, adminPin, clerkPin } from '../pages/people.ts'
import { openWsWire } from '../wire.ts'

/** Comparing a PIN takes a third of a second, on a busy machine ten times that. */
test.setTimeout(90_000)

async function refusalOf(page: Page, name: string, input: object): Promise<unknown> {
  const wire = await openWsWire(page)
  await wire.next('welcome')
  await wire.send({ t: 'call', id: 1, name, input, commandId: `try-${name}` as CommandId })
  const { answer } = await (await wire.next('answer', 1)).jsonValue()
  return answer.kind === 'refused' ? answer.refusal : answer.kind
}

test('[A7] the first administrator’s PIN shuts an open house: then every desk has to sign in', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const people = new People(page)
  await expect(new Desk(page).shows.first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Signed in' })).toBeHidden()
  await page.getByRole('link', { name: 'Manage' }).click()
  await expect(page.getByText('Nobody has a PIN: anybody at a desk may do what a manager may.')).toBeVisible()
  await page.getByRole('link', { name: 'Set up PINs…' }).click()

  await people.hire('Asha', 'clerk')
  await page.getByLabel('New PIN for \u2068Asha\u2069').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('New PIN', { exact: true }).fill('1234')
  await expect(dialog.getByText('Too easy to guess.')).toBeVisible()
  await dialog.getByLabel('New PIN', { exact: true }).fill(clerkPin)
  await dialog.getByLabel('Type it again').fill('55802')
  await expect(dialog.getByText('Not the same.')).toBeVisible()
  await dialog.getByLabel('Type it again').fill(clerkPin)
  await dialog.getByRole('button', { name: 'Set the PIN' }).click()
  await expect(dialog.getByRole('alert').filter({ hasText: 'must be an administrator’s' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  const other = await openDesk()
  await expect(new Desk(other).shows.first()).toBeVisible()
  await people.hire('Mina', 'admin')
  await people.givePin('Mina', adminPin)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('button')).toHaveText(['Minaadministrator'])
  // The other desk is told, and shows nothing of the house.
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(other.getByRole('link', { name: 'Manage' })).toBeHidden()
  expect(await refusalOf(other, 'open-carts', {})).toEqual({ code: 'SIGN_IN_REQUIRED' })

  await people.signIn('Mina', adminPin)
  await expect(page.getByRole('heading', { name: 'Staff' })).toBeVisible()
})

test('[A7] a desk that asks for a name has whoever got a PIN at another, and no more whoever went; nobody takes the keyboard there @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const people = new People(page)
  await people.staffTheHouse()
  const desk = await openDesk()
  const names = desk.getByRole('main').getByRole('button')
  await expect(names).toHaveText(['Ashaclerk', 'Minaadministrator'])
  await desk.keyboard.press('Tab')
  await expect(names.last()).toBeFocused()
  await people.hire('Aaron', 'gate')
  await people.givePin('Aaron', '70416')
  await expect(names).toHaveText(['Aarongate', 'Ashaclerk', 'Minaadministrator'])
  await expect(names.last()).toBeFocused()
  // The person who is asked for a PIN no longer works here: another name can be chosen.
  await new People(desk).chooseName('Aaron')
  await page
    .getByRole('grid', { name: 'Staff' })
    .getByRole('row')
    .filter({ hasText: 'Aaron' })
    .getByRole('switch')
    .click()
  await expect(names).toHaveText(['Ashaclerk', 'Minaadministrator'])
  await expect(names.first()).toBeFocused()
  await new People(desk).signIn('Asha', clerkPin)
})

test('[A7] whose role changes at another desk has that role’s screens at once, with a cart in hand too; who works here no more has none', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const people = new People(page)
  await people.staffTheHouse()
  const desk = new Desk(await openDesk())
  await new People(desk.page).signIn('Asha', clerkPin)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await desk.hold()
  const row = page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: 'Asha', exact: true }) })
  const set = async (role: string | null) => {
    await row.getByRole('button', { name: /^Edit/ }).click()
    const dialog = page.getByRole('dialog')
    if (role === null) await dialog.getByText('Works here').click()
    else await dialog.getByLabel('Role').selectOption(role)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
  }
  await set('gate')
  await expect(desk.page.getByRole('heading', { name: /^Gate/, level: 1 })).toBeVisible()
  await set('clerk')
  await desk.page.getByRole('link', { name: 'Tonight' }).click()
  await desk.page.getByRole('button', { name: /^In hand: .*D10/ }).click()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await set(null)
  await expect(desk.page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(desk.page.getByText('The seat in the cart stays at this desk.')).toBeVisible()
})

test('[A7] windows of one desk are locked, and taken over, together: none goes on in the name of whoever has left @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await new People(page).staffTheHouse()
  const beside = await openDesk({ beside: page })
  const people = new People(beside)
  await expect(beside.getByRole('button', { name: 'Signed in' })).toContainText('Mina')
  await people.choose('Lock')
  await expect(page.getByRole('gridcell', { name: 'Asha', exact: true })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Mina', level: 1 })).toBeVisible()
  await beside.getByRole('button', { name: 'Somebody else' }).click()
  await people.signIn('Asha', clerkPin)
  await expect(page.getByRole('button', { name: 'Signed in' })).toContainText('Asha')
  await expect(page.getByRole('link', { name: 'Manage' })).toBeHidden()
})

test('[I40] a clerk sees nothing of the office, and is refused by the house where the screen is passed by; the log says so', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const people = new People(page)
  await people.staffTheHouse()
  const desk = await openDesk()
  const clerk = new People(desk)
  await clerk.signIn('Asha', clerkPin)
  await expect(new Desk(desk).shows.first()).toBeVisible()
  await expect(desk.getByRole('link', { name: 'Manage' })).toBeHidden()
  await desk.evaluate(() => (location.hash = '#/manage'))
  await expect(desk.getByRole('heading', { name: 'For the office only' })).toBeVisible()
  expect(await refusalOf(desk, 'release-holds', { filter: {}, reason: '' })).toEqual({
    code: 'NOT_ALLOWED',
    role: 'clerk',
  })

  await page.getByRole('navigation', { name: 'Manage' }).getByRole('link', { name: 'Audit log' }).click()
  const rows = page.getByRole('row')
  await expect(rows.nth(1)).toContainText(/Asha\s*clerk.*Was refused.*release holds/)
  await expect(rows.nth(2)).toContainText(/Asha.*Signed in.*Asha/)
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('staff')
  await expect(rows.nth(1)).toContainText(/Mina.*Set a PIN.*Asha/)
  await expect(rows).toHaveCount(5)
  await page.getByRole('combobox', { name: 'Who' }).selectOption('Asha')
  await expect(rows).toHaveCount(3)
})

test('[A7] another takes over by the pad without losing the cart; locking asks for the same name, signing out for any', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const people = new People(page)
  const desk = new Desk(page)
  await people.staffTheHouse()
  await people.choose('Sign out')
  await people.signIn('Asha', clerkPin)
  await page.getByRole('link', { name: 'Tonight' }).click()
  await desk.openShow('Test event')
  await desk.choose('A1', 'A2')
  await desk.hold()

  await people.choose('Switch user')
  await expect(page.getByText('The 2 seats in the cart stay at this desk.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await people.choose('Switch user')
  await people.chooseName('Mina')
  const pad = page.getByRole('group', { name: 'Digits' })
  for (const digit of '908172639') await pad.getByRole('button', { name: digit, exact: true }).click()
  await pad.getByRole('button', { name: 'Delete the last digit' }).click()
  await expect(page.getByLabel(/^PIN of/)).toHaveValue(adminPin)
  await expect(page.getByLabel(/^PIN of/)).toHaveAttribute('type', 'password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Signed in' })).toContainText('Mina')
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await expect(desk.cart.getByText('A1', { exact: true })).toBeVisible()

  await people.choose('Lock')
  await expect(page.getByRole('heading', { name: 'Mina' })).toBeVisible()
  // Not even a reload loses the cart of a locked desk.
  await page.reload()
  await people.chooseName('Mina')
  await people.typePin(adminPin)
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await desk.takeCash()
  await people.choose('Sign out')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('[I41] too many wrong PINs take a wait, said with its time, at every desk and over a restart @whole', async ({
  openDesk,
  hub,
  troubles,
}) => {
  troubles.expect(lostHub)
  const page = await openDesk()
  const people = new People(page)
  await people.staffTheHouse()
  await people.choose('Sign out')
  await people.chooseName('Asha')
  for (const left of ['4 more tries', '3 more tries', '2 more tries', 'One more wrong try']) {
    await people.typePin('99001')
    await expect(page.getByRole('alert').filter({ hasText: left })).toBeVisible()
  }
  await people.typePin('99001')
  await expect(page.getByRole('alert').filter({ hasText: 'Wrong PIN, too many times' })).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(/0:[123]\d/)
  await page.getByLabel(/^PIN of/).fill(clerkPin)
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeDisabled()

  await hub.restart()
  const other = await openDesk()
  const elsewhere = new People(other)
  await elsewhere.chooseName('Asha')
  await elsewhere.typePin(clerkPin)
  await expect(
    other.getByRole('alert').filter({ hasText: 'Too many wrong PINs for this name' }),
  ).toBeVisible()
  await expect(other.getByRole('timer')).toHaveText(/0:\d\d/)
  // After the wait the right one is accepted.
  await expect(other.getByRole('timer')).toBeHidden({ timeout: 40_000 })
  await elsewhere.typePin(clerkPin)
  await expect(other.getByRole('button', { name: 'Signed in' })).toContainText('Asha')
})

test.describe('an untouched desk', () => {
  test.use({ hubOptions: { lockSeconds: 5 } })

  test('[A7] locks by itself, keeps its cart, and asks for the one who was there; use keeps it open', async ({
    openDesk,
  }) => {
    const page = await openDesk()
    const people = new People(page)
    const desk = new Desk(page)
    await people.staffTheHouse()
    await page.getByRole('link', { name: 'Tonight' }).click()
    await desk.openShow('Test event')
    // Longer than the lock, with a key now and then.
    for (const seat of ['A1', 'A2', 'A3', 'A4', 'A5', 'A6']) {
      await desk.choose(seat)
      await page.waitForTimeout(1200)
    }
    await desk.hold()
    await expect(page.getByRole('heading', { name: 'Mina' })).toBeVisible({ timeout: 15_000 })
    await expect(page.getByText('The 6 seats in the cart stay at this desk.')).toBeVisible()
    await expect(page.getByRole('grid')).toBeHidden()
    await people.typePin(adminPin)
    await expect(desk.cart.getByRole('timer')).toBeVisible()
    await expect(desk.cart.getByText('A6', { exact: true })).toBeVisible()
  })
})
