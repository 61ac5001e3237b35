import type { CommandId } from '../../src/shared/domain/ids.ts'
import { expect, test } from '../fixtures.ts'
import { openCustomerWindow } from '../pages/customer-window.ts'
import { Desk } from '../pages/desk.ts'
import { openWsWire } from '../wire.ts'

test('[P2] a ticket type that goes off sale under a chosen seat is named as it is and can be changed; a held seat keeps its own', async ({
  openDesk,
}) => {
  const holding = new Desk(await openDesk())
  await holding.openShow('The Glass Orchard')
  await holding.choose('D10')
  await holding.hold()
  const desk = new Desk(await openDesk())
  const customer = await openCustomerWindow(desk.page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D20')
  await expect(desk.cart).toContainText('₹1,210.00')
  await expect(customer.getByText('₹1,210.00')).toBeVisible()

  const showId = Number(/sell\/(\d+)/.exec(desk.page.url())?.[1])
  const cells = [0, 1, 2, 3].map((category) => ({ category, ticketTypeId: 0, priceMinor: null }))
  const wire = await openWsWire(desk.page)
  const commandId = '01M80RYMHZMSB0KNA4M1D50F80' as CommandId
  await wire.send({
    t: 'call',
    id: 1,
    name: 'set-prices',
    input: { showId, cells, seenVersion: 1 },
    commandId,
  })

  const line = (seat: string, of: Desk) => of.cart.getByRole('listitem').filter({ hasText: seat })
  await expect(line('D20', desk)).toContainText('not sold')
  // A seat whose ticket type is not sold has no price any more.
  await expect(desk.cart.getByText('No price')).toBeVisible()
  await expect(desk.cart).not.toContainText('₹')
  await expect(customer.getByText('No price')).toBeVisible()
  await expect(customer.getByRole('listitem').filter({ hasText: 'D20' })).toContainText('not sold')
  const type = line('D20', desk).getByRole('combobox', { name: /^Ticket type/ })
  await expect(type.locator('option:checked')).toHaveText('Normal')
  await desk.page.keyboard.press('F9')
  await expect(desk.message).toContainText('not sold as that ticket type')
  await type.selectOption('Senior')
  await expect(line('D20', desk)).toContainText('₹1,000.00')
  await expect(desk.cart).toContainText('₹1,010.00')
  await desk.hold()

  await expect(line('D10', holding).getByRole('combobox').locator('option:checked')).toHaveText('Normal')
  await expect(line('D10', holding)).toContainText('₹1,200.00')
  await expect(holding.cart.getByRole('button', { name: /^Pay ₹1,210\.00/ })).toBeVisible()
  await holding.takeCash()
  await expect(holding.page.getByRole('article')).toContainText('Normal')
})
