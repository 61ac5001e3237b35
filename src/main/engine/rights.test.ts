import { describe, expect, test } from 'vitest'
import { type Role, roles } from '../../shared/domain/catalogue.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import { type OperationName, operations } from '../../shared/contract/operations.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import { brokenLink } from '../store/journal.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { PeopleHouse, adminPin, clerkPin } from './people.fixture.ts'
import { TestHouse, holdOf, payOf, priceOf, show1 } from './test-house.ts'

/** Written by hand, operation by operation: the initials of the roles that may. Self-service, gate, clerk, manager, admin. */
const may: Readonly<Record<OperationName, string>> = {
  'hold-seats': 's cma',
  'extend-hold': 's cma',
  'choose-tickets': 's cma',
  'pay-booking': 's cma',
  'cancel-booking': 's cma',
  'reprint-tickets': '  cma',
  'release-holds': '   ma',
  'admit-kiosk': '   ma',
  'save-kiosk': '   ma',
  kiosks: '   ma',
  backups: '   ma',
  updates: '   ma',
  'look-for-updates': '   ma',
  'ask-update': '   ma',
  'back-up': '   ma',
  'hand-in-rows': '   ma',
  'hand-in-receipts': '   ma',
  'settle-lost-sales': '   ma',
  'open-restored': '   ma',
  'share-house': '    a',
  'join-hub': '    a',
  'find-hubs': '    a',
  'offer-pairing': '   ma',
  'withdraw-pairing': '   ma',
  'import-plan': '   ma',
  plans: '   ma',
  'open-show': '   ma',
  'open-series': '   ma',
  'listing-picture': 'sgcma',
  'listing-images': 'sgcma',
  'terms-of': '   ma',
  'preview-terms': '   ma',
  'set-prices': '   ma',
  'change-rows': '   ma',
  'undo-change': '   ma',
  'import-sheet': '   ma',
  'preview-sheet': '   ma',
  'export-sheet': '   ma',
  changes: '   ma',
  'report-facts': '   ma',
  alerts: '   ma',
  'report-refusals': '   ma',
  change: '   ma',
  'listing-rows': '   ma',
  'customer-rows': '   ma',
  'coupon-rows': '   ma',
  'hold-rows': '   ma',
  'changed-rows': '   ma',
  'seat-rows': '   ma',
  'booking-rows': '   ma',
  'open-proofs': '   ma',
  'give-up-payment': 's cma',
  'pay-later': '  cma',
  'return-seats': '  cma',
  'return-money': '  cma',
  'reseat-booking': '  cma',
  'exchange-booking': '  cma',
  'review-proof': '   ma',
  'delete-booking': '   ma',
  'open-wallet': '  cma',
  'top-up-wallet': '  cma',
  'open-shift': '  cma',
  'move-cash': '  cma',
  'open-drawer': '  cma',
  'count-drawer': '  cma',
  'close-shift': '  cma',
  shift: '  cma',
  'shift-report': '  cma',
  shifts: '  cma',
  'shift-cash': '  cma',
  'check-in': ' gcma',
  'choose-customer': '  cma',
  'save-customer': '  cma',
  customers: '  cma',
  customer: '  cma',
  'put-picture': '  cma',
  picture: '  cma',
  reservations: '  cma',
  'late-money': '  cma',
  wallet: '  cma',
  'set-printing': '   ma',
  'set-paper': '   ma',
  papers: 's cma',
  print: 's cma',
  'print-again': '  cma',
  'drop-print': '  cma',
  'join-standby': '  cma',
  'leave-standby': '  cma',
  'best-seats': 's cma',
  'seat-story': '  cma',
  'best-stay': 's cma',
  'money-due': '  cma',
  'sign-in': 'sgcma',
  'sign-out': 'sgcma',
  'save-staff': '    a',
  'set-pin': 'sgcma',
  'set-password': '   ma',
  'leave-kiosk': 'sgcma',
  house: 'sgcma',
  'door-key': ' gcma',
  plan: 'sgcma',
  quote: 's cma',
  booking: 's cma',
  'find-bookings': '  cma',
  'booking-story': 's cma',
  'quote-reseat': '  cma',
  'nearest-seats': '  cma',
  'open-carts': '  cma',
  tickets: 's cma',
  capacity: 'sgcma',
  'put-chunk': '   ma',
  'check-plan': '   ma',
  'preview-change': '   ma',
  'preview-replan': '   ma',
  'sign-in-names': 'sgcma',
  'stay-signed-in': 'sgcma',
  staff: '   ma',
  'audit-log': '   ma',
  'prove-journal': '   ma',
  'seat-steps': '   ma',
  'seat-moments': '   ma',
  'send-tickets': '  cma',
  'retry-message': '  cma',
  'send-test-message': '   ma',
  'save-messaging': '   ma',
  'messages-of': '  cma',
  messages: '   ma',
  'keep-message-password': '   ma',
}

