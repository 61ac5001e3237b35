// Who should own which seat, and until when: a tiny model beside the engine, for the property test. Owns its own reading of the
// rules on purpose; must never import a decision, a store or the engine.

/** A selection as the model remembers it. `gone`: cancelled, expired, replaced or refunded. */
export interface Kept {
  readonly id: string
  readonly kiosk: string
  readonly cart: string
  readonly seats: readonly number[]
  readonly holdMs: number
  state: 'pending' | 'paid' | 'gone'
  untilMs: number
  graceUntilMs: number
  isExtended: boolean
  totalMinor: number
  coupon: string | null
}

export type Expected = 'yes' | 'no'

export class SeatModel {
  readonly kept: Kept[] = []
  readonly #graceMs: number
  readonly #blocked: ReadonlySet<number>

  constructor({ graceMs, blocked }: { graceMs: number; blocked: readonly number[] }) {
    this.#graceMs = graceMs
    this.#blocked = new Set(blocked)
  }

  /** Who has the seat at an instant; a lapsed selection has nothing. */
  ownerOf(seat: number, nowMs: number): Kept | null {
    return (
      this.kept.find((one) => one.seats.includes(seat) && (one.state === 'paid' || isLive(one, nowMs))) ??
      null
    )
  }

  mayHold(
    cart: string,
    { seats, coupon }: { seats: readonly number[]; coupon: string | null },
    nowMs: number,
  ): Expected {
    const isFree = (seat: number) => {
      const owner = this.ownerOf(seat, nowMs)
      return !this.#blocked.has(seat) && (!owner || (owner.state === 'pending' && owner.cart === cart))
    }
    const mine = this.kept.find((one) => one.cart === cart && one.state === 'pending')
    return yes(
      new Set(seats).size === seats.length && seats.every(isFree) && this.#mayUse(coupon, mine, nowMs),
    )
  }

  held(selection: Omit<Kept, 'state' | 'isExtended' | 'untilMs' | 'graceUntilMs'>, nowMs: number): void {
    for (const one of this.kept) {
      const isOfCart = one.cart === selection.cart
      const isUnder = one.seats.some((seat) => selection.seats.includes(seat))
      if (one.state === 'pending' && (isOfCart || isUnder)) one.state = 'gone'
    }
    const untilMs = nowMs + selection.holdMs
    const graceUntilMs = untilMs + this.#graceMs
    this.kept.push({ ...selection, state: 'pending', isExtended: false, untilMs, graceUntilMs })
  }

  mayExtend(kiosk: string, one: Kept, nowMs: number): Expected {
    return yes(kiosk === one.kiosk && isLive(one, nowMs) && !one.isExtended)
  }

  extended(one: Kept): void {
    one.isExtended = true
    one.untilMs += one.holdMs
    one.graceUntilMs += one.holdMs
  }

  mayChoose(kiosk: string, one: Kept, coupon: string | null, nowMs: number): Expected {
    return yes(kiosk === one.kiosk && isLive(one, nowMs) && this.#mayUse(coupon, one, nowMs))
  }

  mayPay(kiosk: string, one: Kept, offer: { total: number; tendered: number }, nowMs: number): Expected {
    const isInTime = one.state === 'pending' && nowMs < one.graceUntilMs
    const isRight = offer.total === one.totalMinor && offer.tendered >= one.totalMinor
    return yes(kiosk === one.kiosk && isInTime && isRight)
  }

  mayCancel(kiosk: string, one: Kept): Expected {
    return yes(kiosk === one.kiosk && one.state !== 'gone')
  }

  /** Time as the sweeper records it: what cannot be paid any more is gone. */
  swept(nowMs: number): void {
    for (const one of this.kept) if (one.state === 'pending' && nowMs >= one.graceUntilMs) one.state = 'gone'
  }

  /** Every instant at which something ends, from `nowMs` on. */
  deadlines(nowMs: number): number[] {
    const pending = this.kept.filter((one) => one.state === 'pending')
    return pending.flatMap((one) => [one.untilMs, one.graceUntilMs]).filter((atMs) => atMs >= nowMs)
  }

  /** One coupon here may be used once: by what is paid, or can still be. */
  #mayUse(coupon: string | null, mine: Kept | undefined, nowMs: number): boolean {
    if (coupon === null) return true
    const using = this.kept.filter(
      (one) =>
        one !== mine && (one.state === 'paid' || (one.state === 'pending' && nowMs < one.graceUntilMs)),
    )
    return !using.some((one) => one.coupon === coupon)
  }
}

function isLive(one: Kept, nowMs: number): boolean {
  return one.state === 'pending' && nowMs < one.untilMs
}

function yes(claim: boolean): Expected {
  return claim ? 'yes' : 'no'
}
