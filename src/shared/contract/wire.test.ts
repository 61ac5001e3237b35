import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { commands, isCommand, isOperation, operations, queries } from './operations.ts'
import { refusal } from './refusals.ts'
import { news, topic } from './topics.ts'
import { everyRefusal } from './refusal-samples.ts'
import { PROTOCOL_VERSION, fromHub, toHub } from './wire.ts'

/** Every schema that crosses a wire, as JSON Schema. What JSON Schema cannot express (columns) appears as "anything". */
function digestOfContract(): string {
  const schemas: Record<string, z.ZodType> = { toHub, fromHub, topic, news, refusal }
  for (const [name, { input, output }] of Object.entries(operations)) {
    schemas[`${name} input`] = input
    schemas[`${name} output`] = output
  }
  const texts = Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }),
  ])
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}

/** The digest of every version so far. When a schema changes, raise PROTOCOL_VERSION and add a line; never change one. */
const digests: Readonly<Record<number, string>> = {
  1: '7807f8d0e142ca356236de54cbd94b3a4bb4a1e85a79400926ce9a5a1a047403',
  2: '4561f0c2602ba7e58c2834672a3a4e54e1cde482cedddaabb5251d9b10658d89',
  3: 'cd3020f7e96456a122e8e0c55e272b1bda3768ea40cc33e14adf4d2593508ac5',
  4: 'fc459d10f70a90eadd9fcaec6c3df6348982c95f51e4571796e8eed8b4785491',
  5: 'a2dfce8f874bd47dd046147570436357ea43717f544c500b40d6643cfd3f167f',
  6: '4c99a285c72a442ec664de4a7c8124a8cf047bca0d3b3cb6712368e59851dee1',
  7: '0fbe58dd27ac5bdc3dc22f2ebf848631fddd44b7f606870b9083d59251274989',
  8: '1776c0c81ef1a9fed892ad9dde752f975ab0d3ae1690affff8b48ec235c85c62',
  9: '30766ca29f5db372656ddc4316ee3b225a3a488897dd4534c5c646e0dfb7652a',
  10: 'fc5cc0fc25088b959056bb4653ac8c82077724237730559cc444e667e7a5ad0d',
  11: 'd52043dda3b6320046436d0983cea9a4fe2eabefdce447e28c2d2d5f35fcf0d0',
  12: '0b73d931cbbc4fa85ca6d0041d61d769ac519787386c077b9f7c80f06b650a61',
  13: 'e03bf70e614a07836fb0256fc6aab1133b0e28e75bb46db8b207c3b644bbdd44',
  14: 'e8b13d59eba1409c40cf2379114f2ea0f0f323a93f54921c4e8c47e439573a24',
  15: '5b3eff522f26256e001e667bee6d06278bebe5a5bb8b56cfbf683530165956aa',
  16: 'ec39bd7aaec084fbe14f5cbe647240814612d038c93b9f6b6357a2663a0673fe',
}

test('[S2] [SYNC 5.1] the schemas of this protocol version are what they were when it was numbered', () => {
  expect(digestOfContract()).toBe(digests[PROTOCOL_VERSION])
})

test('[S2] a changed schema changes the digest: the test above can fail', () => {
  const digest = (schema: z.ZodType) =>
    JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  const { input } = operations['hold-seats']
  expect(digest(input.extend({ note: z.string() }))).not.toBe(digest(input))
  expect(digest(z.int().max(5))).not.toBe(digest(z.int().max(6)))
})

