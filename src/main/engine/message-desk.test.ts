// Messages to customers through the whole engine: who is told what and when, what happens on failures, and that no sale ever waits for it.

import { describe, expect, test } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import type { CustomerId, ListingId } from '../../shared/domain/ids.ts'
import { GIVE_UP_AFTER_MS } from '../../shared/domain/message-delivery.ts'
import { sampleMessaging } from '../../shared/domain/message.fixture.ts'
import { houseTerms } from '../../shared/domain/terms.ts'
import { known } from '../../shared/lib/assert.ts'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../shared/lib/time.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { waitingMessages } from '../store/queries.ts'
import { change } from '../store/rows.ts'
import { StorageFault } from '../store/store.ts'
import { ScriptedPost, settled } from './scripted-post.fixture.ts'
import { plainSigner } from './test-world.ts'
import { TestHouse, type TestHouseParts, holdOf, openingMs, payOf, show1 } from './test-house.ts'

const ravi = 2 as CustomerId
const { kind: _kind, messagingId: _one, ...settings } = sampleMessaging

async function writingHouse(parts: TestHouseParts = {}) {
  const post = new ScriptedPost()
  const house = new TestHouse({ post, ...parts })
  await house.done('manager', 'save-messaging', settings)
  const person = { customerId: ravi, name: 'Ravi', phone: '+919876543210', email: 'ravi@example.com' }
  await house.done('manager', 'save-customer', person)
  return { house, post }
}

async function sell(house: TestHouse, seats: readonly number[], customerId: CustomerId | null = ravi) {
  const cart = `cart of ${seats.join()}`
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf(seats, { cart, customerId }))
  return (await house.done('desk-1', 'pay-booking', payOf(booking))).booking
}

async function reserve(house: TestHouse): Promise<Booking> {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1], { customerId: ravi }))
  return (await house.done('desk-1', 'pay-later', { bookingId: booking.bookingId })).booking
}

const messages = (house: TestHouse) => house.store.all('message')
const states = (house: TestHouse) => messages(house).map(({ kind, state }) => `${kind} ${state}`)
const kinds = (post: ScriptedPost) => post.letters.map(({ message }) => message.kind)

/** Time passes in steps, so that woken work may set another timer. */
async function pass(house: TestHouse, ms: number, stepMs = SECOND_MS): Promise<void> {
  const end = house.clock.atMs + ms
  while (house.clock.atMs < end) {
    house.pass(Math.min(end, house.clock.atMs + stepMs))
    // oxlint-disable-next-line no-await-in-loop -- what was answered is recorded before time goes on
    await settled(house)
  }
}

function sound(house: TestHouse): void {
  expect(checkInvariants(house.store)).toEqual([])
  expect(house.log.errors).toEqual([])
}

