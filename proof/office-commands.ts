// One of every command that a house knows, each sent in a setting in which it succeeds: what must be refused cleanly on a full
// disk. Owns how each is prepared; if a command is added to the product without a line here, this does not compile.

import type { CommandName, Input } from '../src/shared/contract/operations.ts'
import type { staffCommands } from '../src/shared/contract/staff-operations.ts'
import type { Booking } from '../src/shared/domain/booking.ts'
import { plainTemplate } from '../src/shared/domain/paper.ts'
import { known } from '../src/shared/lib/assert.ts'
import type { CartId, KioskId, SeatId, TicketTypeId } from '../src/shared/domain/ids.ts'
import { type Prepare, type Setting, catalogueCommands } from './catalogue-commands.ts'
import { hallCustomer, hallSeats, hallShow } from './hall.ts'
import { kioskCommands } from './kiosk-commands.ts'
import { offeredUpdate } from './own-house.ts'

const lines = (round: number, type = 0) =>
  [0, 1, 2].map((at) => ({
    seatId: ((3 * round + at) % hallSeats) as SeatId,
    ticketTypeId: type as TicketTypeId,
  }))

const holdOf = (round: number): Input<'hold-seats'> => ({
  showId: hallShow,
  cartId: `cart-${round}` as CartId,
  lines: lines(round),
  customerId: null,
  couponCode: null,
})

async function held({ desk, round }: Setting): Promise<Booking> {
  const answer = await desk.call('hold-seats', holdOf(round))
  if (answer.kind !== 'done') throw new Error(`not held: ${JSON.stringify(answer)}`)
  return answer.value.booking
}

const payOf = ({ bookingId, totals: { totalMinor } }: Booking): Input<'pay-booking'> => ({
  bookingId,
  mode: 'CASH',
  totalMinor,
  tenderedMinor: totalMinor,
})

async function paid(setting: Setting): Promise<Booking> {
  const booking = await held(setting)
  await setting.desk.call('pay-booking', payOf(booking))
  return booking
}

/** A plan file as wide as a page: what is imported must not fit into space that is free by chance. */
const planFile = (round: number) =>
  JSON.stringify({
    name: `Plan ${round}`,
    sections: [
      {
        name: 'Stalls',
        seats: Array.from({ length: 60 }, (_, at) => ({
          row: 'A',
          number: String(at + 1),
          category: 'Near',
        })),
      },
    ],
  })

/** For seats that are taken: a cart that waits for any seats would get those that the following commands need. */
async function waitFor(setting: Setting): Promise<Input<'join-standby'>> {
  const { lines: taken } = await held(setting)
  const seatIds = taken.map(({ seatId }) => seatId)
  return { showId: hallShow, cartId: `waiting-${setting.round}` as CartId, count: seatIds.length, seatIds }
}

/** A drawer of its own, so that no other command's cash needs it. */
async function openedDrawer({ desk, round }: Setting) {
  const kioskId = `drawer-${round}` as KioskId
  const answer = await desk.call('open-shift', { kioskId, floats: floatOf(round) })
  if (answer.kind !== 'done') throw new Error(`no shift: ${JSON.stringify(answer)}`)
  return { kioskId, number: answer.value.number }
}

const floatOf = (round: number): Input<'open-shift'>['floats'] => [
  { currency: 'INR', pieces: [{ valueMinor: 100_00, count: 1 + (round % 9) }], otherMinor: 0 },
]
const proofMessaging = { language: 'en', mail: null, sms: { kind: 'log' } } as const
const proofWish = { channel: 'sms', recipient: '+911234567', language: 'en' } as const

async function writing({ desk }: Setting): Promise<typeof proofWish> {
  await desk.call('save-messaging', proofMessaging)
  return proofWish
}

/** Nothing is sent here, so the message waits. */
async function waitingMessage(setting: Setting): Promise<Input<'retry-message'>> {
  await setting.desk.call('send-test-message', await writing(setting))
  const answer = await setting.desk.call('messages', {})
  const messageId = answer.kind === 'done' ? answer.value.newest[0]?.messageId : undefined
  if (messageId === undefined) throw new Error(`no message: ${JSON.stringify(answer)}`)
  return { messageId }
}

