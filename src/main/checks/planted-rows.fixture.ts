// Rows changed behind the journal's back. The fold notices every change that the journal did not make, so I25 breaks together
// with the rule in question.

import { evening } from './planted.fixture.ts'

const ofMoney = 'WHERE sequence = (SELECT min(sequence) FROM journal WHERE moved IS NOT NULL)'
const ofFirst = 'WHERE sequence = (SELECT min(sequence) FROM transfer)'
const ofSold = () => `booking_id = '${evening.id('sold')}'`
const numberOf = (id: string) => `(SELECT sequence FROM booking WHERE booking_id = '${id}')`
const claimsOfSold = () => `booking = ${numberOf(evening.id('sold'))}`

export const rowPlants: readonly (readonly [ids: string, what: string, sql: () => string])[] = [
  [
    'I2 I25',
    'an ended booking that claims',
    () => `INSERT INTO claim VALUES (1, 2, ${numberOf(evening.id('expired'))}, 0)`,
  ],
  ['I2 I25', 'a claim of nobody', () => 'INSERT INTO claim VALUES (1, 8, 99999, 0)'],
  ['I3 I25', 'a sold seat that is free', () => `DELETE FROM claim WHERE ${claimsOfSold()} AND seat_id = 1`],
  [
    'I2 I3 I25',
    'a claim in another show',
    () => `UPDATE claim SET show_id = 2 WHERE ${claimsOfSold()} AND seat_id = 1`,
  ],
  [
    'I3 I25',
    'a claim as another ticket type',
    () => `UPDATE claim SET ticket_type_id = 1 WHERE ${claimsOfSold()} AND seat_id = 1`,
  ],
  [
    'I2 I25',
    'a hold that claims before it is paid',
    () => `UPDATE booking SET claims_at_payment = 1 WHERE booking_id = '${evening.id('held')}'`,
  ],
  [
    'I2 I3 I4 I25',
    'a seat that its show does not have',
    () => `UPDATE booking SET lines = replace(lines, '"seatId":1,', '"seatId":99,') WHERE ${ofSold()}`,
  ],
  ['I4', 'a seat renumbered in its plan', () => "UPDATE seat SET number = '77' WHERE seat_id = 1"],
  ['I5', 'a plan that says more seats than it has', () => 'UPDATE plan SET seats = seats + 1'],
  [
    'I7 I25',
    'a hold extended after its end',
    () => `UPDATE booking SET extended_at_ms = reserved_at_ms + hold_ms WHERE ${ofSold()}`,
  ],
  [
    'I16 I22 I25',
    'a confirmed booking that never was',
    () => `UPDATE booking SET confirmed_at_ms = NULL WHERE ${ofSold()}`,
  ],
  [
    'I12 I16 I20 I25',
    'a payment given back alone',
    () => `UPDATE booking SET payments = replace(payments, '"success"', '"refunded"') WHERE ${ofSold()}`,
  ],
  [
    'I12 I25',
    'a refund that kept the money',
    () =>
      `UPDATE booking SET payments = json_remove(replace(payments, '"refunded"', '"success"'), '$[0].refundedMinor')
       WHERE booking_id = '${evening.id('refunded')}'`,
  ],
  [
    'I12 I18 I19 I25',
    'money that moves to where it was',
    () => `UPDATE transfer SET debit = credit ${ofFirst}`,
  ],
  ['I12 I18 I25', 'nothing that moves', () => `UPDATE transfer SET amount_minor = 0 ${ofFirst}`],
  [
    'I12 I18 I25',
    'money of a booking that there is not',
    () => `UPDATE transfer SET credit = 'booking:nobody' ${ofFirst}`,
  ],
  [
    'I13 I18 I25',
    'a wallet in another currency',
    () => "UPDATE transfer SET currency = 'EUR' WHERE credit LIKE 'wallet:%'",
  ],
  ['I12 I18 I25', 'a movement that is gone', () => `DELETE FROM transfer ${ofFirst}`],
  [
    'I18 I25',
    'a movement that no event made',
    () => "INSERT INTO transfer VALUES (3, 0, 'drawer:desk-1', 'wallet:1', 5, 'INR', 1)",
  ],
  [
    'I18 I25',
    'a movement after the journal’s end',
    () => "INSERT INTO transfer VALUES (999, 0, 'drawer:desk-1', 'wallet:1', 5, 'INR', 1)",
  ],
  ['I21 I25', 'a discount without a coupon', () => `UPDATE booking SET coupon_code = NULL WHERE ${ofSold()}`],
  [
    'I24',
    'a command whose answer is lost',
    () =>
      'DELETE FROM command WHERE command_id = (SELECT command_id FROM journal ORDER BY sequence DESC LIMIT 1)',
  ],
  ['I25', 'a title changed', () => "UPDATE listing SET title = 'Sun'"],
  [
    'I25',
    'a customer who is not in the journal',
    () =>
      "INSERT INTO customer (customer_id, name, phone, email, vip, language) VALUES (9, 'x', '', '', 0, NULL)",
  ],
  ['I25', 'a coupon that is gone', () => "DELETE FROM coupon WHERE code = 'OVER'"],
  ['I25', 'a row of another role', () => "UPDATE journal SET role = 'admin' WHERE sequence = 20"],
  [
    'I25',
    'a row that cannot be read',
    () => "UPDATE journal SET body = '{' WHERE kind = 'entry-saved' AND sequence = 1",
  ],
  [
    'I25',
    'a row of a kind that there is not',
    () => `UPDATE journal SET body = '{"type":"dance"}' WHERE sequence = 1`,
  ],
]

/** Changes of rows that are still stored beside their events, while the journal is short. */
export const latePlants: typeof rowPlants = [
  ['I12 I18 I25', 'money that is gone', () => `UPDATE journal SET moved = NULL ${ofMoney}`],
  [
    'I12 I18 I25',
    'less money than was paid',
    () => `UPDATE journal SET moved = json_replace(moved, '$[0][3]', 1) ${ofMoney}`,
  ],
]
