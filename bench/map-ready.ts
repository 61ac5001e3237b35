import type { Page } from '@playwright/test'

/** The best seats can be held, and the map's drawing is on the screen. */
export async function mapReady(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const canHold = [...document.querySelectorAll('button')].some(
      ({ textContent, disabled }) => !disabled && textContent?.includes('best 2 seats'),
    )
    return canHold && document.querySelector('[role=grid] canvas, canvas') !== null
  })
  await page.evaluate(
    () => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(() => shown(null)))),
  )
}
