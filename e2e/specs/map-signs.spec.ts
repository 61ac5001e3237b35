// What the seat map shows besides its seats: price zones, the legend, the section and row in view, and that its buttons cover no seat.

import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test('[L2] from afar price zones are told apart on the map; under forced colours neither map nor legend shows any', async ({
  openDesk,
}) => {
  const coloursOf = (page: Page) =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('main canvas')
      const pen = canvas?.getContext('2d')
      if (!canvas || !pen) throw new Error('no seat map')
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
      const counts = new Map<string, number>()
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
        const isColoured = Math.max(red, green, blue) - Math.min(red, green, blue) > 40
        const name = `${red} ${green} ${blue}`
        if (isColoured) counts.set(name, (counts.get(name) ?? 0) + 1)
      }
      return [...counts.values()].filter((count) => count > 1000).length
    })
  const page = await openDesk()
  await new Desk(page).openShow('The Glass Orchard')
  // Four zones, each with an edge of its own.
  await expect.poll(() => coloursOf(page)).toBeGreaterThanOrEqual(4)
  const zones = page.getByRole('list', { name: 'Price zones' })
  const swatch = zones.locator('li span').first()
  await expect(swatch).toBeVisible()
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(swatch).toBeHidden()
  await expect(zones).toContainText('Premium')
  await expect.poll(() => coloursOf(page)).toBe(0)
})

test('[L2] the legend explains the signs that the plan has, and no others, in both languages', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const legend = page.getByRole('list', { name: 'What the seats show' })
  await desk.openShow('Mumbai → Pune')
  await expect(legend.getByText('Ladies’ seat')).toBeVisible()
  await expect(legend.locator('[data-sign]')).toHaveCount(1)
  await page.getByLabel('Language').selectOption('fa')
  await expect(page.getByText('صندلی بانوان', { exact: true })).toBeVisible()
  await page.goBack()
  await desk.openShow('The Glass Orchard')
  await expect(page.getByText('جای ویلچر', { exact: true })).toBeVisible()
  await expect(page.locator('[data-sign]')).toHaveCount(1)
})

test('[L2] far in, the map says in which section and row one is, and from afar it does not @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  const where = page.getByText(/^.?Stalls.? · Row /)
  await expect(where).toBeHidden()
  await desk.lookAt('F10')
  await expect(where).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(where).toBeHidden()
})

test('[L2] where seats are too small to be clicked, it is said what a click does, once a show @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const hint = page.getByText('Click or tap to zoom in, then choose a seat.')
  await desk.openShow('City derby')
  await expect(hint).toBeVisible()
  await page.mouse.click(640, 300)
  await expect(hint).toBeHidden()
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.goBack()
  await desk.openShow('City derby')
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible()
  await expect(hint).toBeHidden()
  await page.goBack()
  await desk.openShow('Mumbai → Pune')
  await expect(hint).toBeHidden()
})

test('[L2] at fit no zoom button lies on a place that can be pressed, in small windows and large @whole', async ({
  openDesk,
}) => {
  for (const viewport of [
    { width: 1024, height: 768 },
    { width: 1920, height: 1080 },
    { width: 760, height: 1000 },
  ]) {
    const page = await openDesk({ browser: { viewport } })
    await new Desk(page).openShow('City derby')
    const box = await page.getByRole('button', { name: 'Zoom in' }).boundingBox()
    const drawn = await page.evaluate((left) => {
      const canvas = document.querySelector<HTMLCanvasElement>('main canvas')
      const pen = canvas?.getContext('2d')
      if (!canvas || !pen) throw new Error('no seat map')
      const from = Math.floor(left - canvas.getBoundingClientRect().left)
      const { data } = pen.getImageData(from, 0, canvas.width - from, canvas.height)
      return new Set(new Uint32Array(data.buffer)).size
    }, box?.x ?? 0)
    expect(drawn, `${viewport.width}: paper alone behind the buttons`).toBe(1)
  }
})
