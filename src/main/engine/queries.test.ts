import { generateKeyPairSync, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { splitTicketCode } from '../../shared/domain/ticket-code.ts'
import type { Output, OperationName } from '../../shared/contract/operations.ts'
import { operations } from '../../shared/contract/operations.ts'
import { known } from '../../shared/lib/assert.ts'
import { signerOf } from '../house/ticket-key.ts'
import { TestHouse, holdOf, quoteOf, linesOf, openingMs, payOf, show1, show2 } from './test-house.ts'

/** The bytes of Crockford's base32; a letter outside it does not decode to ours. */
function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) =>
    '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}

function expectContract<Name extends OperationName>(name: Name, value: Output<Name>): void {
  expect(operations[name].output.safeParse(value).error, name).toBeUndefined()
}

test("[T1] a ticket's code is signed with the house's key: a gate checks it with the public half alone", async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const signer = signerOf(privateKey)
  const house = new TestHouse({ signer })
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const { tickets } = await house.done('desk-1', 'tickets', { bookingId: booking.bookingId })
  expect(tickets).toMatchObject([
    {
      label: 'A1',
      section: 'Stalls',
      title: 'Rain',
      venue: 'Barn',
      zone: 'Asia/Kolkata',
      priceMinor: 200_00,
    },
    { label: 'A2' },
  ])
  const sequence = house.tickets()[0]?.sequence
  expect(house.store.get('journal', sequence ?? 0)?.kind).toBe('booking-confirmed')
  for (const { code, number, seatId } of tickets) {
    const { text, signature } = known(splitTicketCode(code), 'our own code')
    expect(text.startsWith(`GUICHET1/${number}/1/${seatId}/DESK-1/${sequence}/20000/`)).toBe(true)
    const check = (said: string) => verify(null, Buffer.from(said), signer.publicKey, fromBase32(signature))
    expect(check(text)).toBe(true)
    expect(check(text.replace('/20000/', '/10000/'))).toBe(false)
  }
})

test('[T1] secrets are 80 bits of chance, one a ticket, and no two are the same', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1, 2]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const secrets = house.tickets().map((ticket) => ticket.secret)
  expect(new Set(secrets).size).toBe(3)
  for (const secret of secrets) expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
})

test('[P2] a booking keeps the price list it was made by, whatever managers do after', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  await house.done('manager', 'change-rows', {
    change: { of: 'shows', kind: 'percent', percent: 50 },
    rows: { ids: [show1] },
  })
  const { bookingId } = booking
  const chosen = await house.done('desk-1', 'choose-tickets', {
    bookingId,
    lines: linesOf([0, 1], 1),
    couponCode: null,
  })
  expect(chosen.booking).toMatchObject({ priceVersion: 1, totals: { baseMinor: 300_00 } })
  const next = await house.done('desk-1', 'hold-seats', holdOf([2], { cart: 'b' }))
  expect(next.booking).toMatchObject({ priceVersion: 2, totals: { baseMinor: 300_00 } })
  await house.done('desk-1', 'pay-booking', payOf(chosen.booking))
})

test('[H9] a kiosk finds its open carts after a restart: each with its own clock, no others, none that ended', async () => {
  const house = new TestHouse()
  const first = await house.done('desk-1', 'hold-seats', holdOf([0], { cart: 'a' }))
  house.clock.atMs += 1000
  const second = await house.done('desk-1', 'hold-seats', holdOf([1], { cart: 'b', showId: show2 }))
  await house.done('desk-2', 'hold-seats', holdOf([2], { cart: 'c' }))
  house.restart()
  const { bookings } = await house.done('desk-1', 'open-carts', {})
  expect(bookings).toEqual([first.booking, second.booking])
  house.pass(first.booking.expiresAtMs)
  const later = await house.done('desk-1', 'open-carts', {})
  expect(later.bookings.map((one) => one.bookingId)).toEqual([second.booking.bookingId])
})

