import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'

/** How many pixels of the seat map have each of these CSS colours. */
function countOnMap(page: Page, colors: readonly string[]): Promise<number[]> {
  return page.evaluate((wanted) => {
    const canvas = document.querySelector<HTMLCanvasElement>('main canvas')
    const pen = canvas?.getContext('2d')
    const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!canvas || !pen || !probe) throw new Error('no seat map')
    const marker = document.body.appendChild(document.createElement('span'))
    marker.style.forcedColorAdjust = 'none'
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
    const counts = wanted.map((color) => {
      marker.style.color = color
      probe.fillStyle = getComputedStyle(marker).color
      probe.fillRect(0, 0, 1, 1)
      const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data
      let count = 0
      for (let at = 0; at < data.length; at += 4) {
        if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) count += 1
      }
      return count
    })
    marker.remove()
    return counts
  }, colors)
}

/** Contrast of an element's text with the background behind it (WCAG 2.2). */
function contrastOf(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
      const light = (color: string) => {
        if (!pen) return 0
        pen.clearRect(0, 0, 1, 1)
        pen.fillStyle = color
        pen.fillRect(0, 0, 1, 1)
        const linear = [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3).map((channel) => {
          const value = channel / 255
          return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
      }
      let behind: Element | null = element
      while (behind && /^(rgba\(0, 0, 0, 0\)|transparent)$/.test(getComputedStyle(behind).backgroundColor)) {
        behind = behind.parentElement
      }
      const [a, b] = [
        light(getComputedStyle(element).color),
        light(getComputedStyle(behind ?? document.body).backgroundColor),
      ]
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    })
}

const tokens = [
  '--ink',
  '--quiet-ink',
  '--paper',
  '--accent',
  '--seat-free',
  '--seat-held',
  '--hairline',
  '--edge',
]

function readTokens(page: Page): Promise<string[]> {
  return page.evaluate(
    (names) => names.map((name) => getComputedStyle(document.documentElement).getPropertyValue(name)),
    tokens,
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[E2] high contrast in ${colorScheme}: quiet words reach 7 to 1, edges are thick, and the system’s wish and the desk’s are the same${wholeUnless(colorScheme === 'dark')}`, async ({
    openDesk,
  }) => {
    const page = await openDesk({ browser: { colorScheme, contrast: 'more' } })
    const desk = new Desk(page)
    await expect(desk.shows.first()).toBeVisible()
    expect(await contrastOf(page, 'main [role=option] span:nth-child(3)')).toBeGreaterThanOrEqual(7)
    expect(await contrastOf(page, 'footer span')).toBeGreaterThanOrEqual(7)
    const wished = await readTokens(page)
    await page.evaluate(() => (location.hash = '#/manage'))
    const box = page.getByRole('gridcell').getByRole('checkbox').first()
    // Around the browser’s own border, which is grey.
    await expect(box).toHaveCSS(
      'box-shadow',
      `${colorScheme === 'light' ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)'} 0px 0px 0px 1px`,
    )
    const plain = await openDesk({ browser: { colorScheme } })
    await expect(new Desk(plain).shows.first()).toBeVisible()
    expect(await readTokens(plain)).not.toEqual(wished)
    await plain.getByLabel('Light or dark').selectOption('contrast')
    expect(await readTokens(plain)).toEqual(wished)
    await plain.reload()
    expect(await readTokens(plain)).toEqual(wished)
  })
}

test('[E2] under forced colours the map is drawn with the system’s palette, states stay apart, and the next step stands out', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { forcedColors: 'active' } })
  const desk = new Desk(page)
  await desk.openShow('Test event')
  const palette = ['Canvas', 'CanvasText', 'Highlight', 'GrayText']
  const [ground = 0, edges = 0, , sold = 0] = await countOnMap(page, palette)
  expect(ground).toBeGreaterThan(50_000)
  expect(edges).toBeGreaterThan(500)
  expect(sold).toBeGreaterThan(500)
  await desk.choose('A5')
  await desk.hold()
  await expect.poll(async () => (await countOnMap(page, ['Highlight']))[0]).toBeGreaterThan(300)
  const next = desk.cart.getByRole('button', { name: /^Pay/ })
  const other = desk.cart.getByRole('button', { name: /^Release/ })
  const backgroundOf = (one: HTMLElement) => getComputedStyle(one).backgroundColor
  expect(await next.evaluate(backgroundOf)).not.toBe(await other.evaluate(backgroundOf))
  expect(await other.evaluate((one) => getComputedStyle(one).borderTopWidth)).not.toBe('0px')
})

