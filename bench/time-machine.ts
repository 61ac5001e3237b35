// [A6] A stadium's life of a hundred thousand events in a real browser: how long until it can be looked at, and how long a step to any
// moment of it takes until the map shows it. Owns the browser and the names of the figures; the page times itself.

import { chromium } from '@playwright/test'
import { browserOptions } from '../e2e/browser.ts'
import type { Bench, Figure } from './bench.ts'
import { asking, buildPage, openPage, unthrottled, viewport } from './bench-page.ts'
import type { PastBench } from './page/page-bench.ts'
import { median, percentile, takeTurns } from './rounds.ts'

/** Per page: enough for 95 of 100 over all rounds. */
const STEPS = 24
/** A step that changes fewer seats than this does not cross a stadium's life. */
const LEAST_CHANGED = 1000

const ask = asking<PastBench>()

export const timeMachineBench: Bench = {
  name: 'timeMachine',
  about: '80,000 seats and 100,000 events in Chromium: read, and stepped to anywhere',
  run: async () => {
    await buildPage()
    const options = browserOptions()
    const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), ...unthrottled] })
    try {
      const measure = async () => {
        const context = await browser.newContext({ viewport })
        const page = await openPage(await context.newPage(), 'past80000')
        const read = await ask(page, 'read')
        const steps = await ask(page, 'step', STEPS)
        const changed = await ask(page, 'changed')
        await context.close()
        if (changed < LEAST_CHANGED) throw new Error(`a step changed ${changed} seats: nothing was timed`)
        return { read, steps }
      }
      return figuresOf((await takeTurns({ measure })).measure)
    } finally {
      await browser.close()
    }
  },
}

interface Sample {
  readonly read: number
  readonly steps: readonly number[]
}

/** So fast that nobody notices waiting. */
const STEP_MAX_MS = 50

function figuresOf(samples: readonly Sample[]): readonly Figure[] {
  const steps = samples.flatMap((sample) => sample.steps)
  return [
    {
      name: 'timeMachine.readMs',
      value: median(samples.map(({ read }) => read)),
      unit: 'ms',
      about: '80,000 seats, 100,000 events: replayed once, for every instant',
    },
    {
      name: 'timeMachine.stepMs',
      value: percentile(steps, 0.95),
      unit: 'ms',
      about: '80,000 seats, 100,000 events: a step to any minute, until the map shows it, 95 of 100',
      goal: { atMost: STEP_MAX_MS },
    },
  ]
}
