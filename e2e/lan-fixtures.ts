// What tests of a house with kiosks start from: a hub on its network, and separate machines that join it. Owns that nothing of them is
// left when a test ends; a journey says only what is done at them.

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { test as base, expect } from './fixtures.ts'
import { freePort } from './free-port.ts'
import { type Hub, startHub } from './hub-process.ts'

interface Kiosk {
  readonly machine: Hub
  /** The kiosk's screen. */
  readonly page: Page
}

interface Fixtures {
  /** A separate machine that joins, let in by the manager at `page`; removed when the test ends. */
  readonly joinKiosk: (page: Page, name: string) => Promise<Kiosk>
}

export const test = base.extend<Fixtures>({
  // The same port over restarts, so that kiosks find their hub again.
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  hubOptions: async ({}, provide) => provide({ words: ['--lan', `127.0.0.1:${await freePort()}`] }),

  joinKiosk: async ({ browser, troubles }, provide) => {
    const made: { readonly machine: Hub; readonly context: BrowserContext }[] = []
    await provide(async (manager, name) => {
      const machine = await joined(manager, name)
      const context = await browser.newContext()
      troubles.watch(context)
      made.push({ machine, context })
      const page = await context.newPage()
      await page.goto(machine.link)
      return { machine, page }
    })
    for (const { machine, context } of made) {
      await context.close()
      for (const line of machine.errors()) troubles.add(`kiosk: ${line}`)
      await machine.remove()
    }
  },
})

/** The manager's screen of kiosks, with an offer open: the address and the code that are read out. */
export async function offerAt(page: Page) {
  await page.goto(new URL('#/kiosks', page.url()).href)
  await page.getByRole('button', { name: 'Add a kiosk' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a kiosk' })
  const code = dialog.getByText(/^\w{4}(-\w{4}){3}$/)
  await expect(code).toBeVisible()
  const address = /at .?(127\.0\.0\.1:\d+)/.exec((await dialog.textContent()) ?? '')?.[1] ?? ''
  return { dialog, address, code: (await code.textContent()) ?? '' }
}

/** A separate machine that joins, let in by the manager at `page`. */
async function joined(page: Page, name: string): Promise<Hub> {
  const { dialog, address, code } = await offerAt(page)
  const starting = startHub({ demo: false, joins: { hub: address, code, name } })
  await expect(dialog).toContainText(name)
  await dialog.getByRole('button', { name: 'Let it in' }).click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  return starting
}

/** What a person does at a terminal: a backup of this house, or putting that backup in its place once it is stopped. */
export function atTerminal(script: 'db-backup' | 'db-restore', words: readonly string[]): void {
  const file = join(import.meta.dirname, '..', 'scripts', `${script}.ts`)
  execFileSync(process.execPath, [file, ...words])
}

/** Restores the house to its state of this call: it will wait for this kiosk, which is off, and is not started yet. */
export async function comesBack(hub: Hub, machine: Hub): Promise<void> {
  const backup = join(hub.data, 'mine.db')
  atTerminal('db-backup', ['--data', hub.data, '--to', backup])
  await machine.stop()
  await hub.stop()
  atTerminal('db-restore', ['--data', hub.data, '--from', backup])
}