test('[E2] under forced colours the place of the office that is shown is told from the others by its ground @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { forcedColors: 'active' } })
  await page.getByRole('link', { name: 'Manage' }).click()
  const chosen = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('span'))
    probe.style.cssText = 'background: Highlight; forced-color-adjust: none'
    return getComputedStyle(probe).backgroundColor
  })
  for (const name of ['Manage', 'Tables of']) {
    const links = page.getByRole('navigation', { name, exact: true }).last().getByRole('link')
    // oxlint-disable-next-line no-await-in-loop -- one line of links after the other
    await expect(links.and(page.locator('[aria-current]'))).toHaveCSS('background-color', chosen)
    // oxlint-disable-next-line no-await-in-loop -- see above
    await expect(links.last()).not.toHaveCSS('background-color', chosen)
  }
})

test('[E2] the map follows a switch of scheme, contrast and forced colours while it is open @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { colorScheme: 'light' } })
  const desk = new Desk(page)
  await desk.openShow('Test event')
  const paper = async () => (await countOnMap(page, ['var(--paper)']))[0]
  await expect.poll(paper).toBeGreaterThan(50_000)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(paper).toBeGreaterThan(50_000)
  await page.getByLabel('Light or dark').selectOption('contrast')
  await expect.poll(paper).toBeGreaterThan(50_000)
  await page.emulateMedia({ forcedColors: 'active' })
  await expect.poll(async () => (await countOnMap(page, ['Canvas']))[0]).toBeGreaterThan(50_000)
})

test('[E2] under reduced motion nothing moves: no animation and no transition, of whatever is on the screens', async ({
  openDesk,
}) => {
  const moving = (page: Page) =>
    page.evaluate(() => {
      const slow = [...document.querySelectorAll('*')].filter((one) =>
        getComputedStyle(one)
          .transitionDuration.split(', ')
          .some((length) => Number.parseFloat(length) > 0),
      )
      return slow.length + document.getAnimations().length
    })
  const calm = await openDesk({ browser: { reducedMotion: 'reduce' } })
  const lively = await openDesk({ browser: { reducedMotion: 'no-preference' } })
  for (const page of [calm, lively]) await new Desk(page).openShow('The Glass Orchard')
  expect(await moving(lively)).toBeGreaterThan(0)
  expect(await moving(calm)).toBe(0)
})

test('[E2] at a touch screen every control is at least 44 px high, and key hints make room', async ({
  openDesk,
}) => {
  const page = await openDesk({
    browser: { hasTouch: true, isMobile: true, viewport: { width: 1024, height: 768 } },
  })
  const desk = new Desk(page)
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, a[href], input, [role=option]')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1)
        .map((one) => ({
          name: one.getAttribute('aria-label') ?? one.textContent,
          box: (one.closest('label') ?? one).getBoundingClientRect(),
        }))
        .filter(({ box }) => Math.round(box.height) < 44 || Math.round(box.width) < 44)
        .map(({ name, box }) => `${name}: ${Math.round(box.width)}×${Math.round(box.height)}`),
    )
  await expect(desk.shows.first()).toBeVisible()
  expect(await small()).toEqual([])
  await desk.openShow('Test event')
  await desk.choose('A5')
  await desk.hold()
  expect(await small()).toEqual([])
  await expect(desk.cart.locator('kbd').first()).toBeHidden()
  await page.keyboard.press('F9')
  await expect(page.getByLabel('Cash received')).toBeVisible()
  expect(await small()).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  expect(await small()).toEqual([])
  await desk.find('A5')
  await expect(desk.found).toHaveCount(1)
  expect(await small()).toEqual([])
  await desk.found.first().tap()
  await expect(page.getByRole('button', { name: 'Print again' })).toBeVisible()
  expect(await small()).toEqual([])
})