const farFrom = (seatId: number) => ((seatId + hallSeats / 2) % hallSeats) as SeatId

/** All except those about people, whose PINs are compared before they reach the engine's commit. */
export type SoldCommand = Exclude<CommandName, keyof typeof staffCommands>

export const everyCommand: { readonly [Name in SoldCommand]: Prepare<Name> } = {
  'hold-seats': ({ round }) => Promise.resolve(holdOf(round)),
  'extend-hold': async (setting) => ({ bookingId: (await held(setting)).bookingId }),
  'choose-tickets': async (setting) => {
    const { bookingId } = await held(setting)
    return { bookingId, lines: lines(setting.round, 1), couponCode: null }
  },
  'choose-customer': async (setting) => {
    const { bookingId } = await held(setting)
    return { bookingId, customerId: hallCustomer }
  },
  'save-customer': ({ round }) =>
    Promise.resolve({ customerId: null, name: `Customer ${round}`, phone: '', email: '' }),
  'pay-booking': async (setting) => payOf(await held(setting)),
  'cancel-booking': async (setting) => ({ bookingId: (await paid(setting)).bookingId, reason: 'proof' }),
  ...kioskCommands,
  'ask-update': async (setting) => {
    // Others hold seats here, so it waits for the close of a shift that is open.
    await openedDrawer(setting)
    return { ...offeredUpdate, when: 'at-close' }
  },
  'send-tickets': async (setting) => ({
    bookingId: (await paid(setting)).bookingId,
    ...(await writing(setting)),
  }),
  'retry-message': waitingMessage,
  'send-test-message': writing,
  'save-messaging': () => Promise.resolve(proofMessaging),
  'give-up-payment': async (setting) => ({ bookingId: (await held(setting)).bookingId }),
  'pay-later': async (setting) => ({ bookingId: (await held(setting)).bookingId }),
  'return-seats': async (setting) => {
    const { bookingId, lines: sold } = await paid(setting)
    return { bookingId, seatIds: sold.slice(0, 1).map(({ seatId }) => seatId), reason: 'proof' }
  },
  'return-money': async (setting) => {
    const booking = await held(setting)
    const part = { ...payOf(booking), amountMinor: 1_00, tenderedMinor: 1_00 }
    await setting.desk.call('pay-booking', part)
    await setting.desk.call('give-up-payment', { bookingId: booking.bookingId })
    return { bookingId: booking.bookingId }
  },
  'reseat-booking': async (setting) => {
    const { bookingId, lines: sold } = await paid(setting)
    const [line] = sold
    if (!line) throw new Error('nothing was sold')
    // To a seat that no other command of this round wants; its price is quoted first.
    const to = farFrom(line.seatId)
    const wanted = { seatId: to, ticketTypeId: line.ticketTypeId }
    const cartId = 'nobody' as CartId
    const quoted = await setting.desk.call('quote', {
      showId: hallShow,
      cartId,
      lines: [wanted],
      couponCode: null,
    })
    if (quoted.kind !== 'done') throw new Error(`no price: ${JSON.stringify(quoted)}`)
    const differenceMinor = quoted.value.totals.baseMinor - line.priceMinor
    const base = { bookingId, showId: hallShow, mode: 'CASH', tenderedMinor: 1_000_00 } as const
    return { ...base, moves: [{ from: line.seatId, to }], differenceMinor }
  },
  'exchange-booking': async (setting) => {
    const { bookingId: fromBookingId, lines: sold, totals } = await paid(setting)
    // For seats that no other command of this round wants.
    const far = sold.map(({ seatId, ticketTypeId }) => ({ seatId: farFrom(seatId), ticketTypeId }))
    const answer = await setting.desk.call('hold-seats', { ...holdOf(setting.round), lines: far })
    if (answer.kind !== 'done') throw new Error(`not held: ${JSON.stringify(answer)}`)
    const { bookingId, totals: fresh } = answer.value.booking
    const differenceMinor = fresh.totalMinor - totals.totalMinor
    const base = { bookingId, fromBookingId, mode: 'CASH', tenderedMinor: 1_000_00 } as const
    return { ...base, seatIds: sold.map(({ seatId }) => seatId), differenceMinor }
  },
  'review-proof': async (setting) => {
    const booking = await held(setting)
    const proof = 'a'.repeat(64)
    const answer = await setting.desk.call('pay-booking', { ...payOf(booking), mode: 'PROOF', proof })
    if (answer.kind !== 'done') throw new Error(`not paid: ${JSON.stringify(answer)}`)
    const { bookingId, payments } = answer.value.booking
    return { bookingId, paymentId: payments[0]?.paymentId ?? ('' as never), accepted: false }
  },
  'delete-booking': async (setting) => {
    const { bookingId } = await held(setting)
    await setting.desk.call('cancel-booking', { bookingId, reason: 'proof' })
    return { bookingId, reason: 'proof' }
  },
  'open-wallet': ({ round }) =>
    Promise.resolve({ customerId: hallCustomer, currency: round % 2 === 0 ? 'INR' : 'EUR' }),
  'join-standby': waitFor,
  'leave-standby': async (setting) => {
    const { showId, cartId, ...wanted } = await waitFor(setting)
    await setting.desk.call('join-standby', { showId, cartId, ...wanted })
    return { showId, cartId }
  },
  'top-up-wallet': async ({ desk }) => {
    const opened = await desk.call('open-wallet', { customerId: hallCustomer, currency: 'INR' })
    if (opened.kind !== 'done') throw new Error(`not opened: ${JSON.stringify(opened)}`)
    return { walletId: opened.value.walletId, amountMinor: 5_00 }
  },
  'check-in': async (setting) => {
    const { bookingId } = await paid(setting)
    const answer = await setting.desk.call('tickets', { bookingId })
    if (answer.kind !== 'done') throw new Error(`no tickets: ${JSON.stringify(answer)}`)
    return { showId: hallShow, code: answer.value.tickets[0]?.code ?? '' }
  },
  'set-printing': ({ round }) => {
    const net = {
      way: 'escpos',
      host: '10.0.0.9',
      port: 9100 + (round % 9),
      roll: '80mm',
      tellsState: true,
    } as const
    const ways = { ticket: net, receipt: net, report: { way: 'dialog' } } as const
    return Promise.resolve({ ways, isAutomatic: true, opensDrawer: true })
  },
  'set-paper': async ({ desk, round }) => {
    const house = await desk.call('house', {})
    if (house.kind !== 'done') throw new Error(`no house: ${JSON.stringify(house)}`)
    const { venueId } = known(house.value.venues[0], 'venue')
    return { venueId, template: { ...plainTemplate, terms: `Terms of round ${round}` } }
  },
  'reprint-tickets': async (setting) => ({ bookingId: (await paid(setting)).bookingId }),
  'open-shift': ({ round }) =>
    Promise.resolve({ kioskId: `drawer-${round}` as KioskId, floats: floatOf(round) }),
  'move-cash': async (setting) => {
    const { kioskId } = await openedDrawer(setting)
    return { kioskId, direction: 'out', currency: 'INR', amountMinor: 10_00, reason: 'proof' }
  },
  'open-drawer': () => Promise.resolve({ reason: 'proof' }),
  'count-drawer': async (setting) => ({
    ...(await openedDrawer(setting)),
    counts: floatOf(setting.round),
  }),
  'close-shift': async (setting) => {
    const shift = await openedDrawer(setting)
    await setting.desk.call('count-drawer', { ...shift, counts: [] })
    return { ...shift, reason: 'proof' }
  },
  'release-holds': async (setting) => {
    await held(setting)
    return { filter: {}, reason: 'proof' }
  },
  'import-plan': async ({ desk, round }) => {
    const uploadId = `upload-${round}`
    await desk.call('put-chunk', { uploadId, index: 0, count: 1, text: planFile(round) })
    return { uploadId, name: `Plan ${round}` }
  },
  ...catalogueCommands,
}
