import { describe, expect, test } from 'vitest'
import { AMOUNT_MAX_MINOR } from '../lib/money.ts'
import type { Booking } from './booking.ts'
import type { HouseEvent } from './events.ts'
import type { KioskId } from './ids.ts'
import { transfersOf } from './ledger.ts'
import { actorAt, heldBooking, start } from './sale.fixture.ts'
import type { CountedCash } from './shift-events.ts'
import type { ShiftReport } from './shift-report.ts'
import {
  type FoundShift,
  type ShiftState,
  blocking,
  closeShiftReads,
  countDrawerReads,
  decideCloseShift,
  decideCountDrawer,
  decideMoveCash,
  decideOpenDrawer,
  decideOpenShift,
  openShiftReads,
  refusalOfDrawers,
} from './shift.ts'

const desk1 = 'desk-1' as KioskId
const desk2 = 'desk-2' as KioskId
const clerk = { nowMs: start, actor: actorAt('desk-1') }
const manager = { nowMs: start, actor: actorAt('office', 'manager') }
const rupees = (amountMinor: number) => [{ currency: 'INR', pieces: [], otherMinor: amountMinor } as const]

function shiftIn(state: ShiftState, counts: readonly CountedCash[] | null = null): FoundShift {
  return { kioskId: desk1, number: 3, state, counts }
}

const none = { shift: null, drawer: [] }
const books = (amountMinor: number) => [{ currency: 'INR', amountMinor } as const]

describe('[A5] opening', () => {
  test('[A5] the first shift is number 1, with its float counted by coin and note', () => {
    const pieces = [
      { valueMinor: 500_00, count: 2 },
      { valueMinor: 100_00, count: 0 },
    ]
    const request = { floats: [{ currency: 'INR', pieces, otherMinor: 7_00 }] } as const
    expect(decideOpenShift(none, request, clerk)).toEqual({
      accepted: true,
      value: { number: 1 },
      events: [
        {
          type: 'shift-opened',
          kioskId: desk1,
          staffId: 1,
          number: 1,
          openedBy: 'Asha',
          floats: [
            {
              currency: 'INR',
              amountMinor: 1007_00,
              pieces: [{ valueMinor: 500_00, count: 2 }],
              foundMinor: 0,
            },
          ],
        },
      ],
    })
  })

  test('[A5] what was taken without a shift goes to the safe: the drawer is its float from there', () => {
    const found = {
      shift: shiftIn('closed'),
      drawer: [...books(90_00), { currency: 'EUR', amountMinor: 5 } as const],
    }
    const decision = decideOpenShift(found, { floats: rupees(50_00) }, clerk)
    if (!decision.accepted) throw new Error('refused')
    expect(decision.value.number).toBe(4)
    const [opened] = decision.events
    expect(opened && transfersOf(opened, desk1)).toEqual([
      { debit: 'safe:house', credit: 'drawer:desk-1', amountMinor: 90_00, currency: 'INR' },
      { debit: 'drawer:desk-1', credit: 'safe:house', amountMinor: 50_00, currency: 'INR' },
      { debit: 'safe:house', credit: 'drawer:desk-1', amountMinor: 5, currency: 'EUR' },
    ])
  })

  test.for(['open', 'counted'] as const)('[A5] no second shift while one is %s', (state) => {
    expect(decideOpenShift({ shift: shiftIn(state), drawer: [] }, { floats: [] }, clerk)).toEqual({
      accepted: false,
      refusal: { code: 'SHIFT_STATE', kioskId: desk1, state },
    })
  })

  test('[A5] a currency or a coin that is counted twice is refused, by name', () => {
    const twice = [...rupees(1), ...rupees(2)]
    const refusal = { code: 'INVALID_INPUT', field: 'floats', problem: 'malformed', detail: 'INR' }
    expect(decideOpenShift(none, { floats: twice }, clerk)).toMatchObject({ refusal })
    const coin = { valueMinor: 5_00, count: 1 }
    const coins = [{ currency: 'INR', pieces: [coin, coin], otherMinor: 0 } as const]
    expect(decideOpenShift(none, { floats: coins }, clerk)).toMatchObject({ refusal })
  })

  test('[I13] a float or a count that comes to more than an amount may be is refused, by its currency', () => {
    const piles = (count: number) =>
      [{ currency: 'INR', pieces: [{ valueMinor: AMOUNT_MAX_MINOR, count }], otherMinor: 0 }] as const
    const refusal = { code: 'INVALID_INPUT', problem: 'too-high', detail: 'INR' }
    expect(decideOpenShift(none, { floats: piles(1) }, clerk)).toMatchObject({ accepted: true })
    expect(decideOpenShift(none, { floats: piles(2) }, clerk)).toMatchObject({
      refusal: { ...refusal, field: 'floats' },
    })
    const open = { shift: shiftIn('open'), drawer: [], holds: [] }
    const [one] = piles(1)
    const more = [{ ...one, otherMinor: 1 }]
    expect(decideCountDrawer(open, { number: 3, counts: piles(1) }, clerk)).toMatchObject({ accepted: true })
    expect(decideCountDrawer(open, { number: 3, counts: more }, clerk)).toMatchObject({
      refusal: { ...refusal, field: 'counts' },
    })
  })

  test('[A7] a clerk opens the own desk’s shift, a manager any', () => {
    const other = { kioskId: desk2, floats: [] }
    expect(decideOpenShift(none, other, clerk)).toMatchObject({
      refusal: { code: 'NOT_ALLOWED', role: 'clerk' },
    })
    expect(decideOpenShift(none, other, manager)).toMatchObject({ events: [{ kioskId: desk2 }] })
    expect(openShiftReads(other, clerk)).toEqual({ shift: desk2, drawer: desk2 })
    expect(openShiftReads({}, clerk)).toEqual({ shift: desk1, drawer: desk1 })
  })
})

