// Planted bugs in the rules: who may, until when, for how much. Owns the changes and which test must notice each.

import { type Mutant, one } from './mutant.ts'

const domain = 'src/shared/domain'
const engine = 'src/main/engine'

export const plantedInRules: readonly Mutant[] = [
  {
    name: 'a stranger may cancel',
    rule: 'P11',
    changes: one(
      `${domain}/hold-end.ts`,
      'const refusal = refusalIfNotYours(booking, actor)\n  if (refusal) return refuse(refusal)\n  if (!mayBecome(',
      'if (!refusalIfNotYours || !actor || !mayBecome(',
    ),
    tests: [`${domain}/hold-end.test.ts`],
  },
  {
    name: 'paid after everything is over',
    rule: 'I9',
    changes: one(
      `${domain}/payment.ts`,
      'refusalIfOver(booking, found.seatsOf, context.nowMs, booking.graceEndsAtMs)',
      'refusalIfOver(booking, found.seatsOf, context.nowMs, Number.POSITIVE_INFINITY)',
    ),
    tests: [`${domain}/payment.test.ts`],
  },
  {
    name: 'the sum that was seen is not compared',
    rule: 'C2',
    changes: one(
      `${domain}/payment.ts`,
      "if (request.totalMinor !== totals.totalMinor) return { code: 'CONCURRENT_MODIFICATION', what: 'total' }\n",
      '',
    ),
    tests: [`${domain}/payment.test.ts`],
  },
  {
    name: 'too little cash is enough',
    rule: 'P5',
    changes: one(`${domain}/payment.ts`, 'if (tenderedMinor < dueMinor)', 'if (tenderedMinor < 0)'),
    tests: [`${domain}/payment.test.ts`],
  },
  {
    name: 'a lapse is recorded a millisecond late',
    rule: 'H7',
    changes: one(
      `${domain}/hold-end.ts`,
      'nowMs >= booking.expiresAtMs && booking.lapsedAtMs',
      'nowMs > booking.expiresAtMs && booking.lapsedAtMs',
    ),
    tests: [`${domain}/hold-end.test.ts`],
  },
  {
    name: 'a seat is free a millisecond late',
    rule: 'H4',
    changes: one(
      `${domain}/show.ts`,
      "booking.state !== 'reserved' || nowMs >= booking.expiresAtMs",
      "booking.state !== 'reserved' || nowMs > booking.expiresAtMs",
    ),
    tests: [`${domain}/show.test.ts`],
  },
  {
    name: 'grace twice',
    rule: 'I7',
    changes: one(
      `${domain}/hold.ts`,
      'graceEndsAtMs: nowMs + holdMs + show.terms.graceMs',
      'graceEndsAtMs: nowMs + holdMs + 2 * show.terms.graceMs',
    ),
    tests: [`${domain}/hold.test.ts`],
  },
  {
    name: 'extended twice',
    rule: 'H3',
    changes: one(`${domain}/hold.ts`, 'if (booking.extendedAtMs !== null)', 'if (booking.holdMs < 0)'),
    tests: [`${domain}/hold-end.test.ts`],
  },
  {
    name: 'some of the seats are better than none',
    rule: 'H1',
    changes: one(
      `${domain}/hold.ts`,
      'return missed.length > 0 ?',
      'return missed.length === seats.length ?',
    ),
    tests: [`${domain}/hold.test.ts`],
  },
  {
    name: 'the coupon of a hold is ignored',
    rule: 'P4',
    changes: one(
      `${domain}/hold.ts`,
      'priceLines(show, found.seats, request.lines, request.couponCode ? found.coupon : null)',
      'priceLines(show, found.seats, request.lines, null)',
    ),
    tests: [`${engine}/four-bugs.test.ts`],
  },
  {
    name: 'a coupon that is over is taken all the same',
    rule: 'P4',
    changes: one(
      `${domain}/hold.ts`,
      'return couponRefusal(couponCode, coupon, nowMs)',
      'return couponRefusal(couponCode, coupon, nowMs) && null',
    ),
    tests: [`${engine}/four-bugs.test.ts`],
  },
  {
    name: 'a refund without a payment',
    rule: 'I19',
    changes: one(`${domain}/hold-end.ts`, "if (booking.state === 'confirmed') events.push", 'events.push'),
    tests: [`${engine}/four-bugs.test.ts`],
  },
]