test('[H12] holds are released in bulk by show, kiosk, seller and age; what is left out does not narrow', async () => {
  const filters = [
    [{ showId: show1 }, 2],
    [{ showId: show2 }, 1],
    [{ kioskId: 'desk-1' as never }, 2],
    [{ staffId: 1 as never }, 3],
    [{ staffId: 2 as never }, 0],
    [{ heldBeforeMs: openingMs }, 0],
    [{ heldBeforeMs: openingMs + 1 }, 2],
    [{ showId: show1, kioskId: 'desk-2' as never }, 1],
    [{}, 3],
  ] as const
  for (const [filter, bookings] of filters) {
    const house = new TestHouse()
    await house.done('desk-1', 'hold-seats', holdOf([0], { cart: 'a' }))
    await house.done('desk-1', 'hold-seats', holdOf([0], { cart: 'b', showId: show2 }))
    house.clock.atMs += 1000
    await house.done('desk-2', 'hold-seats', holdOf([1], { cart: 'c' }))
    const released = await house.done('manager', 'release-holds', { filter, reason: 'closing' })
    expect(released, JSON.stringify(filter)).toEqual({ bookings, seats: bookings })
  }
})

test('[A1] what is answered is what the contract declares, for every question', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { bookingId } = booking
  expectContract('house', await house.done('desk-1', 'house', {}))
  expectContract('plan', await house.done('desk-1', 'plan', { planId: 1 as never }))
  expectContract('quote', await house.done('desk-1', 'quote', quoteOf([3])))
  expectContract('booking', await house.done('desk-1', 'booking', { bookingId }))
  expectContract('open-carts', await house.done('desk-1', 'open-carts', {}))
  expectContract('capacity', await house.done('desk-1', 'capacity', { showId: show1 }))
  expectContract('pay-booking', await house.done('desk-1', 'pay-booking', payOf(booking)))
  expectContract('tickets', await house.done('desk-1', 'tickets', { bookingId }))
})

test('[C5] what is asked about something that is not there is refused by its name', async () => {
  const house = new TestHouse()
  const nobody = 404 as never
  const questions = [
    house.ask('desk-1', 'plan', { planId: nobody }),
    house.ask('desk-1', 'capacity', { showId: nobody }),
    house.ask('desk-1', 'quote', quoteOf([0], { showId: nobody })),
    house.ask('desk-1', 'tickets', { bookingId: 'none' as never }),
  ]
  expect(
    (await Promise.all(questions)).map((answer) => answer.kind === 'refused' && answer.refusal),
  ).toMatchObject([
    { code: 'NOT_FOUND', what: 'plan' },
    { code: 'NOT_FOUND', what: 'show' },
    { code: 'NOT_FOUND', what: 'show' },
    { code: 'NOT_FOUND', what: 'booking' },
  ])
  expect(await house.ask('desk-1', 'quote', quoteOf([99]))).toMatchObject({
    refusal: { problem: 'unknown-seat', detail: '99' },
  })
})

test('[C5] in place of seats that others got: as many together for the same price, the nearest; the own held ones may be among them', async () => {
  const house = new TestHouse()
  await house.done('desk-2', 'hold-seats', holdOf([1], { cart: 'theirs' }))
  await house.done('desk-1', 'hold-seats', holdOf([2], { cart: 'own' }))
  const nearest = (seats: readonly number[], cart?: string) =>
    house.done('desk-1', 'nearest-seats', {
      showId: show1,
      lines: linesOf(seats, 0),
      ...(cart !== undefined && { cartId: cart as never }),
    })
  expect((await nearest([1, 2], 'own')).seats?.map(({ label }) => label)).toEqual(['A3', 'A4'])
  const others = (await nearest([1, 2])).seats?.map(({ label }) => label) ?? []
  expect(others).toHaveLength(2)
  expect(others).not.toContain('A3')
  // Three seats of the far category are next to one that is not sold: there is no fourth at their price.
  expect((await nearest([10, 11, 12])).seats).toHaveLength(3)
  expect((await nearest([9, 10])).seats).toBeNull()
  expect(
    await house.ask('desk-1', 'nearest-seats', { showId: show1, lines: linesOf([99], 0) }),
  ).toMatchObject({ refusal: { code: 'INVALID_INPUT', field: 'lines', detail: '99' } })
  expect(
    await house.ask('desk-1', 'nearest-seats', { showId: 99 as never, lines: linesOf([1], 0) }),
  ).toMatchObject({ refusal: { code: 'NOT_FOUND', what: 'show' } })
})