describe('[A5] cash in and out', () => {
  const out = { direction: 'out', currency: 'INR', amountMinor: 40_00, reason: 'Courier' } as const

  test('[A5] cash moves between drawer and safe, with its reason', () => {
    const decision = decideMoveCash({ shift: shiftIn('open') }, out, clerk)
    const events = decision.accepted ? decision.events : []
    expect(events).toEqual([{ type: 'cash-moved', kioskId: desk1, staffId: 1, number: 3, ...out }])
    expect(events.flatMap((event) => transfersOf(event, desk1))).toEqual([
      { debit: 'safe:house', credit: 'drawer:desk-1', amountMinor: 40_00, currency: 'INR' },
    ])
    const back = decideMoveCash({ shift: shiftIn('open') }, { ...out, direction: 'in' }, clerk)
    expect((back.accepted ? back.events : []).flatMap((event) => transfersOf(event, desk1))).toMatchObject([
      { debit: 'drawer:desk-1', credit: 'safe:house' },
    ])
  })

  test('[A5] none before a shift is open, after its count, or in another desk’s drawer', () => {
    expect(decideMoveCash({ shift: null }, out, clerk)).toMatchObject({ refusal: { state: 'closed' } })
    expect(decideMoveCash({ shift: shiftIn('counted') }, out, clerk)).toMatchObject({
      refusal: { code: 'SHIFT_STATE', state: 'counted' },
    })
    expect(decideMoveCash({ shift: shiftIn('open') }, { ...out, kioskId: desk2 }, clerk)).toMatchObject({
      refusal: { code: 'NOT_ALLOWED' },
    })
  })

  test('[A5] the drawer may be opened at any time, and is never opened unseen', () => {
    const numbers = [null, shiftIn('closed'), shiftIn('open'), shiftIn('counted')].map((shift) => {
      const decision = decideOpenDrawer({ shift }, { reason: 'Change' }, clerk)
      return decision.accepted ? decision.events : []
    })
    expect(numbers.flat()).toMatchObject([{ number: null }, { number: null }, { number: 3 }, { number: 3 }])
  })
})

