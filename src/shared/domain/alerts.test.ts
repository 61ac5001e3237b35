import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE_MS, SECOND_MS } from '../lib/time.ts'
import { isOfAlert } from './alert-events.ts'
import { PACE_MS, Pace, type Standing, heldFigures, isMuchHeld, isRush, judge, nothing } from './alerts.ts'

const hall = { allocated: 110, blocked: 10, held: 0, paying: 0 }
const minute = (count: number) => count * MINUTE_MS

describe('[K3] much of a show is held', () => {
  test('[K3] more than three in ten of what can be sold, being paid or not', () => {
    expect(isMuchHeld(heldFigures({ ...hall, held: 30 }))).toBe(false)
    expect(isMuchHeld(heldFigures({ ...hall, held: 31 }))).toBe(true)
    expect(isMuchHeld(heldFigures({ ...hall, held: 20, paying: 11 }))).toBe(true)
    expect(isMuchHeld(heldFigures({ ...hall, allocated: 10 }))).toBe(false)
  })

  test('[K3] it is told when it has been so for ten minutes, once, and ends when it is so no more', () => {
    const first = judge('held', nothing, true, 0)
    expect(first).toEqual({
      standing: { sinceMs: 0, isRaised: false },
      turn: null,
      lookAtMs: minute(10),
    })
    const before = judge('held', first.standing, true, minute(10) - 1)
    expect(before).toEqual({ ...first })
    const at = judge('held', before.standing, true, minute(10))
    expect(at).toEqual({
      standing: { sinceMs: 0, isRaised: true },
      turn: 'raised',
      lookAtMs: Number.POSITIVE_INFINITY,
    })
    expect(judge('held', at.standing, true, minute(11)).turn).toBeNull()
    expect(judge('held', at.standing, false, minute(11))).toMatchObject({ standing: nothing, turn: 'ended' })
  })

  test('[K3] what was so for less is told to nobody, and begins anew', () => {
    const { standing } = judge('held', nothing, true, 0)
    const over = judge('held', standing, false, minute(9))
    expect(over).toMatchObject({ standing: nothing, turn: null })
    expect(judge('held', over.standing, true, minute(12)).standing.sinceMs).toBe(minute(12))
  })
})

describe('[K3] a rush', () => {
  test('[K3] more than five times as many a minute as in the hour before, and never fewer than twenty', () => {
    expect(isRush({ count: 20, beside: 48 })).toBe(false)
    expect(isRush({ count: 20, beside: 47 })).toBe(true)
    expect(isRush({ count: 19, beside: 0 })).toBe(false)
    expect(isRush({ count: 20, beside: 0 })).toBe(true)
  })

  test('[K3] is told at once, and looked at again at the turn of a minute', () => {
    const { turn, lookAtMs } = judge('rush', nothing, true, minute(3) + 1)
    expect(turn).toBe('raised')
    expect(lookAtMs).toBe(minute(4))
  })

  test('[K3] sales are of this minute and the four before, or of the hour before those, or of neither', () => {
    const pace = new Pace()
    for (const at of [0, minute(60), minute(60), minute(64), minute(65) - 1]) pace.note(at)
    expect(pace.figuresAt(minute(64))).toEqual({ count: 4, beside: 1 })
    expect(pace.figuresAt(minute(65))).toEqual({ count: 2, beside: 2 })
    expect(pace.figuresAt(minute(69))).toEqual({ count: 0, beside: 4 })
    expect(PACE_MS).toBe(minute(65))
  })

  test('[K3] whatever was sold when, the pace is a recount of it', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: minute(20) }), { maxLength: 60 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: minute(80) }), (between, later) => {
        const pace = new Pace()
        let nowMs = 0
        const sales = between.map((gap) => (nowMs += gap))
        for (const atMs of sales) pace.note(atMs)
        nowMs += later
        const ago = (atMs: number) => Math.floor(nowMs / MINUTE_MS) - Math.floor(atMs / MINUTE_MS)
        expect(pace.figuresAt(nowMs)).toEqual({
          count: sales.filter((atMs) => ago(atMs) < 5).length,
          beside: sales.filter((atMs) => ago(atMs) >= 5 && ago(atMs) < 65).length,
        })
      }),
    )
  })
})

test('[K3] whatever is so when, it is told ten minutes after it began and when it ends, and in turns', () => {
  const steps = fc.array(fc.record({ gapMs: fc.integer({ min: 0, max: minute(15) }), isSo: fc.boolean() }))
  fc.assert(
    fc.property(steps, (looks) => {
      let standing: Standing = nothing
      let nowMs = 0
      let sinceMs: number | null = null
      let isTold = false
      for (const { gapMs, isSo } of looks) {
        nowMs += gapMs
        sinceMs = isSo ? (sinceMs ?? nowMs) : null
        const judged = judge('held', standing, isSo, nowMs)
        const isDue = sinceMs !== null && nowMs - sinceMs >= 600 * SECOND_MS
        expect(judged.turn).toBe(isDue === isTold ? null : isDue ? 'raised' : 'ended')
        isTold = isDue
        standing = judged.standing
        expect(standing).toEqual({ sinceMs, isRaised: isDue })
      }
    }),
  )
})

test('[K3] alerts are told from other events by their names', () => {
  expect(isOfAlert({ type: 'alert-ended' })).toBe(true)
  expect(isOfAlert({ type: 'seats-held' })).toBe(false)
})
