// The desktop as its seller has it: how soon the first seat map is shown, what it uses of the machine while nobody touches it, what it
// has in memory after an evening. Owns the journeys and the names of the figures; must never pass the stand-in off as Electron: it says
// which one ran.

import { chromium } from '@playwright/test'
import { testBrowserOptions } from '../e2e/browser.ts'
import type { Bench, Figure } from './bench.ts'
import { needBuiltApp } from '../scripts/build-app.ts'
import { type LoopDelays, loopDelays } from './main-loop.ts'
import { atRest } from './desktop-rest.ts'
import { desktopWords, firstMap } from './first-map.ts'

export const desktopBench: Bench = {
  name: 'desktop',
  about: `the desktop from the outside (${desktopWords()}): its first map, its rest, its memory, and what 1,000 commands a second leave of main`,
  run: async () => {
    needBuiltApp()
    // Electron's windows have no tabs and bars around the page: a windowless browser is used where there is one.
    const browser = await chromium.launch(testBrowserOptions())
    try {
      return [...(await firstMap(browser)), ...(await atRest(browser)), ...loopFigures(await loopDelays())]
    } finally {
      await browser.close()
    }
  },
}

function loopFigures({ busy, idle }: LoopDelays): readonly Figure[] {
  const asked = '1,000 commands a second through main’s own sessions and frames: how late its loop is'
  return [
    { name: 'desktop.loopP50Ms', value: busy.p50Ms, unit: 'ms', about: `${asked}, half of the looks` },
    {
      name: 'desktop.loopP99Ms',
      value: busy.p99Ms,
      unit: 'ms',
      about: `${asked}, 99 of 100 looks`,
      goal: { atMost: 8 },
    },
    {
      name: 'desktop.loopRestP99Ms',
      value: idle.p99Ms,
      unit: 'ms',
      about: 'the same while nobody asks: what this machine keeps any loop from',
    },
  ]
}