describe('[A5] the count', () => {
  const request = { number: 3, counts: rupees(240_00) }
  const found = { shift: shiftIn('open'), drawer: books(250_00), holds: [] }

  test('[A5] what is declared stands beside what the books say', () => {
    const counts = [{ currency: 'INR', amountMinor: 240_00, pieces: [], expectedMinor: 250_00 }]
    expect(decideCountDrawer(found, request, clerk)).toEqual({
      accepted: true,
      value: { counts },
      events: [{ type: 'shift-counted', kioskId: desk1, staffId: 1, number: 3, counts }],
    })
  })

  test('[A5] a currency that nobody counted is counted as nothing, if there is any', () => {
    const drawer = [...books(250_00), { currency: 'EUR', amountMinor: 0 } as const]
    expect(decideCountDrawer({ ...found, drawer }, { number: 3, counts: [] }, clerk)).toMatchObject({
      value: { counts: [{ currency: 'INR', amountMinor: 0, expectedMinor: 250_00 }] },
    })
  })

  test('[A5] declared once: a clerk who has seen what was expected does not count again, a manager may', () => {
    const counted = { ...found, shift: shiftIn('counted') }
    expect(decideCountDrawer(counted, request, clerk)).toMatchObject({ refusal: { state: 'counted' } })
    expect(decideCountDrawer(counted, { ...request, kioskId: desk1 }, manager).accepted).toBe(true)
  })

  test('[A5] only of the shift that the screen shows', () => {
    for (const [shift, number] of [
      [null, 3],
      [shiftIn('open'), 2],
      [shiftIn('closed'), 3],
    ] as const)
      expect(decideCountDrawer({ ...found, shift }, { ...request, number }, clerk)).toMatchObject({
        refusal: { code: 'SHIFT_STATE', state: 'closed' },
      })
  })

  test('[A5] a parked cart or a payment under way blocks it, by name; a reservation does not', () => {
    const cart = heldBooking()
    const later: Booking = { ...cart, purpose: 'reservation' }
    const paying: Booking = {
      ...later,
      payments: [
        {
          paymentId: 'p' as never,
          mode: 'CARD',
          state: 'pending',
          amountMinor: 1,
          tenderedMinor: 1,
          changeMinor: 0,
          untilMs: start + 1,
        },
      ],
    }
    const { bookingId, showId } = cart
    const seats = cart.lines.map(({ label }) => label)
    expect(blocking([cart, later, paying], start)).toEqual([
      { bookingId, showId, seats, isPaying: false },
      { bookingId, showId, seats, isPaying: true },
    ])
    expect(blocking([cart], cart.expiresAtMs - 1)).toHaveLength(1)
    expect(blocking([cart], cart.expiresAtMs)).toEqual([])
    expect(decideCountDrawer({ ...found, holds: [cart] }, request, clerk)).toMatchObject({
      refusal: { code: 'SHIFT_BLOCKED', bookings: [{ seats, isPaying: false }] },
    })
  })

  test('[A7] another desk’s drawer is counted by whoever answers for all, and read for the right desk', () => {
    expect(decideCountDrawer(found, { ...request, kioskId: desk2 }, clerk)).toMatchObject({
      refusal: { code: 'NOT_ALLOWED' },
    })
    expect(
      decideCountDrawer(found, { ...request, counts: [...rupees(1), ...rupees(1)] }, clerk),
    ).toMatchObject({
      refusal: { field: 'counts' },
    })
    expect(countDrawerReads({}, clerk)).toEqual({ shift: desk1, drawer: desk1, holds: { kioskId: desk1 } })
  })
})

