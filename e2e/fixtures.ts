// What every journey starts from: a real hub with a folder of its own, and desks in real browsers on it. A test fails when any of its
// screens had trouble, or when the hub logged an error, unless the test announced it; nothing is left when it ends.

import {
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  test as base,
  expect,
} from '@playwright/test'
import { type Desktop, type DesktopOptions, launchDesktop } from './desktop.ts'
import { type Hub, type HubOptions, startHub } from './hub-process.ts'
import { Troubles } from './troubles.ts'

export interface DeskOptions {
  /** A second window of the same desk: same browser, same session, no link needed. */
  readonly beside?: Page
  /** For a new desk's browser: locale, zone, viewport, colour scheme … */
  readonly browser?: BrowserContextOptions
}

interface Fixtures {
  readonly hubOptions: HubOptions
  readonly hub: Hub
  readonly troubles: Troubles
  /** A desk on the hub: without `beside` a browser of its own, let in by a link of its own. */
  readonly openDesk: (options?: DeskOptions) => Promise<Page>
  /** The desktop app, with a house of its own in it. */
  readonly openDesktop: (options?: DesktopOptions) => Promise<Desktop>
}

/** What a page reports whose hub is stopped or killed: `troubles.expect(lostHub)`. */
export const lostHub = /ERR_CONNECTION_|ERR_EMPTY_RESPONSE|WebSocket connection to /

export const test = base.extend<Fixtures>({
  /** `test.use({ hubOptions: { holdSeconds: 5 } })` */
  hubOptions: [{}, { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  troubles: async ({}, provide) => {
    const troubles = new Troubles()
    await provide(troubles)
    expect(troubles.unexpected(), 'troubles that the test did not expect').toEqual([])
  },

  hub: async ({ hubOptions, troubles }, provide, testInfo) => {
    const hub = await startHub(hubOptions)
    try {
      await provide(hub)
      for (const line of hub.errors()) troubles.add(`hub: ${line}`)
    } finally {
      await hub.remove()
      await testInfo.attach('hub', { body: hub.lines.join('\n'), contentType: 'text/plain' })
    }
  },

  openDesk: async ({ browser, hub, troubles }, provide) => {
    const contexts: BrowserContext[] = []
    let isLinkUsed = false
    await provide(async ({ beside, browser: options } = {}) => {
      const context = beside?.context() ?? (await browser.newContext(options))
      if (!beside) {
        contexts.push(context)
        troubles.watch(context)
      }
      const page = await context.newPage()
      await page.goto(beside ? hub.address : isLinkUsed ? await hub.newLink() : hub.link)
      isLinkUsed ||= !beside
      return page
    })
    await Promise.all(contexts.map((context) => context.close()))
  },

  openDesktop: async ({ browser, troubles }, provide) => {
    const desktops: Desktop[] = []
    await provide(async (options) => {
      const desktop = await launchDesktop(browser, options)
      troubles.watch(desktop.context)
      desktops.push(desktop)
      return desktop
    })
    // Newest first: it may use the folder of an earlier one.
    for (const desktop of desktops.toReversed()) {
      for (const line of desktop.errors()) troubles.add(`desktop: ${line}`)
      await desktop.close()
    }
  },
})

export { expect }
export type { Hub, HubOptions } from './hub-process.ts'
