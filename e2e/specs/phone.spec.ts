import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'
import { People } from '../pages/people.ts'

/**
 * What cannot be reached at this width: a page that is too wide, and controls outside it that no scrolling container brings into view.
 */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isMoved = (one: Element): boolean => {
      for (let part = one.parentElement; part; part = part.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(part).overflowX) && part.scrollWidth > part.clientWidth)
          return true
      }
      return false
    }
    const beside = [
      ...document.querySelectorAll<HTMLElement>('button, select, input, a[href], [role=option]'),
    ]
      // Hidden from everybody and every key: a date field contains one that browsers fill in.
      .filter((one) => one.checkVisibility() && !one.closest('[aria-hidden="true"]') && !isMoved(one))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.left < -1 || box.right > width + 1))
      .map(({ one, box }) => `${one.textContent}: ${Math.round(box.left)} to ${Math.round(box.right)}`)
    const { scrollWidth } = document.documentElement
    return scrollWidth > width ? [`the page: ${scrollWidth} wide`, ...beside] : beside
  })
}

for (const locale of ['en-IN', 'fa-IR', 'hi-IN']) {
  test(`[E2] on a phone every screen fits or moves within itself, in ${locale}${wholeUnless(locale === 'fa-IR')}`, async ({
    openDesk,
  }) => {
    const browser = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale }
    const page = await openDesk({ browser })
    const desk = new Desk(page)
    const main = page.getByRole('main')
    const found: string[] = []
    const look = async (name: string) => {
      found.push(...(await outOfReach(page)).map((one) => `${name}: ${one}`))
    }
    const go = async (place: string) => {
      await page.evaluate((hash) => (location.hash = hash), place)
      await expect(main.getByRole('heading').first()).toBeVisible()
    }
    await expect(desk.shows.first()).toBeVisible()
    await look('tonight')
    await desk.shows.filter({ hasText: 'The Glass Orchard' }).first().tap()
    await expect(desk.map).toBeVisible()
    await look('sell')
    await page.keyboard.press('F9')
    await expect(page.getByRole('timer')).toBeVisible()
    await look('held')
    await page.keyboard.press('F9')
    await expect(page.locator('form input').first()).toBeVisible()
    await look('pay')
    await page.keyboard.press('Escape')
    await expect(desk.map).toBeVisible()
    await page.keyboard.press('F10')
    await expect(page.getByRole('article').first()).toBeVisible()
    await look('ticket')
    await page.keyboard.press('F2')
    await page.keyboard.press('Enter')
    await expect(desk.shows.first()).toBeVisible()
    await look('find')
    await desk.shows.first().tap()
    await expect(page.locator('[aria-current=step]')).toBeVisible()
    await look('booking')
    for (const place of ['manage', 'staff', 'kiosks', 'audit', 'import']) {
      await go(`#/${place}`)
      await look(place)
    }
    for (const title of ['Harbour Lights', 'Kerala backwaters']) {
      await go('#/tonight')
      await desk.shows.filter({ hasText: title }).first().tap()
      await expect(main.getByRole('heading', { name: title })).toBeVisible()
      await look(title)
    }
    expect(found).toEqual([])
  })
}

test('[E2] the bar fits a small desk and a tablet held upright, with somebody signed in and a sale put aside @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { hasTouch: true, isMobile: true } })
  const desk = new Desk(page)
  await new People(page).staffTheHouse()
  await page.getByRole('link', { name: 'Tonight' }).click()
  await desk.openShow('The Glass Orchard')
  await page.keyboard.press('F9')
  await expect(page.getByRole('timer')).toBeVisible()
  await page.keyboard.press('F4')
  await expect(page.getByRole('banner').getByRole('timer')).toBeVisible()
  for (const width of [1280, 1024, 820, 768]) {
    await page.setViewportSize({ width, height: 1024 })
    expect(await outOfReach(page), `${width} wide`).toEqual([])
  }
})
