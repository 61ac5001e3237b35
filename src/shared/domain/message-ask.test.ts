import { describe, expect, test } from 'vitest'
import {
  type MessagingRequest,
  decideSaveMessaging,
  decideSendTest,
  decideSendTickets,
} from './message-ask.ts'
import { sampleMessaging } from './message.fixture.ts'
import { addressOf } from './message.ts'
import { actorAt, contextAt, heldBooking, paidBooking, refusalOf, start } from './sale.fixture.ts'

const paid = paidBooking()
const wish = { channel: 'email', recipient: 'guest@example.com', language: 'fa' } as const
const request = { ...wish, bookingId: paid.bookingId }
const context = contextAt(start)

describe('tickets to an address', () => {
  const found = { booking: paid, messaging: sampleMessaging }

  test('[T2] go to whatever address was typed, in the language that was chosen', () => {
    expect(decideSendTickets(found, request, context)).toMatchObject({
      events: [{ type: 'message-asked', about: paid.bookingId, kind: 'tickets', ...wish }],
    })
    const number = { ...request, channel: 'sms', recipient: '+91 (98) 765-4321' } as const
    expect(decideSendTickets(found, number, context)).toMatchObject({
      events: [{ channel: 'sms', recipient: '+91987654321' }],
    })
    const used = { ...found, booking: paidBooking({ state: 'completed' }) }
    expect(decideSendTickets(used, request, context).accepted).toBe(true)
  })

  test('[T2] [P11] are those of a booking that has some, and of the own desk', () => {
    const of = (turned: object, kiosk = 'desk-1') =>
      refusalOf(decideSendTickets({ ...found, ...turned }, request, contextAt(start, actorAt(kiosk))))
    expect(of({ booking: null })).toMatchObject({ code: 'NOT_FOUND', what: 'booking' })
    expect(of({ booking: heldBooking() })).toEqual({ code: 'NO_TICKETS', state: 'reserved' })
    expect(of({}, 'desk-2')).toMatchObject({ code: 'NOT_YOURS' })
  })

  test('[T2] need an address that is one and a way that is set up: the field is named', () => {
    const of = (turned: object, messaging: typeof sampleMessaging | null = sampleMessaging) =>
      refusalOf(decideSendTickets({ booking: paid, messaging }, { ...request, ...turned }, context))
    expect(of({ recipient: 'nobody' })).toMatchObject({
      field: 'recipient',
      problem: 'malformed',
      detail: 'nobody',
    })
    const off = { field: 'channel', problem: 'not-set-up' }
    expect(of({}, null)).toMatchObject(off)
    expect(of({}, { ...sampleMessaging, mail: null })).toMatchObject(off)
    expect(of({ channel: 'sms', recipient: '12345' }, { ...sampleMessaging, sms: null })).toMatchObject(off)
  })
})

test('[T2] a test message is about no booking', () => {
  expect(decideSendTest({ messaging: sampleMessaging }, wish)).toMatchObject({
    events: [{ type: 'message-asked', about: null, kind: 'test', ...wish }],
  })
  expect(decideSendTest({ messaging: null }, wish).accepted).toBe(false)
})

describe('settings', () => {
  const mail = {
    host: 'mail.example',
    port: 465,
    security: 'tls',
    user: 'door',
    from: 'door@example.com',
  } as const
  const save = (turned: Partial<MessagingRequest>) =>
    decideSaveMessaging({ language: 'en', mail, sms: null, ...turned })

  test('[T2] are an entry of the catalogue, and hold no password [I42]', () => {
    expect(save({})).toMatchObject({
      events: [{ type: 'entry-saved', entry: { kind: 'messaging', messagingId: 1, mail } }],
    })
    expect(save({ mail: null, sms: { kind: 'log' } }).accepted).toBe(true)
  })

  test('[I42] a name with a password is not sent in the clear, but to this machine', () => {
    const open = { ...mail, security: 'none' } as const
    expect(refusalOf(save({ mail: open }))).toMatchObject({ field: 'security', problem: 'unprotected' })
    expect(save({ mail: { ...open, host: '127.0.0.1' } }).accepted).toBe(true)
    expect(save({ mail: { ...open, user: '' } }).accepted).toBe(true)
    expect(refusalOf(save({ mail: { ...mail, from: 'door' } }))).toMatchObject({
      field: 'from',
      problem: 'malformed',
    })
  })

  test.for([
    ['https://sms.example/send', true],
    ['https://sms.example:8443/v1/send?x=1', true],
    ['http://127.0.0.1:9000/send', true],
    ['http://[::1]:9000', true],
    ['http://sms.example/send', false],
    ['https://name:secret@sms.example/', false],
    ['https://sms.example/ x', false],
    ['ftp://sms.example/', false],
    ['nowhere', false],
  ] as const)('[I42] %s may be a gateway: %s', ([url, may]) => {
    expect(save({ sms: { kind: 'gateway', url, from: 'Barn' } }).accepted).toBe(may)
  })
})

test.for([
  ['email', ' ravi@example.com ', 'ravi@example.com'],
  ['email', 'guest@localhost', 'guest@localhost'],
  ['email', 'ravi@example.com\r\nBcc: all@example.com', null],
  ['email', 'Ravi <ravi@example.com>', null],
  ['email', 'a@example.com,b@example.com', null],
  ['email', `${'x'.repeat(65)}@example.com`, null],
  ['email', `x@${'y'.repeat(191)}`, null],
  ['email', '', null],
  ['sms', '+91 98765 43210', '+919876543210'],
  ['sms', '(022) 2345-6789', '02223456789'],
  ['sms', '1234', null],
  ['sms', '1'.repeat(16), null],
  ['sms', 'call me', null],
] as const)('[T2] as an address for %s, %j is %j', ([channel, text, address]) => {
  expect(addressOf(channel, text)).toBe(address)
})