/** Input that no operation accepts: whoever is let in meets another refusal or a bug, whoever is not meets NOT_ALLOWED. */
const nothing = {
  showId: 99,
  planId: 99,
  bookingId: 'none',
  uploadId: 'none',
  lines: [],
  showIds: [],
  cells: [],
  filter: { kioskId: 'none' },
  seatIds: [],
  moves: [],
  code: 'none',
  walletId: 99,
  currency: 'INR',
  amountMinor: 1,
  change: { kind: 'activate' },
  venue: { venueId: 99 },
  customerId: null,
  couponCode: null,
  reason: '',
  text: 'zzzz',
  staffId: 99,
  pin: '90817',
  oldPin: null,
  password: 'four short words',
  oldPassword: null,
  before: null,
  of: 'customers',
  after: null,
  seen: '',
  area: null,
  name: 'X',
  role: 'clerk',
  active: false,
  floats: [],
  counts: [],
  direction: 'in',
  number: 99,
  isOfAll: false,
  messageId: 99,
  channel: 'email',
  recipient: 'none',
  language: 'en',
  mail: null,
  sms: null,
}

describe('[I40] who may do what', () => {
  test('[I40] every operation is in the table, for every role', () => {
    expect(Object.keys(may).toSorted()).toEqual(Object.keys(operations).toSorted())
  })

  test.for(
    (Object.keys(may) as OperationName[]).flatMap((name) => roles.map((role, at) => ({ name, role, at }))),
  )('[I40] the engine looks: $name by a $role', async ({ name, role, at }) => {
    const house = new PeopleHouse()
    const { mina } = await house.staffed()
    // Somebody with that role signs in; the test itself grants nothing.
    const hired = role === 'admin' ? mina : await house.hire('office', 'One', role, clerkPin)
    await house.doneAt('desk-1', 'sign-in', { staffId: hired, pin: role === 'admin' ? adminPin : clerkPin })
    const answer = await house.at('desk-1', name, nothing)
    const isRefused =
      answer.kind === 'refused' && answer.refusal.code === 'NOT_ALLOWED' && answer.refusal.role === role
    // Everybody may change their own PIN and password, anybody else's only an administrator.
    const isOwn = name === 'set-pin' || name === 'set-password'
    const isLetIn = may[name][at] !== ' ' && (!isOwn || role === 'admin')
    expect(isRefused, JSON.stringify(answer)).toBe(!isLetIn)
  })
})

function events(house: TestHouse, type: HouseEvent['type']) {
  return house.store.all('journal').filter(({ kind }) => kind === type)
}

describe('[I39] attempts', () => {
  test('[I39] whoever reaches for the office’s work leaves a row with name, desk, operation and command', async () => {
    const house = new PeopleHouse()
    const { asha } = await house.staffed()
    await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
    const reach = { filter: {}, reason: '' }
    await house.at('desk-1', 'release-holds', reach, 'reach' as CommandId)
    const [row, ...more] = events(house, 'attempt-refused')
    expect(more).toEqual([])
    expect(row).toMatchObject({ staffId: asha, role: 'clerk', kioskId: 'desk-1', commandId: 'reach' })
    expect(JSON.parse(row?.body ?? '')).toEqual({
      type: 'attempt-refused',
      operation: 'release-holds',
      code: 'NOT_ALLOWED',
    })
    // A stuck key leaves one row a minute.
    await house.at('desk-1', 'release-holds', reach)
    house.clock.atMs += MINUTE_MS - 1
    await house.at('desk-1', 'release-holds', reach)
    expect(events(house, 'attempt-refused').length).toBe(1)
    house.clock.atMs += 1
    await house.at('desk-1', 'release-holds', reach)
    expect(events(house, 'attempt-refused').length).toBe(2)
  })

  test('[P11] reaching for a booking of another desk is one too, in the commit of its refusal', async () => {
    const house = new TestHouse()
    const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
    const { bookingId } = booking
    await house.ask('desk-2', 'cancel-booking', { bookingId, reason: '' }, 'reach' as CommandId)
    expect(events(house, 'attempt-refused')).toMatchObject([{ kioskId: 'desk-2', commandId: 'reach' }])
    expect(house.store.get('command', 'reach')?.answer).toContain('NOT_YOURS')
  })
})