describe('who is told what', () => {
  test('[L6] a hotel’s guest is told the numbers of the rooms and their own nights', async () => {
    const { house, post } = await writingHouse()
    // The small hall as a hotel: the Stalls are a room type of two nights, A and B.
    house.store.write([change('listing', { listingId: 1 as ListingId }, { sort: 'hotel' })])
    const { startsAtMs } = known(house.store.get('show', show1), 'show')
    await sell(house, [0, 5])
    await settled(house)
    expect(post.letters[0]?.about?.rooms).toEqual([
      { number: '1', startsAtMs },
      { number: '1', startsAtMs: startsAtMs + DAY_MS },
    ])
  })

  test('[T2] a paid sale with a customer is confirmed to them once, with its tickets', async () => {
    const { house, post } = await writingHouse()
    const booking = await sell(house, [0, 1])
    await settled(house)
    const [letter] = post.letters
    expect(post.letters.length).toBe(1)
    expect(letter?.message).toMatchObject({
      kind: 'confirmed',
      channel: 'email',
      recipient: 'ravi@example.com',
    })
    expect(letter?.about?.tickets.map(({ number }) => number)).toEqual(
      booking.tickets.map(({ number }) => number),
    )
    expect(letter?.about).toMatchObject({
      customer: 'Ravi',
      title: 'Rain',
      venue: 'Barn',
      zone: 'Asia/Kolkata',
    })
    expect(states(house)).toEqual(['confirmed sent'])
    sound(house)
  })

  test('[T2] a sale to nobody in particular writes nothing, nor one in a house that writes to nobody', async () => {
    const { house } = await writingHouse()
    const before = house.engine.sequence
    await sell(house, [0], null)
    expect(house.engine.sequence - before).toBe(2)
    expect(messages(house)).toEqual([])
    await house.done('manager', 'save-messaging', { ...settings, mail: null, sms: null })
    await sell(house, [1])
    expect(messages(house)).toEqual([])
    sound(house)
  })

  test('[T2] a message is of the commit of what it tells: where the commit fails, there is none', async () => {
    const { house } = await writingHouse()
    const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0], { customerId: ravi }))
    const answers = await Promise.all([
      house.desk('desk-1').call('pay-booking', { ...payOf(booking), tenderedMinor: 1 }, house.newCommandId()),
      Promise.resolve().then(() => house.scheduler.flush()),
    ])
    expect(answers[0]).toMatchObject({ kind: 'refused' })
    expect(messages(house)).toEqual([])
    const [command] = [house.newCommandId()]
    const paying = [0, 1].map(() => house.desk('desk-1').call('pay-booking', payOf(booking), command))
    await Promise.resolve()
    house.scheduler.flush()
    expect((await Promise.all(paying)).map(({ kind }) => kind)).toEqual(['done', 'done'])
    expect(messages(house).length).toBe(1)
    sound(house)
  })

  test('[P10] [T4] what becomes of a sold booking is told, with what goes back', async () => {
    const { house, post } = await writingHouse()
    const { bookingId, lines, totals } = await sell(house, [0, 1])
    const seatIds = lines.slice(0, 1).map(({ seatId }) => seatId)
    await house.done('desk-1', 'return-seats', { bookingId, seatIds, reason: '' })
    await house.done('desk-1', 'cancel-booking', { bookingId, reason: '' })
    await settled(house)
    expect(
      post.letters.map(({ message, about }) => [message.kind, about?.refundedMinor, about?.tickets.length]),
    ).toEqual([['refunded', totals.totalMinor / 2, 0]])
    // The confirmation and the tickets for the rest were never sent: they are void by now.
    expect(states(house)).toEqual(['confirmed dropped', 'returned dropped', 'refunded sent'])
    sound(house)
  })

  test('[H16] a reservation is warned one minute before its end by the house’s clock, and told when it is over', async () => {
    const { house, post } = await writingHouse()
    const { expiresAtMs, graceEndsAtMs } = await reserve(house)
    await pass(house, expiresAtMs - MINUTE_MS - 1 - openingMs, 10 * MINUTE_MS)
    expect(post.letters).toEqual([])
    await pass(house, 1)
    expect(post.letters.map(({ message }) => [message.kind, message.channel, message.endsAtMs])).toEqual([
      ['ending', 'sms', expiresAtMs],
    ])
    await pass(house, graceEndsAtMs - house.clock.atMs)
    expect(kinds(post)).toEqual(['ending', 'expired'])
    sound(house)
  })

  test('[H16] who pays meanwhile is not warned', async () => {
    const { house, post } = await writingHouse()
    const booking = await reserve(house)
    await house.done('desk-1', 'pay-booking', payOf(booking))
    await pass(house, houseTerms.reservationMs + MINUTE_MS, MINUTE_MS)
    expect(kinds(post)).toEqual(['confirmed'])
    expect(states(house)).toEqual(['ending dropped', 'confirmed sent'])
    sound(house)
  })

  test('[T2] tickets go to whatever address a desk types, and the audit log says so [I39]', async () => {
    const { house, post } = await writingHouse()
    const { bookingId } = await sell(house, [0], null)
    const wish = { bookingId, channel: 'email', recipient: 'walk-in@example.com', language: 'hi' } as const
    await house.done('desk-1', 'send-tickets', wish)
    await settled(house)
    expect(post.letters[0]?.message).toMatchObject({
      kind: 'tickets',
      recipient: 'walk-in@example.com',
      language: 'hi',
    })
    const { rows } = await house.done('manager', 'audit-log', { before: null, staffId: null, area: null })
    const [row] = rows
    expect(row).toMatchObject({ kind: 'message-asked', about: 'walk-in@example.com', area: 'bookings' })
    expect((await house.done('desk-1', 'messages-of', { bookingId })).messages).toMatchObject([
      { state: 'sent' },
    ])
    sound(house)
  })
})

