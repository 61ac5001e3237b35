// A house for two processes at once: one show for each claim policy, and how a rival process is started on it. Owns the words they
// exchange; must never look into the house itself.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { claimPolicies } from '../../shared/domain/catalogue.ts'
import type { BookingId, PlanId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import { makePlan } from '../../shared/domain/seat-plan/make-plan.ts'
import { DAY_MS } from '../../shared/lib/time.ts'
import { planDigest, writesOfPlan } from '../store/plan-rows.ts'
import type { ClaimStrategy } from '../store/store.ts'
import { prices, showEntry, smallHouse } from '../engine/test-house.ts'
import { openHouse } from './open-house.ts'
import { quietOptions } from './options.ts'

const ROWS = 26
const SEATS_OF_ROW = 20
export const SEATS = ROWS * SEATS_OF_ROW

/** For each policy, the show that is sold by it. */
export const showsByPolicy = claimPolicies.map((policy, index) => ({
  policy,
  showId: (11 + index) as ShowId,
}))

/** What a rival says, one word a line. */
export type RivalWord =
  | { readonly say: 'refused'; readonly why: string }
  | { readonly say: 'ready' }
  | {
      readonly say: 'sold'
      readonly bookingId: BookingId
      readonly showId: ShowId
      readonly seatIds: readonly SeatId[]
    }
  /** `lostRaces`: transactions that were undone because another process wrote. */
  | {
      readonly say: 'finished'
      readonly outcomes: Readonly<Record<string, number>>
      readonly lostRaces: number
    }
  | { readonly say: 'maps'; readonly states: Readonly<Record<number, readonly number[]>> }

/** `no-look`: the rival never notices that another process wrote. `no-rerun`: a lost race counts as a fault. */
export type Planted = 'nothing' | 'no-look' | 'no-rerun'

export interface RivalOptions {
  readonly data: string
  readonly claims: ClaimStrategy
  readonly shared: boolean
  readonly name: string
  readonly attempts: number
  readonly planted: Planted
}

export function openRivalHouse({ data, claims, shared }: Pick<RivalOptions, 'data' | 'claims' | 'shared'>) {
  return openHouse(quietOptions(data, { demo: false, claims, shared }), 'test')
}

/** Lays the house out, before anybody shares it. */
export function layRivalHouse(data: string): void {
  const house = openRivalHouse({ data, claims: 'pessimistic', shared: false })
  const plan = makePlan(
    {
      name: 'Rival hall',
      width: 700,
      height: 1000,
      categories: ['Near', 'Far', 'House'].map((name) => ({ name, color: '#445566' })),
      sections: [
        {
          name: 'Stalls',
          kind: 'seats',
          areas: [],
          rows: Array.from({ length: ROWS }, (_, at) => rowAt(at)),
        },
      ],
    },
    2 as PlanId,
  )
  const startsAtMs = Date.now() + DAY_MS
  const shows = showsByPolicy.flatMap(({ policy, showId }) => {
    const entry = { ...showEntry(showId, startsAtMs), planId: plan.planId, claimPolicy: policy }
    return [
      { type: 'entry-saved', entry } as const,
      { type: 'prices-set', showId, version: 1, prices } as const,
    ]
  })
  const imported = {
    type: 'plan-imported',
    planId: plan.planId,
    name: plan.name,
    seats: SEATS,
    digest: planDigest(plan),
  } as const
  const base = smallHouse.filter((event) => event.type === 'entry-saved' && event.entry.kind !== 'show')
  house.engine.furnish([...base, imported, ...shows], writesOfPlan(plan))
  house.close()
}

function rowAt(at: number) {
  const label = String.fromCodePoint(65 + at)
  const seats = Array.from({ length: SEATS_OF_ROW }, (_, index) => ({
    uuid: `${label}${index}`,
    guid: `${label}${index}`,
    number: String(index + 1),
    x: 30 + index * 30,
    y: 30 + at * 35,
    radius: 10,
    category: 'Near',
    flags: [],
  }))
  return { label, seats }
}

/** A rival in a process of its own. */
export class Rival {
  readonly #child: ChildProcessWithoutNullStreams
  readonly words: RivalWord[] = []
  #heard: () => void = () => {}
  #troubles = ''

  constructor(options: RivalOptions) {
    const program = join(import.meta.dirname, 'rival-seller.fixture.ts')
    this.#child = spawn(process.execPath, [program, JSON.stringify(options)])
    this.#child.stderr.on('data', (text) => (this.#troubles += String(text)))
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      this.words.push(JSON.parse(line) as RivalWord)
      this.#heard()
    })
    this.#child.on('close', () => this.#heard())
  }

  /** The first word of this kind, once it is said; throws where the process ended without it. */
  async hears<Say extends RivalWord['say']>(
    ...wanted: readonly Say[]
  ): Promise<Extract<RivalWord, { say: Say }>> {
    for (;;) {
      const word = this.words.find(({ say }) => wanted.includes(say as Say))
      if (word) return word as Extract<RivalWord, { say: Say }>
      if (this.#child.exitCode !== null) throw new Error(`a rival ended early: ${this.#troubles}`)
      // oxlint-disable-next-line no-await-in-loop -- one word after the other
      await new Promise<void>((resolve) => (this.#heard = resolve))
    }
  }

  go(): void {
    this.#child.stdin.write('go\n')
  }

  async end(): Promise<void> {
    if (this.#child.exitCode === null) {
      const closed = once(this.#child, 'close')
      this.#child.kill('SIGKILL')
      await closed
    }
  }
}
