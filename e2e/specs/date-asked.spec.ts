// [I11] A clock that is far from a house's last use: nothing is opened, and so nothing recorded, before somebody confirms that the date
// is right.

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { makeDataFolder, removeDataFolder } from '../data-folder.ts'
import { desktopKind } from '../desktop.ts'
import { expect, test as base } from '../fixtures.ts'
import { startHub } from '../hub-process.ts'
import { nodeProgram } from '../program.ts'

const root = join(import.meta.dirname, '..', '..')
const YEARS_MS = 3 * 365 * 86_400_000

const test = base.extend<{ readonly oldHouse: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright asks for it
  oldHouse: async ({}, provide) => {
    const data = makeDataFolder()
    const env = { ...process.env, HUB_CLOCK_AHEAD_MS: String(-YEARS_MS) }
    const clock = join(root, 'e2e', 'hub-clock.ts')
    const words = ['--import', clock, join(root, 'scripts', 'db-seed.ts'), '--data', data]
    execFileSync(nodeProgram(), words, { env, stdio: 'pipe' })
    await provide(data)
    removeDataFolder(data)
  },
})

test('[I11] a hub says what its clock is compared with, opens nothing and ends; told that the date is right, it serves', async ({
  oldHouse,
}) => {
  await expect(startHub({ data: oldHouse })).rejects.toThrow(/last used on .*clock says .*--date-is-right/)
  const hub = await startHub({ data: oldHouse, words: ['--date-is-right'] })
  expect(hub.errors()).toEqual([])
  await hub.stop()
})

test('[I11] the desktop asks whether the date is right; said so, it opens', async ({
  openDesktop,
  oldHouse,
}) => {
  test.skip(desktopKind().isReal, 'the system’s box is answered by the stand-in alone')
  const asked = /clock shows a date long after this house was last used/
  const first = await openDesktop({ data: oldHouse })
  await expect(first.page.getByRole('link', { name: 'Tonight' })).toBeVisible()
  expect(first.lines.join('\n')).toMatch(asked)
  await first.close()
})