describe('[A5] the close', () => {
  const report = { venue: 'Barn' } as ShiftReport
  const same = { currency: 'INR', amountMinor: 250_00, pieces: [], expectedMinor: 250_00 } as const
  const short = { ...same, amountMinor: 240_00 }
  const found = (counts: readonly CountedCash[] | null) => ({
    shift: shiftIn(counts ? 'counted' : 'open', counts),
    holds: [],
    shiftReport: report,
  })
  const request = { number: 3, reason: '' }

  test('[A5] a count that is right needs no reason; what was counted goes to the safe', () => {
    const decision = decideCloseShift(found([same]), request, clerk)
    const events = decision.accepted ? decision.events : []
    expect(events).toEqual([
      {
        type: 'shift-closed',
        kioskId: desk1,
        staffId: 1,
        number: 3,
        counts: [same],
        reason: null,
        report,
        closedBy: 'Asha',
      },
    ])
    expect(events.flatMap((event) => transfersOf(event, desk1))).toEqual([
      { debit: 'safe:house', credit: 'drawer:desk-1', amountMinor: 250_00, currency: 'INR' },
    ])
  })

  test('[A5] one that differs needs a reason, and the difference is in the books', () => {
    expect(decideCloseShift(found([short]), { ...request, reason: '  ' }, clerk)).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'reason', problem: 'empty' },
    })
    const decision = decideCloseShift(found([short]), { ...request, reason: ' Lost ' }, clerk)
    const events = decision.accepted ? decision.events : []
    expect(events).toMatchObject([{ reason: 'Lost' }])
    expect(events.flatMap((event) => transfersOf(event, desk1))).toEqual([
      { debit: 'variance:desk-1', credit: 'drawer:desk-1', amountMinor: 10_00, currency: 'INR' },
      { debit: 'safe:house', credit: 'drawer:desk-1', amountMinor: 240_00, currency: 'INR' },
    ])
  })

  test('[A5] not before the count, not over a cart, not of another shift or desk', () => {
    expect(decideCloseShift(found(null), request, clerk)).toMatchObject({ refusal: { state: 'open' } })
    expect(decideCloseShift({ ...found([same]), shiftReport: null }, request, clerk)).toMatchObject({
      refusal: { code: 'SHIFT_STATE' },
    })
    expect(decideCloseShift({ ...found([same]), shift: null }, request, clerk)).toMatchObject({
      refusal: { state: 'closed' },
    })
    expect(decideCloseShift({ ...found([same]), holds: [heldBooking()] }, request, clerk)).toMatchObject({
      refusal: { code: 'SHIFT_BLOCKED' },
    })
    expect(decideCloseShift(found([same]), { ...request, kioskId: desk2 }, clerk)).toMatchObject({
      refusal: { code: 'NOT_ALLOWED' },
    })
    expect(closeShiftReads({}, clerk)).toEqual({
      shift: desk1,
      holds: { kioskId: desk1 },
      shiftReport: desk1,
    })
  })
})

describe('[A5] whether cash may move', () => {
  const topUp: HouseEvent = {
    type: 'wallet-topped-up',
    walletId: 1 as never,
    paymentId: 'p' as never,
    amountMinor: 1,
    currency: 'INR',
    account: 'drawer:desk-1' as never,
  }
  const refusalIn = (state: ShiftState, isRequired: boolean, events: readonly HouseEvent[] = [topUp]) =>
    refusalOfDrawers(events, clerk, () => state, isRequired)

  test('[A5] never between the count and the close; without a shift where the house does not ask for one', () => {
    expect(refusalIn('open', true)).toBeNull()
    expect(refusalIn('closed', false)).toBeNull()
    expect(refusalIn('closed', true)).toEqual({ code: 'SHIFT_STATE', kioskId: desk1, state: 'closed' })
    expect(refusalIn('counted', false)).toEqual({ code: 'SHIFT_STATE', kioskId: desk1, state: 'counted' })
  })

  test('[A5] what is no cash is not asked about, nor what a shift itself moves', () => {
    expect(refusalIn('counted', true, [{ ...topUp, account: 'terminal:CARD' }])).toBeNull()
    const moved = {
      kioskId: desk1,
      staffId: 1 as never,
      number: 1,
      currency: 'INR',
      amountMinor: 1,
      reason: '',
    } as const
    expect(refusalIn('counted', true, [{ type: 'cash-moved', direction: 'in', ...moved }])).toBeNull()
  })
})
