import type { Browser } from '@playwright/test'
import { removeDataFolder } from '../e2e/data-folder.ts'
import { desktopKind, launchDesktop } from '../e2e/desktop.ts'
import type { Figure } from './bench.ts'
import { makeLongHouse } from './long-house.ts'
import { mapReady } from './map-ready.ts'
import { median, takeTurns } from './rounds.ts'
import { leaveAfterEvening } from './used-house.ts'

/** A hundred thousand bookings, held, paid and one in twenty returned. */
const ROWS = 210_000

/** Real Electron draws in a process of its own, next to main; the stand-in has its page in a Chromium that already runs. */
export function desktopWords(): string {
  return desktopKind().isReal
    ? 'real Electron'
    : 'built bundles with a stand-in for Electron, in a Chromium that runs already'
}

/** In a house that sold yesterday; and once in a house whose books were not checked yet, as after moving it to another machine. */
export async function firstMap(browser: Browser): Promise<readonly Figure[]> {
  const house = await makeLongHouse(ROWS)
  try {
    const link = `guichet://show/${house.showId}`
    const starts = async () => (await takeTurns({ start: () => firstMapMs(browser, house.data, link) })).start
    const unchecked = await starts()
    await leaveAfterEvening(house.data)
    const usual = await starts()
    return [
      {
        name: 'start.firstMapMs',
        value: median(usual),
        unit: 'ms',
        about: `100,000 bookings, 2,000 of them of yesterday: from the start of main until 80,000 seats are drawn and can be held (${desktopWords()})`,
        goal: { atMost: 1500 },
      },
      {
        name: 'start.firstMapUncheckedMs',
        value: median(unchecked),
        unit: 'ms',
        about:
          'the same house, its books never looked through: 50,000 rows of its journal are followed first',
      },
    ]
  } finally {
    removeDataFolder(house.data)
  }
}

async function firstMapMs(browser: Browser, data: string, link: string): Promise<number> {
  const beganMs = performance.now()
  const desktop = await launchDesktop(browser, { data, words: [link] })
  await mapReady(desktop.page)
  const ms = performance.now() - beganMs
  await desktop.close()
  return ms
}
