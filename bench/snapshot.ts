// A house on its way to a page: the plan and the state of every seat, requested, packed, unpacked, checked and received as the product
// does it, against the same seats as an array of objects. Owns both ways; must never leave out a check that a screen makes.

import { decodeFrame, encodeFrame } from '../src/shared/contract/codec.ts'
import { FrameClient, type Pipe } from '../src/shared/contract/frame-client.ts'
import type { PlanId, ShowId } from '../src/shared/domain/ids.ts'
import type { Plan } from '../src/shared/domain/seat-plan/plan.ts'
import { Bug, known } from '../src/shared/lib/assert.ts'
import { SECOND_MS } from '../src/shared/lib/time.ts'
import { Session } from '../src/main/carriers/session.ts'
import { deskActor, type House } from '../src/main/house/open-house.ts'
// As in a page: the checks are not compiled.
import '../src/renderer/no-eval.ts'
import type { Bench, Figure } from './bench.ts'
import { withDemoHouse } from './demo-house.ts'
import { median, medianRatio, takeTurns } from './rounds.ts'

const sizes = [2010, 80_000] as const
/** A pass of the objects leaves 10 MB of garbage: with fewer rounds the garbage collector decides the median. */
const SNAPSHOT_ROUNDS = 15

export const snapshotBench: Bench = {
  name: 'snapshot',
  about:
    'a house on its way to a page: plan and states, as the product sends them, against an array of objects',
  run: () =>
    withDemoHouse(async (house) => {
      const figures: Figure[] = []
      for (const size of sizes) {
        // oxlint-disable-next-line no-await-in-loop -- one at a time: together they would measure each other
        figures.push(...(await measure(house, size)))
      }
      return figures
    }),
}

interface Picture {
  readonly plan: Plan
  readonly states: Uint8Array
}

async function measure(house: House, size: number): Promise<readonly Figure[]> {
  const screen = new Screen(house)
  const show = await screen.showOf(size)
  const picture = await screen.open(show)
  const objects = objectsOf(picture)
  const { columns, json, clone } = await takeTurns(
    {
      columns: () => timed(() => screen.open(show)),
      json: () => timed(() => JSON.parse(JSON.stringify(objects)) as unknown),
      clone: () => timed(() => structuredClone(objects)),
    },
    SNAPSHOT_ROUNDS,
  )
  // Whichever carries objects faster in that round; neither validates on arrival, ours does.
  const fastest = json.map((ms, round) => Math.min(ms, clone[round] ?? ms))
  const seats = `${size.toLocaleString('en')} seats to a page`
  return [
    {
      name: `snapshot.${size}.bytes`,
      value: await screen.bytesOf(show),
      unit: 'bytes',
      about: `${seats}: plan and states on the wire`,
    },
    {
      name: `snapshot.${size}.ms`,
      value: median(columns),
      unit: 'ms',
      about: `${seats}: from asking until both are checked and there`,
    },
    {
      name: `snapshot.${size}.vsObjects`,
      value: medianRatio(fastest, columns),
      unit: 'ratio',
      about: `${seats}: how much faster than as objects by JSON or structured clone, whichever is faster`,
      ...(size === 80_000 ? { goal: { atLeast: 20 } } : {}),
    },
  ]
}

interface OpenShow {
  readonly showId: ShowId
  readonly planId: PlanId
}

/** A screen and its session with nothing between them but the codec: over a wire the objects' bytes would be slower still. */
class Screen {
  readonly #client: FrameClient
  #bytes = 0

  constructor({ engine }: House) {
    const boxOffice = engine.deskFor(deskActor('bench'))
    let passedMs = 0
    let session: Session | null = null
    const pipe: Pipe = {
      send: (frame) => session?.receive(decodeFrame(JSON.stringify(frame))),
      onFrame: (listener) => {
        session = new Session({
          boxOffice,
          send: (frame) => {
            const bytes = encodeFrame(frame)
            this.#bytes += bytes.length
            listener(decodeFrame(bytes))
          },
          nowMs: () => engine.nowMs(),
          // A session limits questions per second: here each comes a second after the last.
          elapsedMs: () => (passedMs += SECOND_MS),
          onForeignFrame: () => {
            throw new Bug('the session did not know its own screen')
          },
          onFault: (error) => {
            throw error
          },
        })
      },
      onLost: () => {},
    }
    this.#client = new FrameClient(pipe, () => Date.now())
  }

  /** The first show of the house of this size. */
  async showOf(size: number): Promise<OpenShow> {
    const rows = await new Promise<readonly (OpenShow & { counts: { allocated: number } })[]>((resolve) => {
      this.#client.subscribe({ kind: 'shows' }, (news) => {
        if (news.kind === 'shows') resolve(news.rows)
      })
    })
    return known(
      rows.find(({ counts }) => counts.allocated === size),
      `a demo show of ${size} seats`,
    )
  }

  /** What a page does when a seller opens a show for the first time. */
  async open({ showId, planId }: OpenShow): Promise<Picture> {
    const answer = await this.#client.call('plan', { planId })
    if (answer.kind !== 'done') throw new Bug(`no plan: ${JSON.stringify(answer)}`)
    const snapshot = Promise.withResolvers<Uint8Array>()
    const end = this.#client.subscribe({ kind: 'seats', showId, afterRevision: null }, (news) => {
      if (news.kind === 'snapshot') snapshot.resolve(news.states)
    })
    const states = await snapshot.promise
    end()
    if (states.length !== answer.value.count) throw new Bug('seats were lost on the way')
    return { plan: answer.value, states }
  }

  async bytesOf(show: OpenShow): Promise<number> {
    this.#bytes = 0
    await this.open(show)
    return this.#bytes
  }
}

/** One object per seat with the same content, as a page would list them; lengths to a hundredth, as a person would write them. */
function objectsOf({ plan, states }: Picture): readonly object[] {
  return Array.from(states, (state, seatId) => {
    const row = plan.rows[plan.row[seatId] ?? 0]
    return {
      seatId,
      section: plan.sections[row?.section ?? 0]?.name,
      row: row?.label,
      number: plan.numbers[seatId],
      x: short(plan.x[seatId]),
      y: short(plan.y[seatId]),
      category: plan.category[seatId],
      flags: plan.flags[seatId],
      state,
    }
  })
}

function short(length = 0): number {
  return Math.round(length * 100) / 100
}

async function timed(work: () => unknown): Promise<number> {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}