describe('what failing costs', () => {
  const down = { kind: 'failed', problem: 'unreachable', detail: 'no route' } as const

  test('[T2] it is tried again, each time later, under the same key, until it is sent', async () => {
    const { house, post } = await writingHouse()
    post.says = down
    await sell(house, [0])
    await settled(house)
    const tries: number[] = []
    for (let count = 0; count < 4; count += 1) {
      const [{ nextAtMs } = { nextAtMs: 0 }] = messages(house)
      tries.push(nextAtMs - house.clock.atMs)
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      await pass(house, nextAtMs - house.clock.atMs)
    }
    expect(post.letters.length).toBe(5)
    expect(new Set(post.letters.map(({ key }) => key)).size).toBe(1)
    for (const [index, wait] of tries.entries()) {
      const whole = 5 * SECOND_MS * 2 ** index
      expect(wait).toBeGreaterThanOrEqual(whole / 2)
      expect(wait).toBeLessThanOrEqual(whole)
    }
    expect(messages(house)).toMatchObject([
      { state: 'waiting', attempts: 5, problem: 'unreachable', detail: 'no route' },
    ])
    post.says = { kind: 'sent' }
    await pass(house, MINUTE_MS, MINUTE_MS)
    expect(states(house)).toEqual(['confirmed sent'])
    sound(house)
  })

  test('[T2] after a day it is given up, and a hand tries it again', async () => {
    const { house, post } = await writingHouse()
    post.says = down
    await sell(house, [0])
    await pass(house, GIVE_UP_AFTER_MS + MINUTE_MS, 10 * MINUTE_MS)
    expect(messages(house)).toMatchObject([{ state: 'failed', problem: 'unreachable' }])
    expect(house.scheduler.nextMs).toBe(null)
    post.says = { kind: 'sent' }
    const [{ messageId } = { messageId: 0 as never }] = messages(house)
    await house.done('desk-1', 'retry-message', { messageId })
    await settled(house)
    expect(states(house)).toEqual(['confirmed sent'])
    sound(house)
  })

  test('[T2] what the other side refuses for good is given up at once', async () => {
    const { house, post } = await writingHouse()
    post.says = { kind: 'failed', problem: 'bad-address', detail: '550 no such user' }
    await sell(house, [0])
    await settled(house)
    expect(messages(house)).toMatchObject([{ state: 'failed', attempts: 1, detail: '550 no such user' }])
    expect(await house.done('manager', 'messages', {})).toMatchObject({
      failed: [{ problem: 'bad-address' }],
      waiting: [],
    })
    sound(house)
  })

  test('[T2] a post that says nothing holds up no sale, and after two minutes it has failed', async () => {
    const { house, post } = await writingHouse()
    post.says = null
    for (const seat of [0, 1, 2, 3, 4, 5]) {
      // oxlint-disable-next-line no-await-in-loop -- one sale after the other
      await sell(house, [seat])
      // oxlint-disable-next-line no-await-in-loop -- one sale after the other
      await settled(house)
    }
    // All six were sold at the same instant; four messages are being sent, the others wait for room.
    expect(house.clock.atMs).toBe(openingMs)
    expect(post.letters.length).toBe(4)
    expect(house.store.all('booking').map(({ state }) => state)).toEqual(Array(6).fill('confirmed'))
    await pass(house, 2 * MINUTE_MS, 2 * MINUTE_MS)
    expect(messages(house).filter(({ problem }) => problem === 'slow').length).toBe(4)
    expect(post.letters.length).toBeGreaterThan(4)
    // An answer after that changes nothing.
    post.answer({ kind: 'sent' })
    await settled(house)
    sound(house)
  })

  test('[T2] a letter that cannot be written is one that failed, and the next goes out', async () => {
    let isBroken = true
    const sign = (text: string) => {
      if (isBroken) throw new Error('no key')
      return plainSigner.sign(text)
    }
    const { house, post } = await writingHouse({ signer: { ...plainSigner, sign } })
    await sell(house, [0])
    await settled(house)
    isBroken = false
    await sell(house, [1])
    await settled(house)
    expect(messages(house)).toMatchObject([{ state: 'waiting', problem: 'broken' }, { state: 'sent' }])
    expect(post.letters.length).toBe(1)
    expect(house.log.errors).toMatchObject([{ message: 'a message cannot be written' }])
  })
})

