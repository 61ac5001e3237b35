// What may happen in an evening: every step that the property test draws, and how often. Owns the weights (each edge of a
// booking's life must be met); must never know what a step leads to.

import * as fc from 'fast-check'
import { seatCount } from './test-house.ts'

export const kiosks = ['desk-1', 'desk-2', 'desk-3'] as const
export type Kiosk = (typeof kiosks)[number] | 'manager'

/** Which booking: `pick` counts back from the newest that suit the command; with `isAny`, from the newest of all. */
interface Picked {
  readonly kiosk: Kiosk | null
  readonly pick: number
  readonly isAny: boolean
}

export const modes = ['CASH', 'CARD', 'WALLET', 'PROOF'] as const
const offers = [
  'exact',
  'exact',
  'exact',
  'exact',
  'exact',
  'more',
  'less',
  'stale',
  'half',
  'half',
  'half',
  'too-much',
] as const
/** `next`: the next step in a drawer's life; `other`: one out of turn. */
const acts = ['next', 'next', 'next', 'next', 'in', 'out', 'other'] as const
const jumps = ['bit', 'before', 'exactly', 'after', 'back', 'look-up'] as const
const answers = ['yes', 'no', 'other-sum'] as const

export type Sale =
  | {
      readonly do: 'hold'
      readonly kiosk: (typeof kiosks)[number]
      readonly cart: number
      readonly show: 1 | 2
      readonly seats: readonly number[]
      /** Takes the seats of a booking that has ended, whose money may still come. */
      readonly isAfter: boolean
      /** Names the first seat twice. */
      readonly isTwice: boolean
      readonly coupon: boolean
      readonly customer: 1 | 2 | null
    }
  | ({ readonly do: 'extend' | 'defer' | 'give-up' | 'delete' | 'reprint' } & Picked)
  | ({ readonly do: 'cancel'; readonly toWallet: boolean } & Picked)
  | ({ readonly do: 'return-money'; readonly toWallet: boolean } & Picked)
  | ({ readonly do: 'choose'; readonly type: number; readonly coupon: boolean } & Picked)
  | ({
      readonly do: 'pay'
      readonly mode: (typeof modes)[number]
      readonly offer: (typeof offers)[number]
      readonly purse: number
    } & Picked)
  | ({
      readonly do: 'return'
      readonly which: number
      readonly isWrong: boolean
      readonly toWallet: boolean
    } & Picked)
  | ({
      readonly do: 'reseat'
      readonly to: readonly number[]
      readonly isWrong: boolean
      readonly purse: number
      readonly toWallet: boolean
    } & Picked)
  /** For the newest cart of its desk. `isWrong`: includes a seat that may be another's. */
  | ({
      readonly do: 'exchange'
      readonly which: number
      readonly isPart: boolean
      readonly isWrong: boolean
      readonly isShort: boolean
      readonly mode: Exclude<(typeof modes)[number], 'CARD'>
      readonly purse: number
      readonly toWallet: boolean
    } & Picked)
  | ({ readonly do: 'review'; readonly isAccepted: boolean } & Picked)
  | {
      readonly do: 'top-up'
      readonly kiosk: (typeof kiosks)[number]
      readonly purse: number
      readonly amount: number
    }
  | ({ readonly do: 'customer'; readonly customer: 1 | 2 | 9 | null } & Picked)
  /** `isWrong`: may name a payment that is no longer here, or never was. */
  | ({ readonly do: 'part-back'; readonly which: number; readonly isWrong: boolean } & Picked)
  | {
      readonly do: 'drawer'
      readonly kiosk: (typeof kiosks)[number]
      readonly act: (typeof acts)[number]
      readonly amount: number
      /** By how much the count differs from the books. */
      readonly off: number
      readonly hasReason: boolean
    }
  | { readonly do: 'open-wallet'; readonly kiosk: (typeof kiosks)[number]; readonly customer: 1 | 2 | 9 }

export type SaleOf<Name extends Sale['do']> = Extract<Sale, { do: Name }>

export type Step =
  | { readonly do: 'turn'; readonly sales: readonly Sale[]; readonly failAfter: number }
  | {
      readonly do: 'terminal'
      /** Answers a payment of a booking that has ended, or none at all. */
      readonly isLate: boolean
      /** Somebody takes its seats just before. */
      readonly isRaced: boolean
      readonly pick: number
      readonly says: (typeof answers)[number]
      readonly times: number
      readonly failAfter: number
    }
  /** Seats are held, mostly of the other show, and sold ones exchanged for them. */
  | { readonly do: 'exchange'; readonly hold: SaleOf<'hold'>; readonly sale: SaleOf<'exchange'> }
  | { readonly do: 'door'; readonly pick: number; readonly show: 1 | 2 | null; readonly isForged: boolean }
  | { readonly do: 'release'; readonly kiosk: (typeof kiosks)[number] | null }
  | { readonly do: 'time'; readonly jump: (typeof jumps)[number]; readonly wake: boolean }
  | { readonly do: 'restart' }
  | { readonly do: 'repeat'; readonly pick: number; readonly other: boolean }

