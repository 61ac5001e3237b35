import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'

type DiskState = 'sound' | 'low' | 'full' | 'failed'

/** From its next load on, the page is told this state of the disk instead of the hub's. */
async function tellOfDisk(page: Page, state: DiskState): Promise<void> {
  await page.routeWebSocket(/\/ws$/, (ws) => {
    const hub = ws.connectToServer()
    hub.onMessage((frame) => {
      ws.send(
        typeof frame === 'string'
          ? frame.replace(/("kind":"disk","state":)"\w+"/, (_, start) => `${start}"${state}"`)
          : frame,
      )
    })
  })
  await page.reload()
}

const lines = {
  low: 'less than 500 MB left',
  full: 'Cannot sell: the house’s disk is full',
  failed: 'Cannot sell: the house’s disk did not confirm the last sale',
} as const

test('[V10] on a sound disk nothing is said of it', async ({ openDesk }) => {
  const page = await openDesk()
  await tellOfDisk(page, 'sound')
  await expect(page.getByText('Connected', { exact: true })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

for (const state of ['low', 'full', 'failed'] as const) {
  test(`[V10] [V4c] a disk that is ${state} is said on every screen, in words, with the screen whole below it${wholeUnless(state === 'full')}`, async ({
    openDesk,
  }) => {
    const page = await openDesk()
    await tellOfDisk(page, state)
    const line = page.getByRole('alert').filter({ hasText: lines[state] })
    await expect(line).toBeVisible()
    const desk = new Desk(page)
    await desk.openShow('The Glass Orchard')
    await expect(line).toBeVisible()
    const [above, map] = [await line.boundingBox(), await desk.map.boundingBox()]
    expect(map?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0))
    const overflow = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
    expect(overflow).toBeLessThanOrEqual(0)
  })
}
