// Whether everything that a window shows is wholly visible. Owns how that is checked; the journeys say which screens and windows.

import type { Page } from '@playwright/test'
import { targetFaults } from './targets.ts'

/** What lies outside its screen or under something else; other journeys check how large it is. */
export const outOfSight = (page: Page) => targetFaults(page, 1)

/** Buttons whose label or key overflows them. */
export function tooLong(page: Page): Promise<string[]> {
  return page
    .locator('button')
    .evaluateAll((all) =>
      all
        .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent),
    )
}

/** Runs in the page: texts that are cut off because their place is too narrow. */
export function cutOff(all: Element[]): (string | null)[] {
  return all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)
}
