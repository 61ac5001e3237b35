// A show's past on the product's map, as the time machine mounts it: in a step an instant is chosen, its seats are found, and the map is
// drawn. Owns the life that is looked at and what counts as drawn; must never reach into the map.

import { useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import type { SeatId } from '../../src/shared/domain/ids.ts'
import type { Plan } from '../../src/shared/domain/seat-plan/plan.ts'
import { SeatReplay } from '../../src/shared/domain/seat-replay.ts'
import { known } from '../../src/shared/lib/assert.ts'
import { useShownStates } from '../../src/renderer/features/time-machine/use-shown-states.ts'
import { SeatMap } from '../../src/renderer/seat-map/seat-map.tsx'
import { nextFrame } from './frames.ts'
import { longLife } from './long-life.ts'
import type { PastBench } from './page-bench.ts'

const EVENTS = 100_000
/** Nothing has been drawn for this long: the previous picture is complete. */
const QUIET_MS = 300
/** Steps of the golden ratio: anywhere in the life, never near the last one. */
const TURN = 0.618_033_988_75

const labels = { map: 'Seat map', help: '', zoomIn: 'Nearer', zoomOut: 'Farther', fit: 'Whole house' }
const nobody: ReadonlySet<SeatId> = new Set()

export class PastStage implements PastBench {
  readonly #root: HTMLElement
  readonly #plan: Plan
  #replay: SeatReplay
  #endMs = 0
  #look: (atMs: number) => void = () => {}
  #drawnAtMs = 0
  #changed = 0

  constructor(root: HTMLElement, plan: Plan) {
    this.#root = root
    this.#plan = plan
    this.#replay = new SeatReplay([plan])
  }

  read(): Promise<number> {
    const steps = longLife(this.#plan.count, EVENTS)
    const startedMs = performance.now()
    this.#replay = new SeatReplay([this.#plan])
    for (const step of steps) this.#replay.add(step)
    const tookMs = performance.now() - startedMs
    this.#endMs = this.#replay.before(Number.POSITIVE_INFINITY) ?? 0
    this.#mount()
    return Promise.resolve(tookMs)
  }

  async step(times: number): Promise<readonly number[]> {
    const took: number[] = []
    let before = this.#replay.statesAt(this.#endMs)
    for (let turn = 1; turn <= times; turn += 1) {
      const atMs = Math.round(((turn * TURN) % 1) * this.#endMs)
      // oxlint-disable-next-line no-await-in-loop -- one step after another
      await this.#quiet()
      const startedMs = performance.now()
      flushSync(() => this.#look(atMs))
      // oxlint-disable-next-line no-await-in-loop -- until the map has drawn it
      while (this.#drawnAtMs < startedMs) await nextFrame()
      // oxlint-disable-next-line no-await-in-loop -- and handed it over
      took.push((await nextFrame()) - startedMs)
      const after = this.#replay.statesAt(atMs)
      this.#changed = after.reduce((sum, code, seat) => sum + Number(code !== before[seat]), 0)
      before = after
    }
    return took
  }

  changed(): Promise<number> {
    return Promise.resolve(this.#changed)
  }

  #mount(): void {
    const replay = this.#replay
    const plan = this.#plan
    const endMs = this.#endMs
    const hand = (look: (atMs: number) => void) => {
      this.#look = look
    }
    flushSync(() => createRoot(this.#root).render(<Past {...{ plan, replay, endMs, hand }} />))
    this.#watch()
  }

  /** Notes every copy to the visible canvas. */
  #watch(): void {
    const canvas = known(this.#root.querySelector('canvas'), 'the canvas of the map')
    const pen = known(canvas.getContext('2d'), '2d context')
    const draw = pen.fillRect.bind(pen)
    pen.fillRect = (x, y, width, height) => {
      this.#drawnAtMs = performance.now()
      draw(x, y, width, height)
    }
  }

  async #quiet(): Promise<void> {
    const fromMs = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- frames follow each other
    while (performance.now() - Math.max(fromMs, this.#drawnAtMs) < QUIET_MS) await nextFrame()
  }
}

interface PastProps {
  readonly plan: Plan
  readonly replay: SeatReplay
  readonly endMs: number
  readonly hand: (look: (atMs: number) => void) => void
}

function Past({ plan, replay, endMs, hand }: PastProps) {
  const [atMs, setAtMs] = useState(endMs)
  hand(setAtMs)
  const wanted = useMemo(() => replay.statesAt(atMs), [replay, atMs])
  const { states, subscribe } = useShownStates(wanted)
  return (
    <SeatMap
      plan={plan}
      states={states}
      subscribe={subscribe}
      mine={nobody}
      asking={nobody}
      labels={labels}
      describe={(seatId) => plan.numbers[seatId] ?? ''}
      onToggle={() => {}}
    />
  )
}
