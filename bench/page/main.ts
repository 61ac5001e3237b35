import { makeStadium } from '../../db/seed/plans/stadium.ts'
import { makeTheatre } from '../../db/seed/plans/theatre.ts'
import type { PlanId } from '../../src/shared/domain/ids.ts'
import { makePlan } from '../../src/shared/domain/seat-plan/make-plan.ts'
import { seatStateCode } from '../../src/shared/domain/seat-state.ts'
import { known } from '../../src/shared/lib/assert.ts'
import '../../src/renderer/ui/base.css'
import { ButtonGrid } from './button-grid.ts'
import { MapStage } from './map-stage.tsx'
import type { GridBench, PageBench, PastBench } from './page-bench.ts'
import { PastStage } from './past-stage.tsx'

/** A house some hours before its show: of ten seats four are sold and one is held. */
function halfSold(count: number): Uint8Array {
  const { available, held, sold } = seatStateCode
  const every = [available, sold, available, sold, available, held, available, sold, available, sold]
  return Uint8Array.from(
    { length: count },
    (_, seat) => every[Math.floor(seat / 3) % every.length] ?? available,
  )
}

function makeBench(root: HTMLElement): PageBench | GridBench | PastBench {
  const subject = new URLSearchParams(location.search).get('subject')
  if (subject === 'dom2010') return new ButtonGrid(root, 2010)
  if (subject === 'past80000') return new PastStage(root, makePlan(makeStadium(), 1 as PlanId))
  const plan = makePlan(subject === '80000' ? makeStadium() : makeTheatre(), 1 as PlanId)
  return new MapStage(root, plan, halfSold(plan.count))
}

// A seller who opens a map has read another screen before: the font is loaded already, and the map need not be drawn twice.
await document.fonts.load('550 12px "Inter Variable"')
window.pageBench = makeBench(known(document.getElementById('root'), 'root element'))
