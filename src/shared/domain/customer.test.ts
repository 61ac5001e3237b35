import { expect, test } from 'vitest'
import type { Booking } from './booking.ts'
import type { CustomerEntry } from './catalogue.ts'
import { type SaveCustomerRequest, decideChooseCustomer, decideSaveCustomer } from './customer.ts'
import type { CustomerId } from './ids.ts'
import {
  actorAt,
  contextAt,
  eventsOf,
  freshIds,
  graceMs,
  heldBooking,
  holdMs,
  paidBooking,
  refusalOf,
  sampleCustomer,
  sampleShow,
  seatNumber,
  start,
} from './sale.fixture.ts'
import { houseTerms } from './terms.ts'

const { customerId } = sampleCustomer
const vip: CustomerEntry = { ...sampleCustomer, vip: true }
const { vipHoldMs } = houseTerms

const clerk = contextAt(start)
const manager = contextAt(start, actorAt('desk-1', 'manager'))

function save(turned: Partial<SaveCustomerRequest>, before: CustomerEntry | null = null, context = clerk) {
  const request = { customerId: null, name: 'Meera', phone: '', email: '', ...turned }
  return decideSaveCustomer({ customer: before, nextIds: freshIds }, request, context)
}

test('[A1] a new customer gets the next number, no VIP, and digits that every till reads', () => {
  const decision = save({ phone: '+۹۱ ۹۸۷۶۵ ۴۳۲۱۰', email: 'meera@example.com' })
  const entry = { kind: 'customer', customerId: 16, name: 'Meera', phone: '+91 98765 43210', vip: false }
  expect(decision).toMatchObject({ value: { customerId: 16 } })
  expect(eventsOf(decision)).toEqual([
    { type: 'entry-saved', entry: { ...entry, email: 'meera@example.com' } },
  ])
})

test('[E1] a customer’s language is kept until another is said', () => {
  const before: CustomerEntry = { ...sampleCustomer, language: 'fa' }
  const languageOf = (turned: Partial<SaveCustomerRequest>) =>
    eventsOf(save({ customerId, ...turned }, before)).map((event) => ('entry' in event ? event.entry : null))
  expect(languageOf({})).toMatchObject([{ language: 'fa' }])
  expect(languageOf({ language: 'hi' })).toMatchObject([{ language: 'hi' }])
})

test('[C5] what cannot be a name, a number or an address is refused by its field', () => {
  const bad = (field: string, problem: string) => ({ code: 'INVALID_INPUT', field, problem })
  expect(refusalOf(save({ name: '' }))).toMatchObject(bad('name', 'empty'))
  expect(refusalOf(save({ phone: 'call me' }))).toMatchObject(bad('phone', 'malformed'))
  expect(refusalOf(save({ phone: '1234' }))).toMatchObject(bad('phone', 'malformed'))
  expect(refusalOf(save({ phone: '12345' }))).toBeNull()
  // As a list of contacts gives it to the clipboard.
  const copied = '\u202A+91 98765 43210\u202C'
  expect(eventsOf(save({ phone: copied }))).toMatchObject([{ entry: { phone: '+91 98765 43210' } }])
  expect(refusalOf(save({ email: 'meera' }))).toMatchObject(bad('email', 'malformed'))
})

test('[H2] only the office makes somebody a VIP, or takes it back; a clerk may still write a VIP’s number down', () => {
  const denied = { code: 'NOT_ALLOWED', role: 'clerk' }
  expect(refusalOf(save({ vip: true }))).toEqual(denied)
  expect(eventsOf(save({ vip: true }, null, manager))).toMatchObject([{ entry: { vip: true } }])
  expect(refusalOf(save({ customerId, vip: false }, vip))).toEqual(denied)
  expect(eventsOf(save({ customerId, phone: '98765' }, vip))).toMatchObject([
    { entry: { customerId, vip: true, phone: '98765' } },
  ])
})

test('[C5] a customer who is not there cannot be changed', () => {
  expect(refusalOf(save({ customerId }))).toEqual({ code: 'NOT_FOUND', what: 'customer', id: '7' })
})

interface Turn {
  readonly booking?: Booking
  readonly wanted?: CustomerId | null
  readonly customer?: CustomerEntry | null
  readonly nowMs?: number
  readonly kiosk?: string
}

function choose({ booking = heldBooking(), nowMs = start + 1, kiosk = 'desk-1', ...turn }: Turn) {
  const { wanted = customerId, customer = wanted === null ? null : sampleCustomer } = turn
  const seatsOf = booking.lines.map(({ seatId }) => seatNumber(seatId, 0, booking))
  const found = { booking, seatsOf, showOf: sampleShow, customer }
  return decideChooseCustomer(
    found,
    { bookingId: booking.bookingId, customerId: wanted },
    contextAt(nowMs, actorAt(kiosk)),
  )
}

test('[P11] a pending booking becomes a customer’s, and nobody’s again; its hold is as long as it was', () => {
  const named = choose({})
  expect(named).toMatchObject({ value: { booking: { customerId, expiresAtMs: start + holdMs } } })
  const booking = heldBooking({ customerId })
  expect(choose({ booking, wanted: null })).toMatchObject({ value: { booking: { customerId: null } } })
  expect(eventsOf(choose({ booking }))).toEqual([])
})

test('[H2] a VIP’s hold is as long as if it had been made for them, once', () => {
  const first = choose({ customer: vip })
  const expiresAtMs = start + vipHoldMs
  const grown = { holdMs: vipHoldMs, expiresAtMs, graceEndsAtMs: expiresAtMs + graceMs }
  expect(first).toMatchObject({ value: { booking: grown } })
  const again = choose({ booking: heldBooking(grown), customer: vip })
  expect(again).toMatchObject({ value: { booking: grown } })
})

test('[H16] what is to be paid later keeps its end, whoever it is for', () => {
  const booking = heldBooking({ purpose: 'reservation', holdMs: 60_000 })
  expect(choose({ booking, customer: vip })).toMatchObject({
    value: { booking: { holdMs: 60_000, expiresAtMs: booking.expiresAtMs } },
  })
})

test('[P9] what one customer paid is not made another’s; what nobody in particular paid may be', () => {
  const { payments, totals } = paidBooking()
  const paid = heldBooking({ payments, customerId: 1 as CustomerId })
  expect(refusalOf(choose({ booking: paid }))).toMatchObject({
    code: 'MONEY_DUE',
    amountMinor: totals.totalMinor,
  })
  expect(refusalOf(choose({ booking: heldBooking({ payments }) }))).toBeNull()
})

test('[P11] [H4] only its own desk says so, while it is held, and of a customer who is there', () => {
  expect(refusalOf(choose({ kiosk: 'desk-2' }))).toMatchObject({ code: 'NOT_YOURS' })
  expect(refusalOf(choose({ nowMs: start + holdMs }))).toMatchObject({ code: 'HOLD_EXPIRED' })
  expect(refusalOf(choose({ customer: null }))).toEqual({ code: 'NOT_FOUND', what: 'customer', id: '7' })
  const { bookingId } = heldBooking()
  const none = { booking: null, seatsOf: [], showOf: null, customer: null }
  expect(refusalOf(decideChooseCustomer(none, { bookingId, customerId: null }, clerk))).toEqual({
    code: 'NOT_FOUND',
    what: 'booking',
    id: bookingId,
  })
})
