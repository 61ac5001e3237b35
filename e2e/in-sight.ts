// Whether what a window shows can be seen whole. Owns how that is looked at; which screens and windows, the journeys say.

import type { Page } from '@playwright/test'
import { targetFaults } from './targets.ts'

/** What stands beside its screen or under something else; how large it is, other journeys ask. */
export const outOfSight = (page: Page) => targetFaults(page, 1)

/** Buttons whose words or keys stand beside them. */
export function tooLong(page: Page): Promise<string[]> {
  return page
    .locator('button')
    .evaluateAll((all) =>
      all
        .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent),
    )
}

/** In the page: words that their place is too narrow for. */
export function cutOff(all: Element[]): (string | null)[] {
  return all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)
}