async function busyEvening(): Promise<PeopleHouse> {
  const house = new PeopleHouse({ store: new SqliteStore(openDatabase(':memory:')) })
  const { asha, mina } = await house.staffed()
  await house.at('desk-1', 'sign-in', { staffId: asha, pin: '99999999' })
  await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
  const { booking } = await house.doneAt('desk-1', 'hold-seats', holdOf([0]))
  await house.doneAt('desk-1', 'pay-booking', payOf(booking))
  const second = await house.doneAt('desk-1', 'hold-seats', holdOf([1], { cart: 'b' }))
  await house.at('desk-1', 'staff', {})
  const price = { category: 0, ticketTypeId: 0 as never, priceMinor: 210_00 }
  await house.doneAt('office', 'set-prices', priceOf({ showId: show1, seenVersion: 1, ...price }))
  await house.doneAt('office', 'release-holds', { filter: {}, reason: 'clearing' })
  await house.doneAt('office', 'cancel-booking', { bookingId: booking.bookingId, reason: 'ill' })
  const own = await house.doneAt('desk-1', 'hold-seats', holdOf([2], { cart: 'c' }))
  await house.doneAt('desk-1', 'cancel-booking', { bookingId: own.booking.bookingId, reason: '' })
  await house.doneAt('desk-1', 'sign-out', {})
  expect(second.booking.state).toBe('reserved')
  await house.doneAt('office', 'set-pin', { staffId: mina, pin: '44119', oldPin: adminPin })
  return house
}

