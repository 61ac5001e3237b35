// Each command's two pieces: what must be read, and the decision. Owns nothing else; the rules are in src/shared/domain.

import type { Asks, Found, ReadingName } from '../../shared/domain/asks.ts'
import type { Context, Decision } from '../../shared/domain/decision.ts'
import { decideDelete } from '../../shared/domain/booking-delete.ts'
import { decideCheckIn } from '../../shared/domain/check-in.ts'
import { decideChooseCustomer, decideSaveCustomer } from '../../shared/domain/customer.ts'
import { decideChooseTickets, decideHold, holdReads } from '../../shared/domain/hold.ts'
import { decideExchange, exchangeReads } from '../../shared/domain/exchange.ts'
import { decideReleaseHolds } from '../../shared/domain/hold-end.ts'
import { decideDefer, decideExtend } from '../../shared/domain/hold-longer.ts'
import { decideAdmitKiosk, decideSaveKiosk } from '../../shared/domain/kiosks.ts'
import { decidePay, payReads } from '../../shared/domain/payment.ts'
import {
  decideCancel,
  decideReturnMoney,
  decideReturnSeats,
  refundReads,
} from '../../shared/domain/refund.ts'
import { decideSetPaper, decideSetPrinting } from '../../shared/domain/printing.ts'
import { decideSaveMessaging, decideSendTest, decideSendTickets } from '../../shared/domain/message-ask.ts'
import { decideRetry } from '../../shared/domain/message-delivery.ts'
import { decideReprint } from '../../shared/domain/reprint.ts'
import { decideReseat, reseatReads } from '../../shared/domain/reseat.ts'
import { decideGiveUp, decideReviewProof } from '../../shared/domain/settle.ts'
import { decideOpenWallet, decideTopUp } from '../../shared/domain/wallet.ts'
import { decideOpenSeries } from '../../shared/domain/series.ts'
import { decideOpenShow, decideSetPrices } from '../../shared/domain/shows.ts'
import {
  closeShiftReads,
  countDrawerReads,
  decideCloseShift,
  decideCountDrawer,
  decideMoveCash,
  decideOpenDrawer,
  decideOpenShift,
  kioskOf,
  openShiftReads,
} from '../../shared/domain/shift.ts'
import { decideJoinStandby, decideLeaveStandby } from '../../shared/domain/standby.ts'
import type { CommandName, Input, Output } from '../../shared/contract/operations.ts'
import type { StaffCommand } from './front-desk.ts'
import type { ChangeCommand } from './change-desk.ts'
import type { Reader } from './reader.ts'

/** Reads and decides; writes nothing. */
export type Decide<Name extends CommandName> = (
  reader: Reader,
  input: Input<Name>,
  context: Context,
) => Decision<Output<Name>>

/**
 * Commands whose decision needs nothing but rows. The others: `import-plan` is in plan-uploads.ts and `import-sheet` in sheet-desk.ts (they
 * need the uploaded text); `ask-update` in update-follower.ts (it needs what update the machine was offered); changes to many rows in
 * change-desk.ts (they may take several commits); those about people in front-desk.ts (they need to know who is signed in).
 */
type Plain = Exclude<
  CommandName,
  'import-plan' | 'import-sheet' | 'ask-update' | ChangeCommand | StaffCommand
>

function operation<Name extends Plain, Reads extends ReadingName>(
  reads: (input: Input<Name>, nowMs: number, context: Context) => Asks<Reads>,
  decide: (found: Found<Reads>, input: Input<Name>, context: Context) => Decision<Output<Name>>,
): Decide<Name> {
  return (reader, input, context) =>
    decide(reader.read<Reads>(reads(input, context.nowMs, context)), input, context)
}