test('[S2] a plan whose seats are not all numbered in text is none', () => {
  const { numbers } = operations.plan.output.shape
  const all = ['1', '2A', '']
  expect(numbers.parse(all)).toEqual(all)
  const withHole: unknown[] = Object.assign([], { 0: '1', 2: '3' })
  for (const wrong of [['1', 2, '3'], ['1', undefined], withHole, '123', { length: 0 }, null])
    expect(numbers.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
})

const ofBuying = [
  'hold-seats',
  'extend-hold',
  'choose-tickets',
  'pay-booking',
  'give-up-payment',
  'cancel-booking',
]

test('[A7] every operation says who may call it; a customer screen buys for itself, a door only lets in', () => {
  for (const [name, { roles }] of Object.entries(commands)) {
    expect(roles.length, name).toBeGreaterThan(0)
    const may = (role: string) => (roles as readonly string[]).includes(role)
    const isOfThemselves = ['sign-in', 'sign-out', 'set-pin', 'leave-kiosk'].includes(name)
    expect(may('gate'), name).toBe(isOfThemselves || name === 'check-in')
    expect(may('self-service'), name).toBe(isOfThemselves || ofBuying.includes(name))
  }
  const ofOffice = Object.entries(operations).filter(
    ([, { roles }]) => !(roles as readonly string[]).includes('clerk'),
  )
  expect(ofOffice.map(([name]) => name)).toEqual([
    'review-proof',
    'delete-booking',
    'set-printing',
    'set-paper',
    'release-holds',
    'import-plan',
    'open-show',
    'open-series',
    'set-prices',
    'change-rows',
    'undo-change',
    'import-sheet',
    'send-test-message',
    'save-messaging',
    'save-staff',
    'set-password',
    'admit-kiosk',
    'save-kiosk',
    'ask-update',
    'seat-steps',
    'seat-moments',
    'report-facts',
    'alerts',
    'report-refusals',
    'open-proofs',
    'put-chunk',
    'plans',
    'check-plan',
    'preview-change',
    'preview-replan',
    'changes',
    'changed-rows',
    'change',
    'listing-rows',
    'customer-rows',
    'coupon-rows',
    'hold-rows',
    'booking-rows',
    'seat-rows',
    'preview-sheet',
    'export-sheet',
    'terms-of',
    'preview-terms',
    'messages',
    'keep-message-password',
    'staff',
    'audit-log',
    'prove-journal',
    'kiosks',
    'share-house',
    'join-hub',
    'find-hubs',
    'offer-pairing',
    'withdraw-pairing',
    'backups',
    'hand-in-rows',
    'hand-in-receipts',
    'settle-lost-sales',
    'open-restored',
    'back-up',
    'updates',
    'look-for-updates',
  ])
})

test('[C3] a name is a command or a query, never both', () => {
  const names = Object.keys(operations)
  expect(names.length).toBe(Object.keys(commands).length + Object.keys(queries).length)
  for (const name of names) expect(isOperation(name) && isCommand(name)).toBe(Object.hasOwn(commands, name))
  expect(isOperation('toString')).toBe(false)
})

test('[V7] every input refuses a key that it does not know, at its top and inside', () => {
  for (const [name, { input }] of Object.entries(operations)) {
    const issues = input.safeParse({ surprise: 1 }).error?.issues ?? []
    expect(
      issues.some((issue) => issue.code === 'unrecognized_keys' || issue.code === 'invalid_union'),
      name,
    ).toBe(true)
  }
})

test.for(everyRefusal)('[C5] $code crosses a wire with all its facts', (one) => {
  expect(refusal.parse(JSON.parse(JSON.stringify(one)))).toEqual(one)
})

test('[C5] a refusal with a fact missing or a code that is none is no refusal', () => {
  expect(refusal.safeParse({ code: 'TOO_MANY_SEATS', asked: 1, limit: 1 }).success).toBe(false)
  expect(refusal.safeParse({ code: 'SOLD_OUT' }).success).toBe(false)
})

test.for([
  ['Asia/Kolkata', true],
  ['UTC', true],
  ['Europe/Berlin', true],
  ['Mars/Olympus', false],
  ['', false],
  ['+25:00', false],
] as const)('[E3] %j is a time zone: %s', ([zone, isZone]) => {
  const venue = { name: 'Barn', zone, currency: 'INR' }
  const show = {
    planId: 1,
    title: 'x',
    sort: 'film',
    venue,
    startsAtMs: 1,
    ticketTypes: ['A'],
    prices: [[1]],
  }
  expect(operations['open-show'].input.safeParse(show).success).toBe(isZone)
})

test('[P1] a price is whole, not negative and within its limit', () => {
  const { input } = operations['set-prices']
  const fits = (priceMinor: unknown) =>
    input.safeParse({ showId: 1, seenVersion: 1, cells: [{ category: 0, ticketTypeId: 0, priceMinor }] })
      .success
  expect([0, 1_000_000_000, null].map(fits)).toEqual([true, true, true])
  expect([-1, 0.5, 1_000_000_001, '5', Number.NaN, undefined].map(fits)).toEqual(Array(6).fill(false))
})