describe('[I39] the audit log', () => {
  test('[I39] has every privileged action with who, where and when, newest first, and no daily work', async () => {
    const house = await busyEvening()
    const { rows, before } = await house.doneAt('office', 'audit-log', {
      before: null,
      staffId: null,
      area: null,
    })
    expect(rows.map(({ kind, about, by }) => `${by?.name ?? '–'} ${kind} ${about}`)).toEqual([
      'Mina pin-set Mina',
      'Asha staff-signed-out Asha',
      'Mina booking-refunded Rain: A1',
      'Mina booking-cancelled Rain: A1',
      'Mina booking-cancelled Rain: A2',
      'Mina prices-set Rain',
      'Asha attempt-refused staff',
      'Asha staff-signed-in Asha',
      '– sign-in-failed Asha',
      'Mina pin-set Asha',
      'Mina staff-saved Asha',
      'Mina staff-signed-in Mina',
      'Desk pin-set Mina',
      'Desk staff-saved Mina',
    ])
    expect(before).toBeNull()
    expect(rows.every(({ kioskId }) => kioskId === 'office' || kioskId === 'desk-1')).toBe(true)
    expect(rows.map(({ sequence }) => sequence)).toEqual(
      rows.map(({ sequence }) => sequence).toSorted((a, b) => b - a),
    )
  })

  test('[I39] is narrowed by heading and by person, who did it or whom it was done to', async () => {
    const house = await busyEvening()
    const of = async (turned: object) => {
      const all = { before: null, staffId: null, area: null }
      return (await house.doneAt('office', 'audit-log', { ...all, ...turned })).rows.map(({ kind }) => kind)
    }
    expect(await of({ area: 'staff' })).toEqual([
      'pin-set',
      'pin-set',
      'staff-saved',
      'pin-set',
      'staff-saved',
    ])
    expect(await of({ area: 'bookings' })).toEqual([
      'booking-refunded',
      'booking-cancelled',
      'booking-cancelled',
    ])
    const asha = house.store.all('staff').find(({ name }) => name === 'Asha')?.staffId
    expect(await of({ staffId: asha })).toEqual([
      'staff-signed-out',
      'attempt-refused',
      'staff-signed-in',
      'sign-in-failed',
      'pin-set',
      'staff-saved',
    ])
  })

  test('[I39] is searched by words of what, who and where, and by days', async () => {
    const house = await busyEvening()
    const of = async (turned: object) => {
      const all = { before: null, staffId: null, area: null }
      const { rows, before } = await house.doneAt('office', 'audit-log', { ...all, ...turned })
      return [...rows.map(({ kind }) => kind), ...(before === null ? [] : ['more'])]
    }
    expect(await of({ text: 'RAIN  a2' })).toEqual(['booking-cancelled'])
    expect(await of({ text: 'mina rain' })).toHaveLength(4)
    expect(await of({ text: 'desk-1 staff' })).toEqual(['attempt-refused'])
    expect(await of({ text: 'nobody of this name' })).toEqual([])
    const all = await of({})
    const endedMs = house.engine.nowMs()
    house.clock.atMs += 60_000
    await house.doneAt('office', 'sign-out', {})
    const mina = house.store.all('staff').find(({ name }) => name === 'Mina')?.staffId ?? 0
    await house.doneAt('office', 'sign-in', { staffId: mina as never, pin: '44119' })
    expect(await of({ toMs: endedMs })).toEqual(all)
    expect(await of({ fromMs: endedMs + 1 })).toEqual(['staff-signed-in', 'staff-signed-out'])
    expect(await of({ fromMs: endedMs + 1, toMs: endedMs + 2 })).toEqual([])
  })

  test('[I39] goes on where the last page ended, with nothing twice and nothing left out', async () => {
    const house = new PeopleHouse()
    const { asha } = await house.staffed()
    for (let turn = 0; turn < 130; turn += 1) {
      await house.doneAt('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })
      await house.doneAt('desk-1', 'sign-out', {})
    }
    const all: number[] = []
    let before: number | null = null
    const pages: number[] = []
    do {
      const page: { rows: readonly { sequence: number }[]; before: number | null } = await house.doneAt(
        'office',
        'audit-log',
        { before, staffId: null, area: null },
      )
      pages.push(page.rows.length)
      all.push(...page.rows.map(({ sequence }) => sequence))
      before = page.before
    } while (before !== null)
    expect(pages).toEqual([100, 100, 65])
    expect(new Set(all).size).toBe(265)
  })

  test('[I39] an action and its row are one commit: whichever step fails, neither is there, and no desk opens', async () => {
    const inner = new MemoryStore()
    const store = new FailingStore(inner)
    const house = new PeopleHouse({ store })
    const { asha } = await house.staffed()
    const rows = () => JSON.stringify([inner.all('pin'), inner.all('lockout'), inner.all('journal')])
    const before = rows()
    const tries = [
      () => house.at('office', 'set-pin', { staffId: asha, pin: '77012', oldPin: null }),
      () => house.at('desk-1', 'sign-in', { staffId: asha, pin: clerkPin }),
      () => house.at('desk-1', 'sign-in', { staffId: asha, pin: '77012' }),
    ]
    for (const attempt of tries) {
      // The journal's row, the rows that follow from it, the kept answer and the commit itself: at least four steps each.
      for (const failAfter of [1, 2, 3, 4]) {
        store.failAfter = failAfter
        expect(await attempt()).toMatchObject({ kind: 'fault', reason: 'storage' })
        expect(rows()).toBe(before)
        expect(await house.at('desk-1', 'open-carts', {})).toMatchObject({
          refusal: { code: 'SIGN_IN_REQUIRED' },
        })
      }
    }
    expect(await house.at('desk-1', 'sign-in', { staffId: asha, pin: clerkPin })).toMatchObject({
      kind: 'done',
    })
  })

  test('[I25] [I41] staff, PINs and wrong tries follow from the journal like everything else', async () => {
    const house = await busyEvening()
    expect(brokenLink(house.store.all('journal'))).toBeNull()
    expect(checkInvariants(house.store)).toEqual([])
    expect(house.store.all('lockout').length).toBeGreaterThan(0)
  })

  test('[I40] every row has the role that its actor had by the rows before it', async () => {
    const house = await busyEvening()
    const known = new Map<number, Role>()
    for (const { body, staffId, role } of house.store.all('journal')) {
      const event = JSON.parse(body) as HouseEvent
      if (staffId !== 0) expect(role).toBe(known.get(staffId))
      if (event.type === 'entry-saved' && event.entry.kind === 'staff')
        known.set(event.entry.staffId, event.entry.role)
    }
  })
})

test('[I42] no PIN is in any row but as its digest, in any line of the log, in any answer, nor as a hash one could look up', async () => {
  const house = await busyEvening()
  const tables = ['journal', 'command', 'staff', 'lockout', 'meta', 'booking', 'pin'] as const
  const kept = JSON.stringify(tables.map((table) => house.store.all(table))) + JSON.stringify(house.log.lines)
  for (const pin of [adminPin, clerkPin, '99999999', '44119']) expect(kept).not.toContain(pin)
  // The hash that tells a repeat from another command must not reveal the PIN: it is the same for every PIN.
  const [first, second] = [new PeopleHouse(), new PeopleHouse()]
  const hashes = []
  for (const [other, pin] of [
    [first, '55801'],
    [second, '77012'],
  ] as const) {
    const { mina } = await other.staffed()
    await other.at('desk-1', 'sign-in', { staffId: mina, pin }, 'same' as CommandId)
    hashes.push(other.store.get('command', 'same')?.inputHash)
  }
  expect(hashes[0]).toBe(hashes[1])
})
