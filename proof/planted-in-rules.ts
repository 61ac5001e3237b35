// Planted bugs in the rules: who may, until when, for how much. Owns the changes and which test must notice each.

import { type Mutant, one } from './mutant.ts'

const domain = 'src/shared/domain'
const engine = 'src/main/engine'

export const plantedInRules: readonly Mutant[] = [
  {
    name: 'a stranger may cancel',
    rule: 'P11',
    changes: one(
      `${domain}/refund.ts`,
      'refusalIfNotYours(booking, context.actor) ??\n    refusalIfNotCustomers(',
      'refusalIfNotCustomers(',
    ),
    tests: [`${domain}/hold-end.test.ts`],
  },
  {
    name: 'paid after everything is over',
    rule: 'I9',
    changes: one(
      `${domain}/payment.ts`,
      'refusalIfOver(booking, found.seatsOf, context.nowMs, payEndMs(booking))',
      'refusalIfOver(booking, found.seatsOf, context.nowMs, Number.POSITIVE_INFINITY)',
    ),
    tests: [`${domain}/payment.test.ts`],
  },
  {
    name: 'the sum that was seen is not compared',
    rule: 'C2',
    changes: one(
      `${domain}/payment.ts`,
      "if (totalMinor !== booking.totals.totalMinor) return { code: 'CONCURRENT_MODIFICATION', what: 'total' }\n",
      '',
    ),
    tests: [`${domain}/payment.test.ts`],
  },
  {
    name: 'too little cash is enough',
    rule: 'P5',
    changes: one(`${domain}/payment.ts`, 'if (tenderedMinor < amountMinor)', 'if (tenderedMinor < 0)'),
    tests: [`${domain}/payment.test.ts`],
  },
  {
    name: 'a lapse is recorded a millisecond late',
    rule: 'H7',
    changes: one(
      `${domain}/hold-end.ts`,
      'nowMs >= holdEndMs(booking) && booking.lapsedAtMs',
      'nowMs > holdEndMs(booking) && booking.lapsedAtMs',
    ),
    tests: [`${domain}/hold-end.test.ts`],
  },
  {
    name: 'a seat is free a millisecond late',
    rule: 'H4',
    changes: one(
      `${domain}/show.ts`,
      "booking.state !== 'reserved' || nowMs >= holdEndMs(booking)",
      "booking.state !== 'reserved' || nowMs > holdEndMs(booking)",
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
    changes: one(`${domain}/hold-longer.ts`, 'if (booking.extendedAtMs !== null)', 'if (booking.holdMs < 0)'),
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
    name: 'a cart that has ended still has a use of its coupon',
    rule: 'P4',
    changes: one(`${domain}/hold.ts`, 'found.coupon?.code && nowMs < payEndMs(own)', 'found.coupon?.code'),
    tests: [`${domain}/hold.test.ts`, `${engine}/four-bugs.test.ts`],
  },
  {
    name: 'a show is moved while somebody pays for it',
    rule: 'A2',
    changes: one(
      `${engine}/changing-rows.ts`,
      'reader.pending.matching({ showId }).length + touched',
      'reader.pending.matching({ showId }).length',
    ),
    tests: [`${engine}/change-desk.test.ts`],
  },
  {
    name: 'money goes to a wallet of any currency',
    rule: 'P9',
    changes: one(`${engine}/wallets.ts`, '.find((one) => one.currency === currency)', '[0]'),
    tests: [`${engine}/money-edges.test.ts`],
  },
  {
    name: 'late money buys seats that the plan has no longer',
    rule: 'P8',
    changes: one(`${domain}/rescue.ts`, 'areThere && own.every(', 'own.every('),
    tests: [`${domain}/rescue.test.ts`],
  },
  {
    name: 'a refund without a payment',
    rule: 'I19',
    changes: one(`${domain}/refund.ts`, 'if (isPaid || refundMinor > 0)', 'if (isPaid || refundMinor >= 0)'),
    tests: [`${engine}/four-bugs.test.ts`],
  },
  {
    name: 'more goes back than came',
    rule: 'I17',
    changes: one(
      `${domain}/tender.ts`,
      'const part = Math.min(left, keptMinor(payment))',
      'const part = Math.max(left, keptMinor(payment))',
    ),
    tests: [`${engine}/money.test.ts`],
  },
  {
    name: 'a wallet may be overdrawn',
    rule: 'I15',
    changes: one(`${domain}/payment.ts`, 'if (balanceMinor < base.amountMinor)', 'if (balanceMinor < 0)'),
    tests: [`${engine}/money.test.ts`],
  },
  {
    name: 'the books leave one leg out',
    rule: 'I12',
    changes: one(
      `${domain}/ledger.ts`,
      "    case 'money-returned':\n      return returned(event, event.refunds, event.currency)\n",
      "    case 'money-returned':\n      return []\n",
    ),
    tests: [`${engine}/money.test.ts`, `${engine}/terminal.test.ts`],
  },
  {
    name: 'a terminal’s yes is not compared with what was asked',
    rule: 'P6',
    changes: one(
      `${domain}/settle.ts`,
      'if (answer.amountMinor !== begun.amountMinor || answer.currency !== begun.currency)',
      'if (answer.amountMinor < 0)',
    ),
    tests: [`${engine}/terminal.test.ts`],
  },
  {
    name: 'a second answer of the terminal counts again',
    rule: 'P6',
    changes: one(`${domain}/settle.ts`, 'if (!isOpen(begun))', 'if (begun.amountMinor < 0)'),
    tests: [`${engine}/terminal.test.ts`],
  },
  {
    name: 'a payment in flight does not keep the hold',
    rule: 'H6',
    changes: one(
      `${domain}/booking.ts`,
      'return Math.max(expiresAtMs, inFlight(payments)?.untilMs ?? 0)',
      'return Math.max(expiresAtMs, 0 * payments.length)',
    ),
    tests: [`${engine}/terminal.test.ts`],
  },
  {
    name: 'a ticket is let in twice',
    rule: 'T3',
    changes: one(
      `${domain}/check-in.ts`,
      "return ticket.usedAtMs === null ? 'valid' : 'used'",
      "return ticket.usedAtMs === 0 ? 'used' : 'valid'",
    ),
    tests: [`${engine}/money.test.ts`],
  },
  {
    name: 'a copy leaves the code of the first paper as it was',
    rule: 'T2',
    changes: one(
      `${domain}/reprint.ts`,
      'return { number, seatId, secret: newSecret() }',
      'return { number, seatId, secret: booking.tickets[0]?.secret ?? newSecret() }',
    ),
    tests: [`${domain}/reprint.test.ts`],
  },
  {
    name: 'what is claimed on payment is not looked at then',
    rule: 'H10',
    changes: one(
      `${domain}/payment.ts`,
      'refusalOfUnclaimed(found, booking, show, context.nowMs)',
      '(show.active ? null : refusalOfUnclaimed(found, booking, show, context.nowMs))',
    ),
    tests: [`${engine}/money.test.ts`],
  },
  {
    name: 'cash is taken between the count of a drawer and its close',
    rule: 'I47',
    changes: one(
      `${domain}/shift.ts`,
      "if (state === 'counted' || (state === 'closed' && isRequired))",
      "if (state === 'closed' && isRequired)",
    ),
    tests: [`${engine}/shift.test.ts`],
  },
  {
    name: 'what was missing in a drawer is not in the books',
    rule: 'I45',
    changes: one(`${domain}/ledger.ts`, 'amountMinor - expectedMinor, currency)', '0, currency)'),
    tests: [`${engine}/shift.test.ts`],
  },
  {
    name: 'whoever counts a drawer is told what to count to',
    rule: 'A5',
    changes: one(
      `${engine}/shift-views.ts`,
      "return state === 'open' && !isOfOffice(actor)",
      "return state === 'counted' && !isOfOffice(actor)",
    ),
    tests: [`${engine}/shift.test.ts`],
  },
]
