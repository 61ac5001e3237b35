import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../lib/time.ts'
import { showRecord } from './changes/rows.fixture.ts'
import type { ShowId } from './ids.ts'
import { contextAt, refusalOf, sampleShow, start } from './sale.fixture.ts'
import { type OpenSeriesRequest, type SeriesModel, clashOf, decideOpenSeries } from './series.ts'
import { HORIZON_MS } from './shows.ts'

const { showId } = sampleShow
const { entry, show } = showRecord(showId)
const there = entry.startsAtMs
const model: SeriesModel = { entry: { ...entry, terms: { holdMs: 1 } }, show, startsMs: [there] }
const nextIds = { listing: 11, show: 12, plan: 13, venue: 14, wallet: 15, customer: 16 }

function open(startsMs: readonly number[], turn: Partial<OpenSeriesRequest> = {}, found = {}) {
  const starts = startsMs.map((startsAtMs) => ({ startsAtMs, clashesAtMs: clashOf(startsAtMs, [there]) }))
  return decideOpenSeries(
    { model, nextIds, ...found },
    { showId, starts, active: true, ...turn },
    contextAt(start),
  )
}

test('[A1] a series is shows like its model at other times, one step that is listed and undone as a change', () => {
  const startsMs = [there + 24 * HOUR_MS, there + 48 * HOUR_MS]
  const decision = open(startsMs, { active: false })
  expect(decision).toMatchObject({ accepted: true, value: { changeId: 'change-1', shows: 2 } })
  const events = decision.accepted ? decision.events : []
  expect(events.map(({ type }) => type)).toEqual([
    'entry-saved',
    'prices-set',
    'entry-saved',
    'prices-set',
    'change-advanced',
  ])
  expect(events[2]).toEqual({
    type: 'entry-saved',
    entry: {
      ...model.entry,
      showId: 13,
      active: false,
      startsAtMs: startsMs[1],
      salesCloseAtMs: there + 48 * HOUR_MS + 30 * MINUTE_MS,
    },
  })
  expect(events[3]).toEqual({ type: 'prices-set', showId: 13, version: 1, prices: show.prices })
  expect(events[4]).toMatchObject({
    change: { of: 'series', showId, shows: 2 },
    events: 4,
    changed: 2,
    isLast: true,
  })
})

test('[A1] a model that is not there is refused, and so is a start that is over, too far, or there twice', () => {
  const problem = (startsMs: readonly number[]) => {
    const refusal = refusalOf(open(startsMs))
    return refusal?.code === 'INVALID_INPUT' ? `${refusal.problem} ${refusal.detail}` : null
  }
  expect(refusalOf(open([there + HOUR_MS], {}, { model: null }))).toEqual({
    code: 'NOT_FOUND',
    what: 'show',
    id: '1',
  })
  expect(problem([start])).toBe('in-the-past 2026-11-20T12:00:00.000Z')
  expect(open([start + 1, start + HORIZON_MS]).accepted).toBe(true)
  expect(problem([start + HORIZON_MS + 1])).toMatch(/^too-far/)
  expect(problem([start + 5, start + 6, start + 5])).toBe('taken 2026-11-20T12:00:00.005Z')
})

test('[A1] two shows of one hall clash where they begin less than two hours apart; the nearer is named, the earlier of two', () => {
  const near = 2 * HOUR_MS - 1
  expect([near, -near, 2 * HOUR_MS].map((by) => clashOf(there + by, [there]))).toEqual([there, there, null])
  expect(clashOf(100, [300, 150, 40])).toBe(150)
  expect(clashOf(100, [120, 80, 3])).toBe(80)
})

test('[A1] a clash may be wanted, but none that the manager was not shown', () => {
  expect(open([there + HOUR_MS]).accepted).toBe(true)
  const unseen = { starts: [{ startsAtMs: there + HOUR_MS, clashesAtMs: null }] }
  expect(refusalOf(open([], unseen))).toEqual({ code: 'CONCURRENT_MODIFICATION', what: 'rows' })
  const gone = { starts: [{ startsAtMs: there + HOUR_MS, clashesAtMs: 5 }] }
  expect(refusalOf(open([], gone))).toMatchObject({ code: 'CONCURRENT_MODIFICATION' })
})

test('[A2] what a model was withdrawn for is not copied', () => {
  const decision = open(
    [there + 24 * HOUR_MS],
    {},
    { model: { ...model, entry: { ...entry, withdrawn: false } } },
  )
  expect(decision.accepted && decision.events[0]).not.toHaveProperty('entry.withdrawn')
  expect(decision.accepted && decision.events[0]).toMatchObject({ entry: { showId: 12 as ShowId } })
})
