import { PROTOCOL_VERSION } from '../../src/shared/contract/wire.ts'
import { expect, lostHub, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { openWsWire } from '../wire.ts'

test('[S3] a headless hub on plain Node serves the screens to a browser and answers it', async ({
  openDesk,
}) => {
  const desk = await openDesk()
  await expect(desk).toHaveTitle('Guichet')
  const wire = await openWsWire(desk)
  expect(await (await wire.next('welcome')).jsonValue()).toMatchObject({
    t: 'welcome',
    protocol: PROTOCOL_VERSION,
  })
  await wire.send({ t: 'subscribe', id: 1, topic: { kind: 'shows' } })
  const titles = await (await wire.next('news', 1)).evaluate(({ news }) =>
    (news as { rows: { title: string }[] }).rows.map((row) => row.title),
  )
  expect(new Set(titles)).toContain('Test event')
})

test('[S5] a link lets one browser in, once', async ({ hub, openDesk, browser }) => {
  await openDesk()
  const stranger = await browser.newPage()
  await stranger.goto(hub.link)
  await expect(openWsWire(stranger)).rejects.toThrow('the socket was refused')
  await stranger.close()
})

test('[S3] a second window of a desk is let in as its first was', async ({ openDesk }) => {
  const desk = await openDesk()
  const second = await openDesk({ beside: desk })
  await (await openWsWire(second)).next('welcome')
})

test('[S3] the running hub gives another browser a link of its own', async ({ openDesk }) => {
  const desks = [await openDesk(), await openDesk()]
  for (const desk of desks) await (await openWsWire(desk)).next('welcome')
})

test('[C3] a hub that was killed starts again on its port and knows its desks', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const { address } = hub
  const desk = await openDesk()
  await hub.kill()
  await hub.start()
  expect(hub.address).toBe(address)
  await desk.goto(hub.address)
  await (await openWsWire(desk)).next('welcome')
})

test('[C3] [E4] a screen first opened while the hub is away says so and opens when it is back, and the cart is still there', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  troubles.expect(/a screen could not be loaded/)
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await desk.hold()
  await hub.kill()
  await expect(page.getByText('No connection')).toBeVisible()
  await page.getByRole('link', { name: 'Shift' }).click()
  await expect(page.getByRole('heading', { name: 'This screen has not loaded yet' })).toBeVisible()
  await hub.start()
  await expect(page.getByRole('heading', { name: 'Shift', level: 1 })).toBeVisible({ timeout: 20_000 })
  await page.goBack()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
})

test.describe('an empty house', () => {
  test.use({ hubOptions: { demo: false } })

  test('[S3] has no shows, and says that it is well', async ({ hub, openDesk }) => {
    const desk = await openDesk()
    const wire = await openWsWire(desk)
    await wire.next('welcome')
    await wire.send({ t: 'subscribe', id: 1, topic: { kind: 'shows' } })
    const news = await (await wire.next('news', 1)).jsonValue()
    expect(news).toMatchObject({ news: { kind: 'shows', whole: true, rows: [] } })
    const health: unknown = await (await fetch(`${hub.address}/healthz`)).json()
    expect(health).toMatchObject({ store: 'open' })
  })
})
