import { describe, expect, test } from 'vitest'
import { MINUTE_MS, SECOND_MS } from '../lib/time.ts'
import type { Booking } from './booking.ts'
import {
  GIVE_UP_AFTER_MS,
  decideDelivered,
  decideDrop,
  decideRetry,
  isStillTrue,
  waitMs,
} from './message-delivery.ts'
import { sampleMessage } from './message.fixture.ts'
import { type Delivery, type Message, type SendProblem, messageStates, sendProblems } from './message.ts'
import { actorAt, contextAt, heldBooking, paidBooking, refusalOf, start } from './sale.fixture.ts'

const end = start + 10 * MINUTE_MS
const warning = sampleMessage({ kind: 'ending', endsAtMs: end })
const reserved = heldBooking({ purpose: 'reservation', expiresAtMs: end })

describe('whether it is still true', () => {
  test('[H16] a warning is, until the very millisecond of the end, while nothing is paid and the end is the same', () => {
    expect(isStillTrue(warning, reserved, end - 1)).toBe(true)
    expect(isStillTrue(warning, reserved, end)).toBe(false)
    expect(isStillTrue(warning, { ...reserved, expiresAtMs: end + 1 }, start)).toBe(false)
    expect(isStillTrue(warning, paidBooking(), start)).toBe(false)
    expect(isStillTrue(warning, null, start)).toBe(false)
  })

  test('[H6] nobody is warned who stands at the terminal', () => {
    const [payment] = paidBooking().payments
    const payments = payment ? [{ ...payment, state: 'pending' } as const] : []
    expect(isStillTrue(warning, { ...reserved, payments }, start)).toBe(false)
  })

  test.for(['confirmed', 'moved', 'returned', 'tickets'] as const)(
    '[T2] %s brings tickets: only where they are valid',
    (kind) => {
      const message = sampleMessage({ kind })
      const states: readonly Booking['state'][] = [
        'confirmed',
        'completed',
        'cancelled',
        'refunded',
        'deleted',
        'reserved',
      ]
      const truths = states.map((state) => isStillTrue(message, paidBooking({ state }), start))
      expect(truths).toEqual([true, true, false, false, false, false])
      expect(isStillTrue(message, null, start)).toBe(false)
    },
  )

  test.for(['expired', 'cancelled', 'refunded', 'test'] as const)('[T2] %s stays true', (kind) => {
    expect(isStillTrue(sampleMessage({ kind }), null, end)).toBe(true)
  })
})

describe('what a try came to', () => {
  const eventOf = (message: Message | null, delivery: Delivery, at = { nowMs: start, dice: 0 }) => {
    const decision = decideDelivered(message, delivery, at)
    return decision.accepted ? decision.events[0] : null
  }
  const failed = (problem: SendProblem, detail = ''): Delivery => ({ kind: 'failed', problem, detail })

  test('[T2] sent is sent, once: what ended meanwhile stays as it is', () => {
    expect(eventOf(sampleMessage(), { kind: 'sent' })).toEqual({ type: 'message-sent', messageId: 12 })
    for (const state of messageStates.filter((one) => one !== 'waiting'))
      expect(eventOf(sampleMessage({ state }), { kind: 'sent' })).toBe(undefined)
    expect(eventOf(null, { kind: 'sent' })).toBe(undefined)
  })

  test.for(sendProblems)(
    '[T2] after %s it is tried again, but for what is the message’s own fault',
    (problem) => {
      const event = eventOf(sampleMessage(), failed(problem, 'said'))
      const isOver = problem === 'refused' || problem === 'bad-address'
      expect(event).toMatchObject({ type: 'message-failed', attempts: 1, problem, detail: 'said' })
      expect(event).toMatchObject({ nextAtMs: isOver ? null : start + 2.5 * SECOND_MS })
    },
  )

  test('[T2] each wait is twice the last, from five seconds to half an hour, shortened by up to a half by chance', () => {
    expect([1, 2, 3, 4].map((tries) => waitMs(tries, 1))).toEqual([5000, 10_000, 20_000, 40_000])
    expect([1, 2, 3].map((tries) => waitMs(tries, 0))).toEqual([2500, 5000, 10_000])
    expect(waitMs(40, 1)).toBe(30 * MINUTE_MS)
  })

  test('[T2] it is given up a day after it was due, with the reason kept', () => {
    const last = { nowMs: start + GIVE_UP_AFTER_MS - 2501, dice: 0 }
    expect(eventOf(sampleMessage(), failed('busy'), last)).toMatchObject({ nextAtMs: last.nowMs + 2500 })
    const over = { ...last, nowMs: last.nowMs + 1 }
    expect(eventOf(sampleMessage(), failed('busy', 'full'), over)).toMatchObject({
      nextAtMs: null,
      problem: 'busy',
      detail: 'full',
    })
  })

  test('[T2] of what the other side said, no more is kept than a screen shows', () => {
    const event = eventOf(sampleMessage(), failed('busy', 'x'.repeat(500)))
    expect(event?.type === 'message-failed' && event.detail.length).toBe(200)
  })

  test('[T2] what is no longer true is dropped, once', () => {
    expect(decideDrop(sampleMessage())).toMatchObject({
      events: [{ type: 'message-dropped', messageId: 12 }],
    })
    expect(decideDrop(sampleMessage({ state: 'sent' }))).toMatchObject({ accepted: true, events: [] })
    expect(decideDrop(null)).toMatchObject({ accepted: true, events: [] })
  })
})

describe('by hand', () => {
  const retry = (message: Message | null, booking: Booking | null = paidBooking(), kiosk = 'desk-1') =>
    decideRetry(
      { message, bookingOfMessage: booking },
      { messageId: sampleMessage().messageId },
      contextAt(start, actorAt(kiosk)),
    )

  test('[T2] what was given up or waits is tried at once', () => {
    for (const state of ['failed', 'waiting'] as const)
      expect(retry(sampleMessage({ state }))).toMatchObject({
        events: [{ type: 'message-retried', messageId: 12 }],
      })
    expect(retry(sampleMessage({ kind: 'test', bookingId: null }), null)).toMatchObject({ accepted: true })
  })

  test('[T2] what was sent or dropped is not sent again so, and there must be such a message', () => {
    for (const state of ['sent', 'dropped'] as const)
      expect(refusalOf(retry(sampleMessage({ state })))).toMatchObject({
        code: 'INVALID_INPUT',
        problem: 'over',
      })
    expect(refusalOf(retry(null))).toMatchObject({ code: 'NOT_FOUND', what: 'message', id: '12' })
  })

  test('[P11] a clerk tries again what the own desk sold', () => {
    expect(refusalOf(retry(sampleMessage(), paidBooking(), 'desk-2'))).toMatchObject({ code: 'NOT_YOURS' })
  })
})
