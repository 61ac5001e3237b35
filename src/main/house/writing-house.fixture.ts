// A process that sells to a customer who is written to, until it is killed, and says each booking that the house confirmed is paid.
// Started by killed-sender.test.ts; must never say a sale before the house has answered it.

import type { Actor } from '../../shared/domain/catalogue.ts'
import type { BookingId, CartId, CustomerId } from '../../shared/domain/ids.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { known } from '../../shared/lib/assert.ts'
import { linesOf, payOf } from '../engine/test-house.ts'
import { deskActor } from './open-house.ts'
import { SEATS, openRivalHouse, showsByPolicy } from './rival-house.fixture.ts'

const [, , data = '', port = '', life = ''] = process.argv
/** Seats for one life: more than it sells before it is killed. */
const SEATS_OF_LIFE = 100

const actor: Actor = deskActor('desk-1')
const desk = openRivalHouse({ data, claims: 'pessimistic', shared: false }).engine.deskFor(actor)
const customerId = 2 as CustomerId
const mail = {
  host: '127.0.0.1',
  port: Number(port),
  security: 'none',
  user: '',
  from: 'door@example.com',
} as const
await desk.call('save-messaging', { language: 'en', mail, sms: null })
await desk.call('save-customer', { customerId, name: 'Ravi', phone: '', email: 'ravi@example.com' })

async function sell(seat: number): Promise<Answer<Output<'pay-booking'>>> {
  const { showId } = known(showsByPolicy[Math.floor(seat / SEATS)], 'show')
  const cartId = `cart-${seat}` as CartId
  const lines = linesOf([seat % SEATS])
  const held = await desk.call('hold-seats', { showId, cartId, lines, customerId, couponCode: null })
  return held.kind === 'done' ? desk.call('pay-booking', payOf(held.value.booking)) : held
}

for (let count = 0; count < SEATS_OF_LIFE; count += 1) {
  // oxlint-disable-next-line no-await-in-loop -- one sale after the other, as at a desk
  const sold = await sell((Number(life) - 1) * SEATS_OF_LIFE + count)
  if (sold.kind !== 'done') throw new Error(JSON.stringify(sold))
  const { bookingId }: { readonly bookingId: BookingId } = sold.value.booking
  process.stdout.write(`${bookingId}\n`)
}
