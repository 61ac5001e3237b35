// What an event asks of the terminal, or records as its answer [P6]. Part of the projection; must never read.

import type { PaymentFailed } from '../../shared/domain/events.ts'
import type { Payment, Refund, TerminalMode } from '../../shared/domain/tender.ts'
import { isTerminalMode } from '../../shared/domain/tender.ts'
import type { Currency } from '../../shared/lib/money.ts'
import type { JournalEntry } from './journal.ts'
import { type Row, type Write, drop, put } from './rows.ts'

const none: readonly Write[] = []

export function terminalTasksOf({ row, event }: JournalEntry): readonly Write[] {
  const { type } = event
  if (type === 'payment-begun') return [put('terminalTask', payTask(event))]
  if (type === 'payment-taken' || type === 'payment-late') return answered(event.payment)
  if (type === 'booking-confirmed') return event.payment ? answered(event.payment) : none
  if (type === 'payment-failed') return failed(event)
  if (type === 'refund-settled') return [drop('terminalTask', { taskKey: event.taskKey })]
  return 'refunds' in event && event.refunds ? refundTasks(event, row.sequence) : none
}

/** A payment that was given up may still be answered. */
function failed(event: PaymentFailed): readonly Write[] {
  const { payment } = event
  if (payment.failure === 'given-up') return none
  return payment.failure === 'mismatch' ? [...answered(payment), ...wholeBack(event)] : answered(payment)
}

interface OfPayment {
  readonly bookingId: Row<'terminalTask'>['bookingId']
  readonly payment: Payment
}

function payTask({ bookingId, payment }: OfPayment): Row<'terminalTask'> {
  const { paymentId, amountMinor } = payment
  const currency = payment.currency as Currency
  const mode = payment.mode as TerminalMode
  return {
    taskKey: paymentId,
    kind: 'pay',
    bookingId,
    paymentId,
    mode,
    amountMinor,
    currency,
    reference: null,
  }
}

/** A payment that never went to a terminal has no task. */
function answered({ paymentId, mode }: Payment): readonly Write[] {
  return isTerminalMode(mode) ? [drop('terminalTask', { taskKey: paymentId })] : none
}

/** The terminal approved another sum than was asked for: the whole sum is refunded. */
function wholeBack({ bookingId, payment, took }: PaymentFailed): readonly Write[] {
  const task = { ...payTask({ bookingId, payment }), ...took }
  if (task.amountMinor <= 0) return none
  const { reference = null } = payment
  return [put('terminalTask', { ...task, taskKey: `${task.paymentId}-back`, kind: 'refund', reference })]
}

interface OfRefunds {
  readonly bookingId: Row<'terminalTask'>['bookingId']
  readonly refunds?: readonly Refund[]
  readonly payments?: readonly Payment[]
}

function refundTasks({ bookingId, refunds = [], payments = [] }: OfRefunds, sequence: number): Write[] {
  return refunds.flatMap(({ paymentId, amountMinor, account, ...refund }, index) => {
    const payment = payments.find((one) => one.paymentId === paymentId)
    if (!payment || !account.startsWith('terminal:')) return []
    // [T4] Money that came from another booking goes back to where it was originally paid.
    const reference = refund.reference ?? payment.reference ?? null
    const mode = account.slice('terminal:'.length) as TerminalMode
    const taskKey = `${sequence}-${index}`
    const task = payTask({ bookingId, payment })
    return [put('terminalTask', { ...task, mode, taskKey, kind: 'refund', amountMinor, reference })]
  })
}