export const plainOperations: { readonly [Name in Plain]: Decide<Name> } = {
  'hold-seats': operation(holdReads, decideHold),
  'extend-hold': operation(
    ({ bookingId }) => ({ booking: bookingId, seatsOf: bookingId, showOf: bookingId }),
    decideExtend,
  ),
  'choose-tickets': operation(
    ({ bookingId, couponCode }, nowMs) => ({
      booking: bookingId,
      seatsOf: bookingId,
      showOf: bookingId,
      coupon: { code: couponCode, nowMs },
    }),
    decideChooseTickets,
  ),
  'choose-customer': operation(
    ({ bookingId, customerId }) => ({
      booking: bookingId,
      seatsOf: bookingId,
      showOf: bookingId,
      customer: customerId,
    }),
    decideChooseCustomer,
  ),
  'save-customer': operation(
    ({ customerId }) => ({ customer: customerId, nextIds: true }),
    decideSaveCustomer,
  ),
  'pay-booking': operation(payReads, decidePay),
  'give-up-payment': operation(({ bookingId }) => ({ booking: bookingId }), decideGiveUp),
  'pay-later': operation(
    ({ bookingId }) => ({ booking: bookingId, seatsOf: bookingId, showOf: bookingId }),
    decideDefer,
  ),
  'cancel-booking': operation(refundReads, decideCancel),
  'return-seats': operation(refundReads, decideReturnSeats),
  'return-money': operation(refundReads, decideReturnMoney),
  'reseat-booking': operation(reseatReads, decideReseat),
  'exchange-booking': operation(exchangeReads, decideExchange),
  'review-proof': operation(({ bookingId }) => ({ booking: bookingId }), decideReviewProof),
  'delete-booking': operation(({ bookingId }) => ({ booking: bookingId, showOf: bookingId }), decideDelete),
  'open-wallet': operation(
    ({ customerId, currency }) => ({
      customer: customerId,
      walletOfCustomer: { customerId, currency },
      nextIds: true,
    }),
    decideOpenWallet,
  ),
  'top-up-wallet': operation(({ walletId }) => ({ wallet: walletId }), decideTopUp),
  'check-in': operation(({ code }) => ({ ticket: code }), decideCheckIn),
  'reprint-tickets': operation(
    ({ bookingId }) => ({ booking: bookingId, copies: bookingId, ticketsRow: bookingId }),
    decideReprint,
  ),
  'set-printing': operation(() => ({}), decideSetPrinting),
  'set-paper': operation(({ venueId }) => ({ venue: venueId }), decideSetPaper),
  'send-tickets': operation(({ bookingId }) => ({ booking: bookingId, messaging: true }), decideSendTickets),
  'retry-message': operation(
    ({ messageId }) => ({ message: messageId, bookingOfMessage: messageId }),
    decideRetry,
  ),
  'send-test-message': operation(() => ({ messaging: true }), decideSendTest),
  'save-messaging': operation(
    () => ({}),
    (_found, request) => decideSaveMessaging(request),
  ),
  'join-standby': operation(
    ({ showId, cartId, seatIds }, nowMs) => ({
      show: showId,
      waiting: showId,
      seats: { showId, seatIds: seatIds ?? [] },
      cart: cartId,
      freeSeats: { showId, nowMs },
    }),
    (found, request, context) =>
      decideJoinStandby(found, { ...request, count: request.seatIds?.length ?? request.count }, context),
  ),
  'leave-standby': operation(({ showId }) => ({ waiting: showId }), decideLeaveStandby),
  'open-shift': operation((input, _nowMs, context) => openShiftReads(input, context), decideOpenShift),
  'move-cash': operation((input, _nowMs, context) => ({ shift: kioskOf(input, context) }), decideMoveCash),
  'open-drawer': operation((_input, _nowMs, { actor }) => ({ shift: actor.kioskId }), decideOpenDrawer),
  'count-drawer': operation((input, _nowMs, context) => countDrawerReads(input, context), decideCountDrawer),
  'close-shift': operation((input, _nowMs, context) => closeShiftReads(input, context), decideCloseShift),
  'release-holds': operation(({ filter }) => ({ holds: filter }), decideReleaseHolds),
  'admit-kiosk': operation(() => ({ kiosks: true }), decideAdmitKiosk),
  'save-kiosk': operation(() => ({ kiosks: true }), decideSaveKiosk),
  'open-show': operation(
    ({ planId, venue }) => ({
      plan: planId,
      venue: 'venueId' in venue ? venue.venueId : null,
      nextIds: true,
    }),
    decideOpenShow,
  ),
  'open-series': operation(({ showId }) => ({ model: showId, nextIds: true }), decideOpenSeries),
  'set-prices': operation(({ showId }) => ({ show: showId }), decideSetPrices),
}
