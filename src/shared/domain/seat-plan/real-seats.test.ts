import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { known } from '../../lib/assert.ts'
import type { SeatId } from '../ids.ts'
import { readPlanFile } from '../plan-import/read-plan-file.ts'
import { nobody } from './adjacency.ts'
import { bestAvailable } from './best-available.ts'
import { beside, everyWindow, judged, planOf, soldEvery, wish, worseOf } from './houses.fixture.ts'
import { isStanding } from './plan.ts'
import { seatsLeftAlone } from './single-seat.ts'

/** Beside the repository; nothing of it is copied into it. */
const folder = resolve(import.meta.dirname, '../../../../../shared/plans')
const files = [
  'pretix-format_seatmap-canvas-stadium_738.json',
  'ull-paraninfo_odd-even_603.json',
  'seatsio_sampleChart_32.json',
]
const present = files.every((file) => existsSync(resolve(folder, file)))
const where = present ? '' : ` (skipped: no real plans in ${folder})`
const planIn = (file: string) =>
  planOf(known(readPlanFile(readFileSync(resolve(folder, file), 'utf8')).draft, file))

const parties = files.flatMap((file) => [1, 2, 4, 7].map((count) => ({ file, count })))
test.skipIf(!present).for(parties)(
  `[H13] in $file a party of $count sits together, and nowhere better${where}`,
  ({ file, count }) => {
    const plan = planIn(file)
    for (const every of [1_000_000, 7, 3]) {
      const states = soldEvery(plan, every)
      const windows = everyWindow(plan, states, wish(count)).filter(([first = 0]) => !isStanding(plan, first))
      const [first] = bestAvailable(plan, states, wish(count), 3)
      const best = windows.map((seats) => judged(plan, states, seats)).toSorted(worseOf)[0]
      // Where no run has room for all, the party is split.
      expect(windows.length > 0).toBe(first?.groups === 1)
      if (best) expect(judged(plan, states, first?.seatIds ?? [])).toEqual(best)
      if (best) expect(windows).toContainEqual(first?.seatIds)
    }
  },
)

test.skipIf(!present).for(files)(
  `[H14] in %s the second seat of a longer run leaves the first alone${where}`,
  (file) => {
    const plan = planIn(file)
    const { left, right } = beside(plan)
    const after = (seat: number) => right[seat] ?? nobody
    const firsts = [...left.keys()].filter(
      (seat) => left[seat] === nobody && after(after(after(seat))) !== nobody,
    )
    const own = firsts.filter((seat) => ((plan.flags[seat] ?? 0) & 3) === 0)
    expect(own.length).toBeGreaterThan(0)
    for (const first of own)
      expect(seatsLeftAlone(plan, [after(first) as SeatId], () => true)).toContain(first)
  },
)