const kiosk = fc.constantFrom(...kiosks)
const pick = fc.nat({ max: 1000 })
/** Many want the same row, so that there is something to lose, and still somewhere else to go. */
const seat = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 3 }) },
  { weight: 1, arbitrary: fc.nat({ max: seatCount - 1 }) },
)
/** The first wallets are opened early; the last one hardly ever. */
const purse = fc.constantFrom(0, 0, 0, 1, 1, 2, 5)
const toWallet = often(3, false)
const customer = fc.constantFrom(1 as const, 2 as const, 2 as const, null)
const show = fc.constantFrom(1 as const, 1 as const, 1 as const, 2 as const)
/** Null: the kiosk that owns the booking. */
const picked = {
  kiosk: fc.oneof(
    { weight: 8, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: kiosk },
    { weight: 1, arbitrary: fc.constant('manager' as const) },
  ),
  pick,
  isAny: often(7, false),
}
/** Commands that mostly only the office may send. */
const byOffice = {
  ...picked,
  kiosk: fc.oneof(
    { weight: 6, arbitrary: fc.constant('manager' as const) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
}

function often(weight: number, usual: boolean): fc.Arbitrary<boolean> {
  return fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(!usual) })
}

function one(
  name: Sale['do'],
  weight: number,
  rest: object,
): { weight: number; arbitrary: fc.Arbitrary<Sale> } {
  const arbitrary = fc.record({ do: fc.constant(name), ...rest })
  return { weight, arbitrary: arbitrary as unknown as fc.Arbitrary<Sale> }
}

const hold = {
  kiosk,
  cart: fc.nat({ max: 2 }),
  show,
  seats: fc.uniqueArray(seat, { minLength: 1, maxLength: 3 }),
  isAfter: fc.boolean(),
  isTwice: often(20, false),
  coupon: often(3, false),
  customer,
}
const exchange = {
  ...picked,
  which: pick,
  isPart: often(2, false),
  isWrong: often(8, false),
  isShort: often(6, false),
  mode: fc.constantFrom('CASH' as const, 'CASH' as const, 'WALLET' as const, 'PROOF' as const),
  purse,
  toWallet,
}

const sale: fc.Arbitrary<Sale> = fc.oneof(
  one('hold', 14, hold),
  one('extend', 2, picked),
  one('defer', 2, picked),
  one('give-up', 5, picked),
  one('cancel', 4, { ...picked, toWallet }),
  one('choose', 2, { ...picked, type: fc.nat({ max: 1 }), coupon: fc.boolean() }),
  one('pay', 18, {
    ...picked,
    mode: fc.constantFrom(...modes, 'CARD', 'CARD', 'CARD'),
    offer: fc.constantFrom(...offers),
    purse,
  }),
  one('return', 5, { ...picked, which: pick, isWrong: often(5, false), toWallet }),
  one('return-money', 6, { ...picked, toWallet }),
  one('reseat', 8, {
    ...picked,
    to: fc.array(seat, { minLength: 1, maxLength: 2 }),
    isWrong: often(5, false),
    purse,
    toWallet,
  }),
  one('exchange', 2, exchange),
  one('review', 4, { ...byOffice, isAccepted: fc.boolean() }),
  one('delete', 6, byOffice),
  one('reprint', 4, picked),
  one('customer', 3, {
    ...picked,
    customer: fc.constantFrom(1 as const, 2 as const, 2 as const, null, 9 as const),
  }),
  one('part-back', 6, { ...picked, which: pick, isWrong: often(4, false) }),
  one('drawer', 9, {
    kiosk,
    act: fc.constantFrom(...acts),
    amount: fc.integer({ min: 1, max: 500_00 }),
    off: fc.constantFrom(0, 0, -10_00, 5_00),
    hasReason: fc.boolean(),
  }),
  one('top-up', 3, { kiosk, purse, amount: fc.integer({ min: 50_00, max: 600_00 }) }),
  one('open-wallet', 3, { kiosk, customer: fc.constantFrom(1 as const, 2 as const, 9 as const) }),
)
/** Most turns meet a sound disk. */
const failAfter = fc.oneof(
  { weight: 12, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) },
)

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 34,
    arbitrary: fc.record({
      do: fc.constant('turn' as const),
      sales: fc.array(sale, { minLength: 1, maxLength: 4, size: 'max' }),
      failAfter,
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('terminal' as const),
      isLate: fc.boolean(),
      isRaced: often(3, true),
      pick: fc.nat({ max: 3 }),
      says: fc.constantFrom('yes', 'yes', ...answers),
      // 0: only a look-up gets the answer.
      times: fc.constantFrom(1, 1, 1, 2, 0),
      failAfter,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('exchange' as const),
      hold: fc.record({
        ...hold,
        do: fc.constant('hold' as const),
        show: fc.constantFrom(2 as const, 2 as const, 1 as const),
        seats: fc.uniqueArray(fc.nat({ max: 12 }), { minLength: 1, maxLength: 2 }),
        isAfter: fc.constant(false),
      }),
      sale: fc.record({ ...exchange, do: fc.constant('exchange' as const) }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('door' as const),
      pick,
      show: fc.oneof(
        { weight: 8, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(1 as const, 2 as const) },
      ),
      isForged: often(12, false),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), kiosk: fc.option(kiosk) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('time' as const),
      jump: fc.constantFrom(...jumps),
      wake: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat' as const), pick, other: fc.boolean() }) },
)
