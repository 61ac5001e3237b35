import { expect, test } from 'vitest'
import { type BookingState, bookingStates } from './booking.ts'
import { actorAt, heldBooking, paidBooking, sampleShow, seatNumber, start } from './sale.fixture.ts'
import { seatStateCode, seatStates } from './seat-state.ts'
import { claimStateAt, isOnSale, priceOf, refusalIfClosed, seatStateAt } from './show.ts'
import { type Terms, houseTerms, resolveTerms } from './terms.ts'
import { refusalIfNotYours } from './rights.ts'
import { splitTicketCode, ticketText } from './ticket-code.ts'

const { prices } = sampleShow
const held = heldBooking()
const stateOf = (booking: typeof held | null, nowMs: number) =>
  seatStateAt(seatNumber(0, 0, booking), prices, nowMs)

test('[H4] a held seat is held until the millisecond before its end and available at it', () => {
  expect(stateOf(held, held.expiresAtMs - 1)).toBe('held')
  expect(stateOf(held, held.expiresAtMs)).toBe('available')
  expect(stateOf(held, held.graceEndsAtMs)).toBe('available')
})

test('[H16] a reserved seat says so, and is free at its end as well', () => {
  const reserved = heldBooking({ purpose: 'reservation' })
  expect(stateOf(reserved, held.expiresAtMs - 1)).toBe('reserved')
  expect(stateOf(reserved, held.expiresAtMs)).toBe('available')
})

test.for(Object.keys(bookingStates) as BookingState[])(
  '[H4] what a claim of a booking that is %s means',
  (state) => {
    const expected = { reserved: 'held', confirmed: 'sold', completed: 'sold' } as Record<string, string>
    expect(claimStateAt(heldBooking({ state }), start)).toBe(expected[state] ?? 'available')
    expect(claimStateAt(heldBooking({ state }), held.graceEndsAtMs)).toBe(
      state === 'reserved' ? 'available' : (expected[state] ?? 'available'),
    )
  },
)

test('[K1] a seat that no ticket type has a price for is blocked, unless it is sold', () => {
  expect(seatStateAt(seatNumber(0, 2), prices, start)).toBe('blocked')
  expect(seatStateAt(seatNumber(0, 99), prices, start)).toBe('blocked')
  expect(seatStateAt(seatNumber(0, 2, heldBooking({ state: 'confirmed' })), prices, start)).toBe('sold')
  expect(seatStateAt(seatNumber(0, 2, held), prices, held.expiresAtMs)).toBe('blocked')
  expect([0, 1, 2, 3].map((category) => isOnSale(category, prices))).toEqual([true, true, false, false])
})

test('[P2] a price of nothing is a price; null is none', () => {
  expect(priceOf({ ...sampleShow, prices: [[0, null]] }, 0, 0 as never)).toBe(0)
  expect(priceOf({ ...sampleShow, prices: [[0, null]] }, 0, 1 as never)).toBeNull()
  expect(isOnSale(0, [[0]])).toBe(true)
})

test('[H10] an inactive show is closed before it is late', () => {
  expect(refusalIfClosed({ ...sampleShow, active: false }, start)).toMatchObject({ reason: 'inactive' })
  expect(refusalIfClosed(sampleShow, sampleShow.salesCloseAtMs)).toMatchObject({ reason: 'sales-over' })
  expect(refusalIfClosed(sampleShow, sampleShow.salesCloseAtMs - 1)).toBeNull()
})

test('[S1] the codes of seat states are their order, which is the wire format', () => {
  expect(seatStates).toEqual(['available', 'held', 'reserved', 'paying', 'sold', 'blocked'])
  for (const [code, state] of seatStates.entries()) expect(seatStateCode[state]).toBe(code)
})

test('[H2] the nearest wins: show over listing over venue over house over what is built in', () => {
  const holdMsOf = (...layers: Partial<Terms>[]) => resolveTerms(...layers).holdMs
  expect(holdMsOf()).toBe(300_000)
  expect(holdMsOf({ holdMs: 1 })).toBe(1)
  expect(holdMsOf({ holdMs: 1 }, { holdMs: 2 }, {}, {})).toBe(2)
  expect(holdMsOf({ holdMs: 1 }, { holdMs: 2 }, { holdMs: 3 }, {})).toBe(3)
  expect(holdMsOf({ holdMs: 1 }, { holdMs: 2 }, { holdMs: 3 }, { holdMs: 4 })).toBe(4)
})

test('[H2] a term that a layer does not name comes from the layer before it', () => {
  expect(resolveTerms({ graceMs: 5 }, { holdMs: 9 })).toEqual({ ...houseTerms, graceMs: 5, holdMs: 9 })
  expect(resolveTerms({ feeMinor: 0 }).feeMinor).toBe(0)
})

test('[H2] the built-in terms are those of MISSION.md', () => {
  expect(houseTerms).toEqual({
    holdMs: 300_000,
    autoLockMs: 300_000,
    vipHoldMs: 600_000,
    graceMs: 30_000,
    reservationMs: 1_800_000,
    paymentCapMs: 120_000,
    feeMinor: 1000,
    seatsMax: 10,
    refundPercent: 100,
    feeRefundPercent: 100,
    refundAloneMaxMinor: 500_000,
    declinesMax: 3,
    singleSeatRule: 'warn',
    ladiesRule: false,
    asksNames: false,
    requireShift: false,
  })
})

test.for([
  ['self-service', false],
  ['gate', false],
  ['clerk', false],
  ['manager', true],
  ['admin', true],
] as const)("[P11] whether a %s may act on another kiosk's booking: %s", ([role, may]) => {
  expect(refusalIfNotYours(held, actorAt('desk-1', role))).toBeNull()
  expect(refusalIfNotYours(held, actorAt('desk-2', role)) === null).toBe(may)
})

test('[H6] seats of a booking that a terminal is asked for are being paid, until it may answer no more', () => {
  const payments = paidBooking().payments.map((one) => ({
    ...one,
    state: 'pending' as const,
    untilMs: held.expiresAtMs + 5,
  }))
  const paying = heldBooking({ payments })
  expect(claimStateAt(paying, held.expiresAtMs + 4)).toBe('paying')
  expect(claimStateAt(paying, held.expiresAtMs + 5)).toBe('available')
})

const facts = {
  number: 'TKT-20261120-1A2B3C4D',
  showId: held.showId,
  seatId: seatNumber(417).seatId,
  kioskId: held.kioskId,
  sequence: 1042,
  priceMinor: 20_000,
  secret: '6Q2XVB5N0ZJ4K8AC',
}

test("[T1] a ticket's text carries number, show, seat, kiosk, sequence, price and secret, in QR's own letters", () => {
  const text = ticketText(facts)
  expect(text).toBe('GUICHET1/TKT-20261120-1A2B3C4D/1/417/DESK-1/1042/20000/6Q2XVB5N0ZJ4K8AC')
  expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
})

test('[T1] the signed text and its signature come out as they went in; anything else is none of ours', () => {
  const text = ticketText(facts)
  expect(splitTicketCode(`${text}/SIGNED`)).toEqual({ text, signature: 'SIGNED' })
  for (const code of ['', text, `${text}/A/B`, `${text}/S`.replace('GUICHET1', 'GUICHET2'), 'https://x/y']) {
    expect(splitTicketCode(code)).toBeNull()
  }
})
