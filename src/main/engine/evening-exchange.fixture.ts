// Sold seats exchanged for those of a hold, as a command. Owns that translation; must never compare anything.

import type { EveningModel } from './after-sale-model.fixture.ts'
import type { Call } from './evening-call.fixture.ts'
import type { Aim } from './evening-calls.fixture.ts'
import type { Sale, SaleOf } from './evening.fixture.ts'
import { type Kept, inFlight, payEndMs, seatsOf } from './model-booking.fixture.ts'

/** The newest cart of a desk that could be paid. */
export function payableAt({ kept }: EveningModel, kiosk: string, nowMs: number): Kept | null {
  const suits = (one: Kept) =>
    one.kiosk === kiosk && one.state === 'reserved' && !inFlight(one) && nowMs < payEndMs(one)
  return kept.findLast(suits) ?? null
}

/** The hold, made by the desk that last sold something. */
export function heldBeside({ kept }: EveningModel, hold: SaleOf<'hold'>): Sale {
  const sold = kept.findLast(({ state }) => state === 'confirmed')
  return { ...hold, kiosk: (sold?.kiosk as SaleOf<'hold'>['kiosk'] | undefined) ?? hold.kiosk }
}

export function exchangeSeats(
  model: EveningModel,
  { isAny, which, isPart, isWrong, isShort, mode, purse, toWallet }: SaleOf<'exchange'>,
  { one: old, kiosk }: Aim,
  nowMs: () => number,
): Call | null {
  // If nothing can be paid: sometimes a booking that was paid or has ended.
  const fresh = payableAt(model, old.kiosk, nowMs()) ?? (isAny ? model.kept.at(-1) : null)
  if (!fresh || (fresh === old && !isAny)) return null
  const own = seatsOf(old)
  const part = own.slice(which % own.length)
  const seats = isWrong ? [...part, (which + 1) % 14] : isPart ? part : own
  const difference = model.differenceOf({ old, seats, fresh })
  const due = Math.max(0, difference)
  const wallet = mode === 'WALLET' ? (model.walletOf(fresh.customer)?.id ?? purse + 1) : null
  const offer = { mode, wallet, tendered: Math.max(0, due - (isShort ? 1 : 0)), isShown: !isShort }
  const to = toWallet ? ('wallet' as const) : ('same' as const)
  const wish = { old, seats, fresh, difference, offer, to }
  const how = difference > 0 ? 'dearer' : difference < 0 ? 'cheaper' : 'even'
  return {
    kiosk,
    name: 'exchange-booking',
    what: `exchange, ${how}`,
    input: {
      bookingId: fresh.id,
      fromBookingId: old.id,
      seatIds: seats,
      differenceMinor: difference,
      mode,
      tenderedMinor: offer.tendered,
      ...(wallet !== null && { walletId: wallet }),
      ...(mode === 'PROOF' && offer.isShown && { proof: 'a'.repeat(64) }),
      refundTo: to,
    },
    expect: () => model.mayExchange(kiosk, wish, nowMs()),
    apply: ({ booking }) => {
      const paymentIds = booking?.payments.map(({ paymentId }) => paymentId) ?? []
      model.exchanged(wish, { kiosk, paymentIds }, nowMs())
    },
  }
}
