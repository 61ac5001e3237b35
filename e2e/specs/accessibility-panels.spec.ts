// Everything that opens beside or over a screen, checked by axe in each language, scheme and size: a seat's card, passengers' fields,
// every way to pay, printers, seats refunded and moved, reports.

import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'

const counter = { width: 1024, height: 768 }
const looks = [
  ['en-IN', 'light', counter],
  ['fa-IR', 'dark', counter],
  ['hi-IN', 'light', { width: 390, height: 844 }],
] as const

async function openShow(page: Page, title: string): Promise<void> {
  await page.evaluate(() => (location.hash = '#/tonight'))
  const options = page.getByRole('main').getByRole('listbox').getByRole('option')
  await options.filter({ hasText: title }).first().press('Enter')
  await expect(page.getByRole('grid')).toBeFocused()
}

for (const [locale, colorScheme, viewport] of looks) {
  test(`[E2] axe finds nothing in what opens beside a screen, in ${locale}, ${colorScheme}${wholeUnless(locale === 'en-IN')}`, async ({
    openDesk,
  }) => {
    test.setTimeout(240_000)
    const page = await openDesk({ browser: { colorScheme, locale, viewport, reducedMotion: 'reduce' } })
    const main = page.getByRole('main')
    const found: string[] = []
    const look = async (name: string) => {
      found.push(...(await axeFaults(page, name)))
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      if (isWide) found.push(`${name}: wider than the screen`)
    }
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }

    await openShow(page, 'Test event')
    await press('Home', 'Space', 'F9')
    await expect(page.getByRole('timer')).toBeVisible()
    await press('F9')
    const ways = main.locator('[aria-pressed]')
    await expect(ways.first()).toBeVisible()
    for (let way = 0; way < (await ways.count()); way += 1) {
      await ways.nth(way).click()
      await look(`pay, way ${way + 1}`)
    }
    await ways.first().click()
    await page.locator('form input').first().press('Enter')
    await expect(page.getByRole('article')).toBeVisible()

    await press('F2', 'Enter')
    await expect(main.getByRole('listbox').getByRole('option').first()).toBeVisible()
    await press('ArrowDown', 'Enter')
    await expect(page.locator('[aria-current=step]')).toBeVisible()
    await press('p')
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('whether to print a copy')
    await press('Enter')
    await expect(page.getByRole('dialog').getByRole('article')).toBeVisible()
    await look('a copy')
    await press('Escape', 'm')
    await expect(page.getByRole('grid')).toBeFocused()
    await expect(page.getByRole('complementary').getByRole('listitem').first()).toBeVisible()
    await look('moving seats')
    await press('Escape')

    await openShow(page, 'Pune → Goa sleeper')
    await page.keyboard.type('1A')
    await press('F1')
    await expect(page.getByRole('status').filter({ hasText: '1A' })).toBeVisible()
    await look('a seat’s card')
    await press('Escape', 'Space', 'F9')
    await expect(page.getByRole('timer')).toBeVisible()
    await press('F9')
    await expect(page.locator('[aria-invalid=true]').first()).toBeFocused()
    await look('passengers')

    await page.evaluate(() => (location.hash = '#/printers'))
    await expect(main.getByRole('group')).toHaveCount(3)
    for (let role = 0; role < 3; role += 1)
      await main.getByRole('group').nth(role).getByRole('combobox').first().selectOption('escpos')
    await look('printers on the net')
    expect(found).toEqual([])
  })
}
