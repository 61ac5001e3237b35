// What customers are sent, from the settings to the letter on a real mail server, and what the screens say of it meanwhile.

import type { Page } from '@playwright/test'
import { type TestSmtp, startSmtp } from '../../src/main/post/smtp.fixture.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { type Wire, openWsWire } from '../wire.ts'

let calls = 0

/** One call below the screens; anything but a yes fails. */
async function call(wire: Wire, name: string, input: object): Promise<unknown> {
  const id = (calls += 1)
  await wire.send({ t: 'call', id, name, input, commandId: `below-${id}` as never })
  const frame = await (await wire.next('answer', id)).jsonValue()
  if (frame.answer.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(frame.answer)}`)
  return frame.answer.value
}

async function setUpMail(page: Page, { settings }: TestSmtp): Promise<void> {
  await page.evaluate(() => (location.hash = '#/messages'))
  await page.getByRole('checkbox', { name: 'Send e-mails' }).check()
  await page.getByLabel('Mail server').fill(settings.host)
  await page.getByLabel('Port').fill(String(settings.port))
  await page.getByLabel('Connection').selectOption({ label: 'Not encrypted' })
  await page.getByLabel('From', { exact: true }).fill('door@example.com')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
}

async function sellToAsha(page: Page): Promise<string> {
  const desk = new Desk(page)
  const wire = await openWsWire(page)
  await page.evaluate(() => (location.hash = '#/tonight'))
  await desk.openShow('The Glass Orchard')
  await desk.choose('D11', 'D12')
  await desk.hold()
  const person = { customerId: null, name: 'Asha', phone: '', email: 'asha@example.com' }
  const { customerId } = (await call(wire, 'save-customer', person)) as { customerId: number }
  const { bookings } = (await call(wire, 'open-carts', {})) as { bookings: { bookingId: string }[] }
  await call(wire, 'choose-customer', { bookingId: bookings[0]?.bookingId, customerId })
  await desk.takeCash()
  return (
    (await page
      .getByText(/TKT-\d{8}-[0-9A-F]{8}/)
      .first()
      .textContent()) ?? ''
  )
}

test.describe('[T2] messages', () => {
  let smtp: TestSmtp
  test.beforeEach(async () => {
    smtp = await startSmtp()
  })
  test.afterEach(() => smtp.close())

  test('[T2] a sale to a customer with an address is in the mail, with number, seats and code, and the screens say so', async ({
    openDesk,
  }) => {
    const page = await openDesk()
    await setUpMail(page, smtp)
    const number = await sellToAsha(page)
    const told = page.getByRole('region', { name: 'Messages to the customer' })
    await expect(told.getByText(/^Sent at/)).toBeVisible()
    await expect(told).toContainText('asha@example.com')
    expect(smtp.taken.length).toBe(1)
    const raw = smtp.taken[0]?.raw ?? ''
    expect(raw).toContain(number)
    expect(raw).toMatch(/D11.*D12/)
    expect(raw.match(/Content-Type: image\/png/g)?.length).toBe(2)
    // A friend wants them too: by keys alone, to an address that no customer here has.
    await page.keyboard.press('e')
    const field = page.getByLabel('E-mail address')
    await expect(field).toHaveValue('asha@example.com')
    await field.fill('friend@example.com')
    await page.keyboard.press('Enter')
    await expect(told.getByText(/^Sent at/)).toHaveCount(2)
    expect(smtp.taken.map(({ to }) => to)).toEqual([['asha@example.com'], ['friend@example.com']])
  })

  test('[T2] while the mail server is down the message waits, and the sale does not; when it is back it is sent', async ({
    openDesk,
  }) => {
    const page = await openDesk()
    await setUpMail(page, smtp)
    const { port } = smtp.settings
    await smtp.close()
    await sellToAsha(page)
    const told = page.getByRole('region', { name: 'Messages to the customer' })
    await expect(told).toContainText(/Next try at .*: the mail server or gateway cannot be reached/)
    smtp = await startSmtp({}, port)
    await told.getByRole('button', { name: /^Try again/ }).click()
    await expect(told.getByText(/^Sent at/)).toBeVisible()
    expect(smtp.taken.length).toBe(1)
  })

  test('[T2] the office sees what was given up and why, tries again, and sends a test', async ({
    openDesk,
  }) => {
    await smtp.close()
    let isStrict = true
    smtp = await startSmtp({
      onRcptTo: (_to, _session, done) =>
        done(isStrict ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    })
    const page = await openDesk()
    await setUpMail(page, smtp)
    await page.getByLabel('To', { exact: true }).fill('nobody@example.com')
    await page.getByRole('button', { name: 'Send test' }).click()
    const failed = page.getByRole('region', { name: 'Failed' })
    await expect(failed).toContainText('Not sent: there is no such address')
    await expect(failed).toContainText('no such user')
    isStrict = false
    await failed.getByRole('button', { name: /^Try again/ }).click()
    await expect(failed).toContainText('No failed messages.')
    await expect(page.getByRole('region', { name: 'Newest' })).toContainText('Sent at')
    expect(smtp.taken[0]?.raw).toContain('Subject: Guichet can send messages')
    // [I42] A user name without TLS is refused before anything is saved.
    await page.getByLabel('User name').fill('door')
    await page.getByLabel('Password').fill('horse-battery-staple')
    await page.getByLabel('Mail server').fill('mail.example')
    await page.getByRole('button', { name: 'Save settings' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'not protected' })).toBeVisible()
  })
})