describe('whatever dies', () => {
  test('[T2] what waited is sent by the process that comes after, what was on its way once more under the same key', async () => {
    const { house, post } = await writingHouse()
    post.says = null
    await sell(house, [0])
    await settled(house)
    expect(post.letters.length).toBe(1)
    house.restart()
    post.says = { kind: 'sent' }
    await settled(house)
    const [first, second] = post.letters
    expect(second?.key).toBe(first?.key)
    expect(states(house)).toEqual(['confirmed sent'])
    await settled(house)
    expect(post.letters.length).toBe(2)
    sound(house)
  })

  test('[T2] [V10] a disk that does not answer when a message is due is asked again, and the program goes on', async () => {
    const store = new FailingStore(new MemoryStore())
    const { house, post } = await writingHouse({ store })
    post.mayClaim = false
    await sell(house, [0])
    await settled(house)
    post.mayClaim = true
    store.isBlind = true
    house.pass(house.clock.atMs + 10 * SECOND_MS)
    expect(house.log.errors).toHaveLength(1)
    store.isBlind = false
    await pass(house, 10 * SECOND_MS, 10 * SECOND_MS)
    expect(states(house)).toEqual(['confirmed sent'])
  })

  test.for([1, 2, 3, 4, 5])(
    '[T2] [V10] a message is sent though look %i at what waits fails',
    async (look) => {
      let looks = Number.POSITIVE_INFINITY
      class FailingLook extends MemoryStore {
        override select: MemoryStore['select'] = (query, ...values) => {
          if ((query as object) === waitingMessages && (looks -= 1) === 0)
            throw new StorageFault('disk I/O error')
          return super.select(query, ...values)
        }
      }
      const { house } = await writingHouse({ store: new FailingLook() })
      looks = look
      await sell(house, [0])
      await pass(house, 30 * SECOND_MS, 10 * SECOND_MS)
      expect(states(house)).toEqual(['confirmed sent'])
    },
  )

  test('[T2] where another process sends, this one does not, and takes over when that one is gone', async () => {
    const { house, post } = await writingHouse()
    post.mayClaim = false
    await sell(house, [0])
    await pass(house, MINUTE_MS, MINUTE_MS)
    expect(post.letters).toEqual([])
    post.mayClaim = true
    await pass(house, 10 * SECOND_MS, 10 * SECOND_MS)
    expect(states(house)).toEqual(['confirmed sent'])
    sound(house)
  })
})

test('[I42] a password goes to the post and nowhere else', async () => {
  const { house, post } = await writingHouse()
  const password = 'horse-battery-staple'
  expect(await house.done('manager', 'keep-message-password', { channel: 'email', password })).toEqual({
    hasPassword: true,
  })
  expect(post.passwords).toEqual([password])
  const off = await house.ask('manager', 'keep-message-password', { channel: 'sms', password })
  expect(off).toMatchObject({ kind: 'refused', refusal: { field: 'channel', problem: 'not-set-up' } })
  const kept = [...house.store.all('journal'), ...house.store.all('command'), ...house.log.lines]
  expect(JSON.stringify(kept)).not.toContain(password)
})
