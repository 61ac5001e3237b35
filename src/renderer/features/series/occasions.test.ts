import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../../shared/lib/time.ts'
import { type HallFacts, type Occasion, type SeriesForm, occasionsOf } from './occasions.ts'

const form: SeriesForm = {
  weekdays: new Set([5, 6]),
  times: '19:30, 22:00',
  from: '2026-11-20',
  until: '2026-11-28',
  exceptions: new Set(['2026-11-27']),
}
const facts: HallFacts = { zone: 'Asia/Kolkata', startsMs: [], nowMs: 0 }

function found(turn: Partial<SeriesForm>, of = facts): readonly Occasion[] {
  const all = occasionsOf({ ...form, ...turn }, of)
  if ('kind' in all) throw new Error(all.kind)
  return all
}

const one = (day: string, times: string) => ({
  from: day,
  until: day,
  times,
  weekdays: new Set([1, 2, 3, 4, 5, 6, 7]),
})

test('[A1] a series is its days of the week at its times, from a day until a day, minus its exceptions', () => {
  expect(found({}).map(({ day, clock }) => `${day} ${clock}`)).toEqual([
    '2026-11-20 19:30',
    '2026-11-20 22:00',
    '2026-11-21 19:30',
    '2026-11-21 22:00',
    '2026-11-28 19:30',
    '2026-11-28 22:00',
  ])
  expect(found({})[0]?.startsAtMs).toBe(Date.UTC(2026, 10, 20, 14, 0))
  expect(found({ times: '۲۲:۰۰ 1930، 22:00' }).map(({ clock }) => clock)).toHaveLength(6)
})

test('[E3] a wall-clock time stays through a change of clocks: Berlin begins at 20:00 before and after', () => {
  const winter = { from: '2026-10-24', until: '2026-10-25', times: '20:00', weekdays: new Set([6, 7]) }
  const [before, after] = found(winter, { ...facts, zone: 'Europe/Berlin' })
  expect((after?.startsAtMs ?? 0) - (before?.startsAtMs ?? 0)).toBe(DAY_MS + HOUR_MS)
})

test('[E3] a time that the clock jumps over is said to be none; one that it shows twice is the first, and said', () => {
  const berlin = { ...facts, zone: 'Europe/Berlin' }
  const [jumped, shown] = found(one('2026-03-29', '02:30, 03:30'), berlin)
  expect(jumped).toMatchObject({ startsAtMs: null, isTwice: false, isOver: false })
  expect(shown).toMatchObject({ startsAtMs: Date.UTC(2026, 2, 29, 1, 30), isTwice: false })
  const [twice] = found(one('2026-10-25', '02:30'), berlin)
  expect(twice).toMatchObject({ startsAtMs: Date.UTC(2026, 9, 25, 0, 30), isTwice: true })
})

test('[A1] what begins too near in the same hall is named, of other shows and of the series itself; what is over is said', () => {
  const at = Date.UTC(2026, 10, 20, 14, 0)
  const of = { ...facts, startsMs: [at + HOUR_MS], nowMs: at }
  const [early, late] = found(one('2026-11-20', '19:30 20:00'), of)
  expect(early).toMatchObject({ isOver: true, clashesAtMs: at + HOUR_MS, nearAtMs: at + HOUR_MS / 2 })
  expect(late).toMatchObject({ isOver: false, clashesAtMs: at + HOUR_MS, nearAtMs: at })
})

test('[A1] what is missing or cannot be read is named, and a series longer than one step takes is refused', () => {
  const problem = (turn: Partial<SeriesForm>) => occasionsOf({ ...form, ...turn }, facts)
  expect(problem({ times: ' ' })).toEqual({ kind: 'no-times' })
  expect(problem({ times: '19:30, 25:00' })).toEqual({ kind: 'bad-time', text: '25:00' })
  expect(problem({ until: '2026-11-19' })).toEqual({ kind: 'no-span' })
  expect(problem({ from: '' })).toEqual({ kind: 'no-span' })
  expect(problem({ weekdays: new Set() })).toEqual({ kind: 'no-days' })
  expect(problem({ until: '2026-11-20', exceptions: new Set(['2026-11-20']) })).toEqual({ kind: 'none' })
  expect(problem({ until: '9999-12-31' })).toEqual({ kind: 'too-many', limit: 200 })
})
