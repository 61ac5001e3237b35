// What should become of a drawer [A5]: opened with a float, counted, closed; and when no cash may go into it or out of it. A part
// of the model. Owns its own reading of the rules on purpose; must never import a decision, a store or the engine.

import { type Kept, type Money, type RefundTo, here, inFlight, waysBack } from './model-booking.fixture.ts'
import { MoneyModel } from './money-model.fixture.ts'

export interface Shift {
  readonly kiosk: string
  readonly number: number
  readonly float: number
  state: 'open' | 'counted' | 'closed'
  /** What was found in the drawer and what the books expected; null before the count. */
  count: { readonly found: number; readonly expected: number } | null
}

export class ShiftModel extends MoneyModel {
  readonly shifts: Shift[] = []

  shiftOf(kiosk: string): Shift | null {
    return this.shifts.findLast((one) => one.kiosk === kiosk) ?? null
  }

  inDrawer(kiosk: string): number {
    return this.balance(`drawer:${kiosk}`)
  }

  /** From its count to its close no cash may move in a drawer. */
  maySpill(kiosk: string): boolean {
    return this.shiftOf(kiosk)?.state !== 'counted'
  }

  /** Whether this sum can be returned from this desk: by card and to wallets always, in cash only while its drawer may move. */
  mayHandOver(kiosk: string, { money }: Pick<Kept, 'money'>, amount: number, to: RefundTo): boolean {
    if (this.maySpill(kiosk) || to === 'wallet') return true
    let left = amount
    return money.toReversed().every((one) => {
      const part = Math.min(left, here(one))
      left -= part
      return waysBack(one, part, kiosk).every(({ account }) => !account.startsWith('drawer:'))
    })
  }

  mayOpenShift(kiosk: string): boolean {
    return (this.shiftOf(kiosk)?.state ?? 'closed') === 'closed'
  }

  /** What was in it goes to the safe, and the float comes from there. */
  shiftOpened(kiosk: string, float: number): void {
    const number = (this.shiftOf(kiosk)?.number ?? 0) + 1
    this.#toSafe(kiosk, this.inDrawer(kiosk))
    this.#toSafe(kiosk, -float)
    this.shifts.push({ kiosk, number, float, state: 'open', count: null })
  }

  mayMoveCash(kiosk: string): boolean {
    return this.shiftOf(kiosk)?.state === 'open'
  }

  cashMoved(kiosk: string, amount: number): void {
    this.#toSafe(kiosk, -amount)
  }

  /** `number` as the desk saw it: another command of the same turn may have opened the next shift meanwhile. */
  mayCount(kiosk: string, number: number, nowMs: number): boolean {
    return this.#isNow(kiosk, number, 'open') && !this.#isBusy(kiosk, nowMs)
  }

  counted(kiosk: string, found: number): void {
    const shift = this.shiftOf(kiosk)
    if (!shift) return
    shift.state = 'counted'
    shift.count = { found, expected: this.inDrawer(kiosk) }
  }

  mayClose(kiosk: string, { number, reason }: { number: number; reason: string }, nowMs: number): boolean {
    const count = this.shiftOf(kiosk)?.count
    if (!this.#isNow(kiosk, number, 'counted') || !count || this.#isBusy(kiosk, nowMs)) return false
    return reason !== '' || count.found === count.expected
  }

  #isNow(kiosk: string, number: number, state: Shift['state']): boolean {
    const shift = this.shiftOf(kiosk)
    return shift?.number === number && shift.state === state
  }

  /** A shortage or surplus is booked to an account of its own; what is there goes to the safe. */
  shiftClosed(kiosk: string): void {
    const shift = this.shiftOf(kiosk)
    if (!shift?.count) return
    const { found, expected } = shift.count
    this.add(`variance:${kiosk}`, expected - found)
    this.add(`drawer:${kiosk}`, found - expected)
    this.#toSafe(kiosk, found)
    shift.state = 'closed'
  }

  mayGiveBackPart(kiosk: string, one: Kept, money: Money | null): boolean {
    if (!this.mayTouch(kiosk, one) || one.state !== 'reserved' || inFlight(one)) return false
    if (!money || here(money) === 0 || money.from === 'bank:proof') return false
    return (
      this.mayHandOver(kiosk, { money: [money] }, here(money), 'same') &&
      this.isLittle(kiosk, one, here(money))
    )
  }

  /** In parts no more than at once. */
  protected isLittle(kiosk: string, { given }: Kept, amount: number): boolean {
    return kiosk === 'manager' || amount === 0 || given + amount <= this.terms.refundAloneMaxMinor
  }

  partGivenBack(kiosk: string, one: Kept, money: Money): void {
    for (const { account, amount } of waysBack(money, here(money), kiosk))
      this.giveBack(one, money, amount, account)
  }

  /** It has a cart that can still be paid, or a payment that waits for its answer. */
  #isBusy(kiosk: string, nowMs: number): boolean {
    return this.kept.some((one) => {
      const isOpen = one.kiosk === kiosk && one.state === 'reserved'
      return isOpen && (inFlight(one) !== null || (!one.isReservation && nowMs < one.untilMs))
    })
  }

  #toSafe(kiosk: string, amount: number): void {
    this.add(`drawer:${kiosk}`, -amount)
    this.add('safe:house', amount)
  }
}
