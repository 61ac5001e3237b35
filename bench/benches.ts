import type { Bench } from './bench.ts'
import { bookingsBench } from './bookings.ts'
import { bulkBench } from './bulk.ts'
import { capacityBench } from './capacity.ts'
import { desktopBench } from './desktop.ts'
import { fanoutBench } from './fanout.ts'
import { hubBench } from './hub.ts'
import { mapBench } from './map.ts'
import { postgresBench } from './postgres.ts'
import { reportsBench } from './reports.ts'
import { screenBench } from './screen.ts'
import { snapshotBench } from './snapshot.ts'
import { startBench } from './start.ts'
import { tableBench } from './table.ts'
import { strategiesBench } from './strategies.ts'
import { timeMachineBench } from './time-machine.ts'

/** In the order they run: a line each. */
export const benches: readonly Bench[] = [
  bookingsBench,
  strategiesBench,
  postgresBench,
  capacityBench,
  bulkBench,
  fanoutBench,
  hubBench,
  screenBench,
  mapBench,
  tableBench,
  reportsBench,
  timeMachineBench,
  snapshotBench,
  startBench,
  desktopBench,
]
