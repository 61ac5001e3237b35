// What a desk does besides selling, as commands: a drawer from its float to its close, a booking's customer, a part payment
// handed back. Owns that translation; must never compare anything.

import { known } from '../../shared/lib/assert.ts'
import type { EveningModel } from './after-sale-model.fixture.ts'
import type { Call } from './evening-call.fixture.ts'
import type { Aim } from './evening-calls.fixture.ts'
import type { SaleOf } from './evening.fixture.ts'
import { here } from './model-booking.fixture.ts'

/** A sum as somebody counts it, not broken down by coins and notes. */
function cash(otherMinor: number) {
  return [{ currency: 'INR' as const, pieces: [], otherMinor }]
}

export function tendDrawer(model: EveningModel, sale: SaleOf<'drawer'>, nowMs: () => number): Call {
  const { kiosk, act, amount } = sale
  const state = model.shiftOf(kiosk)?.state ?? 'closed'
  if (act === 'in' || act === 'out') return moveCash(model, kiosk, act, amount)
  // Otherwise out of turn: the step after the next.
  const isNext = act === 'next'
  if (state === (isNext ? 'closed' : 'counted')) return openShift(model, kiosk, amount)
  if (state === (isNext ? 'open' : 'closed')) return countDrawer(model, sale, nowMs)
  return closeShift(model, sale, nowMs)
}

function openShift(model: EveningModel, kiosk: string, amount: number): Call {
  return {
    kiosk,
    name: 'open-shift',
    input: { floats: cash(amount) },
    expect: () => model.mayOpenShift(kiosk),
    apply: () => model.shiftOpened(kiosk, amount),
  }
}

function moveCash(model: EveningModel, kiosk: string, direction: 'in' | 'out', amount: number): Call {
  return {
    kiosk,
    name: 'move-cash',
    input: { direction, currency: 'INR', amountMinor: amount, reason: 'bank' },
    expect: () => model.mayMoveCash(kiosk),
    apply: () => model.cashMoved(kiosk, direction === 'in' ? amount : -amount),
  }
}

/** Expects what the books say when it is sent: another command of the same turn makes the count differ. */
function countDrawer(model: EveningModel, { kiosk, off }: SaleOf<'drawer'>, nowMs: () => number): Call {
  const number = model.shiftOf(kiosk)?.number ?? 1
  const found = Math.max(0, model.inDrawer(kiosk) + off)
  return {
    kiosk,
    name: 'count-drawer',
    input: { number, counts: cash(found) },
    expect: () => model.mayCount(kiosk, number, nowMs()),
    apply: () => model.counted(kiosk, found),
  }
}

function closeShift(model: EveningModel, { kiosk, hasReason }: SaleOf<'drawer'>, nowMs: () => number): Call {
  const number = model.shiftOf(kiosk)?.number ?? 1
  const reason = hasReason ? 'wrong change' : ''
  return {
    kiosk,
    name: 'close-shift',
    input: { number, reason },
    expect: () => model.mayClose(kiosk, { number, reason }, nowMs()),
    apply: () => model.shiftClosed(kiosk),
  }
}

export function chooseCustomer(
  model: EveningModel,
  { customer }: SaleOf<'customer'>,
  { one, kiosk }: Aim,
  nowMs: () => number,
): Call {
  return {
    kiosk,
    name: 'choose-customer',
    input: { bookingId: one.id, customerId: customer },
    expect: () => customer !== 9 && model.mayChooseCustomer(kiosk, one, customer, nowMs()),
    apply: () => model.customerChosen(one, customer),
  }
}

export function givePartBack(
  model: EveningModel,
  { which, isWrong }: SaleOf<'part-back'>,
  { one, kiosk }: Aim,
): Call {
  const parts = isWrong ? one.money : one.money.filter((money) => here(money) > 0)
  const money = parts[which % Math.max(1, parts.length)] ?? null
  return {
    kiosk,
    name: 'return-money',
    what: 'part of the money',
    input: { bookingId: one.id, paymentId: money?.id ?? 'none' },
    expect: () => model.mayGiveBackPart(kiosk, one, money),
    apply: () => model.partGivenBack(kiosk, one, known(money, 'a part that was given back')),
  }
}
