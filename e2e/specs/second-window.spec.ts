// [P3] The customer's window of the desktop app, on whatever displays there are: plugged in and unplugged while the house sells. Its
// place is computed in src/main/desktop/customer-place.ts; only a person can see that a real display shows it (docs/smoke-checklist.md).

import { expect, test } from '../fixtures.ts'
import { chooseCustomerWindow, openCustomerWindow } from '../pages/customer-window.ts'
import { Desk } from '../pages/desk.ts'

const sellers = { x: 0, y: 0, width: 1280, height: 800 }
const second = { x: 1280, y: 0, width: 1024, height: 768 }
const third = { x: 0, y: 800, width: 1920, height: 1080 }

test.setTimeout(120_000)

test('[P3] on one display it is a window as any; a second one that is plugged in it fills, and it is back beside the seller when that is pulled', async ({
  openDesktop,
}) => {
  const { page, system } = await openDesktop()
  const customer = await openCustomerWindow(page)
  await expect(customer.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  await expect.poll(async () => (await system.windows()).length).toBe(2)
  expect((await system.windows())[1]?.isFullScreen).toBe(false)

  await system.plug([sellers, second])
  await expect.poll(async () => (await system.windows())[1]).toEqual({ bounds: second, isFullScreen: true })
  // Another display changes nothing for a window that has its place.
  await system.plug([sellers, second, third])
  expect((await system.windows())[1]).toEqual({ bounds: second, isFullScreen: true })
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await expect(customer.getByRole('listitem').filter({ hasText: 'D10' })).toBeVisible()

  await system.plug([sellers])
  await expect.poll(async () => (await system.windows())[1]?.isFullScreen).toBe(false)
  await desk.hold()
  await expect(customer.getByRole('timer')).toBeVisible()
  await desk.takeCash()
  await expect(customer.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  expect((await system.windows())[0]).toEqual({ bounds: sellers, isFullScreen: false })
})

test('[P3] opened with a second display, it fills that one; closed, the seller sells on, and it comes again @whole', async ({
  openDesktop,
}) => {
  const { page, system } = await openDesktop()
  await system.plug([sellers, second])
  for (const time of ['first', 'again']) {
    const customer = await openCustomerWindow(page)
    await expect(customer.getByRole('heading', { name: 'Welcome' })).toBeVisible()
    await expect
      .poll(async () => (await system.windows())[1], time)
      .toEqual({ bounds: second, isFullScreen: true })
    await customer.close()
    await expect.poll(async () => (await system.windows()).length, time).toBe(1)
  }
  await new Desk(page).openShow('The Glass Orchard')
})

test('[A7] on a locked screen it is where nothing lies over the seller’s: none on one display, gone with the second, back when that is @whole', async ({
  openDesktop,
}) => {
  const { page, context, system } = await openDesktop({ words: ['--kiosk'] })
  await chooseCustomerWindow(page)
  await expect.poll(() => context.pages().length).toBe(1)
  expect(await system.windows()).toHaveLength(1)

  for (const time of ['first', 'again']) {
    await system.plug([sellers, second])
    const customer = await openCustomerWindow(page)
    await expect(customer.getByRole('heading', { name: 'Welcome' })).toBeVisible()
    const closed = customer.waitForEvent('close')
    await system.plug([sellers])
    await closed
    expect(await system.windows(), time).toHaveLength(1)
  }
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await desk.hold()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
})
