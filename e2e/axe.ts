import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * Axe's findings on a page, each with the place's name before it; none is excused. Waits until transitions have come to rest: a button
 * halfway through a fade is in neither state.
 */
export async function axeFaults(page: Page, place = ''): Promise<string[]> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().endTime === Infinity,
      ),
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${place}: ${id}: ${html.slice(0, 200)}`),
  )
}
