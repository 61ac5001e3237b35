// English: after the sale, and around it at the desk: what goes back, what is moved, what others take. ICU messages.
// Must hold no message that no screen shows: a test checks it.

export const enAfter = {
  'refusal.unreviewed':
    '{amount} of this was paid by bank transfer, and its picture has not been checked yet. A manager must accept or reject it first.',
  'refusal.refundTooLarge':
    '{amount} is more than the {limit} that a clerk may still refund on this booking. A manager must sign in at this desk and refund it.',
  'refusal.onSale':
    'Its guests are inside and the show is on sale until {time}, so their seats would be sold again. Delete the booking after that.',

  'back.column': 'Refund',
  'back.tick': 'Return {seat}',
  'back.hint': 'Tick seats to return only those.',
  'back.seats': '{count, plural, one {Return # seat} other {Return # seats}}',
  'back.money': 'Refund {total}',
  'back.titleSeats':
    '{count, plural, one {Return # seat of this booking?} other {Return # seats of this booking?}}',
  'back.titleMoney': 'Refund what was paid towards this booking?',
  'back.sum': '{total} is refunded for {seats}.',
  'back.sumMoney': '{total} is refunded.',
  'back.nothing': 'Under its terms, nothing is refunded for {seats}.',
  'back.seatsFree':
    '{count, plural, one {The seat goes on sale again at once, for every desk.} other {The seats go on sale again at once, for every desk.}}',
  'back.where': 'Refund to',
  'back.same': 'The way it was paid: {ways}',
  'back.wallet': 'Wallet of {name}',
  'back.newWallet': 'New wallet: its number goes on a slip',
  'back.manager':
    'A clerk may refund at most {limit} more on this booking. For a larger refund, a manager signs in here.',
  'back.callManager': 'Manager sign-in',
  'back.yes': 'Refund {total}',
  'back.yesNothing': 'Return the seats',
  'back.keep': 'Keep as it is',
  'back.way.drawer': '{amount} in cash',
  'back.way.terminal': '{amount} by {mode}',
  'back.way.wallet': '{amount} into wallet {number}',
  'back.way.booking': '{amount} to another booking',
  'back.done': 'Refunded to the customer: {ways}.',
  'back.doneCancelled': 'The booking is cancelled, its seats are on sale again.',
  'back.doneSeats':
    '{count, plural, one {{seats}: on sale again, its ticket is void.} other {{seats}: on sale again, those tickets are void.}}',
  'back.given': 'refunded: {ways}',
  'back.returned': 'Returned',
  'back.returnedSeat': '{seat}: {amount}, {time}',

  'proof.open': 'picture not checked yet',
  'proof.accepted': 'picture accepted',
  'proof.rejected': 'picture rejected',
  'proof.pictureOf': 'Picture of the transfer of {amount}',
  'proof.notHad': 'The picture is not available. Open the booking again.',
  'proof.accept': 'Accept the picture',
  'proof.reject': 'Reject it…',
  'proof.rejectTitle': 'Reject this picture of {amount}?',
  'proof.rejectText':
    'Only if the money did not arrive: the booking is cancelled, and its seats go on sale again at once.',
  'proof.rejectYes': 'Reject and cancel',

  'remove.title': 'Remove this booking from the lists?',
  'remove.text': 'Searches will no longer find it; the journal keeps it.',
  'remove.yes': 'Remove',

  'move.open': 'Move to other seats',
  'move.title': 'Move seats:',
  'move.cannot': 'This booking cannot be moved',
  'move.missed': 'Cannot be chosen: {seat}',
  'move.gone':
    '{count, plural, one {{seats} is no longer in this show: choose another seat.} other {{seats} are no longer in this show: choose other seats.}}',
  'move.what': 'What moves where',
  'move.hint':
    'Choose the new seats. Click one of this booking’s own seats to keep it; click it again to move it after all.',
  'move.count':
    '{count, plural, one {# seat moves} other {# seats move}}{left, plural, =0 {} other {, # still to choose}}',
  'move.to': 'to',
  'move.none': 'choose a seat',
  'move.difference':
    '{how, select, take {To take} giveBack {To refund} even {No difference} other {Difference}}',
  'move.go':
    '{count, plural, =0 {Move} one {Move # seat} other {Move # seats}}{how, select, take {, take {sum}} giveBack {, refund {sum}} other {}}',
  'move.how': 'How it is paid',
  'move.same': 'The way it was paid',
  'move.other': 'Card, UPI, transfer or in parts',
  'move.moved': '{count, plural, one {# seat is moved} other {# seats are moved}}',
  'move.void':
    '{count, plural, one {The old ticket for {seats} is void: take it back.} other {The old tickets for {seats} are void: take them back.}}',
  'move.done': 'Done',
  'state.moveTo': 'new seat of this booking',
  'state.moveFrom': 'of this booking, moves',
  'state.stays': 'of this booking, stays',

  'exchange.open': 'Exchange for another show',
  'exchange.title':
    '{count, plural, one {Exchange # seat for another show} other {Exchange # seats for another show}}',
  'exchange.hint':
    'Choose the show, then choose and hold its seats as for any sale. The old tickets stay valid until the last step.',
  'exchange.list': 'Other shows',
  'exchange.of': 'In exchange for {seats} of {time}, worth {worth}',
  'exchange.stop': 'Stop exchanging',
  'exchange.go':
    '{how, select, take {Exchange, take {sum}} giveBack {Exchange, refund {sum}} other {Exchange}}',
  'exchange.old': 'Old seats',
  'exchange.even': 'The old seats pay for the new ones. The next step voids the old tickets.',
  'exchange.back':
    'The old seats pay for the new ones, and {sum} is refunded. The next step voids the old tickets.',
  'exchange.handed': 'From the old seats',
  'payment.fromBooking': 'From another booking',

  'instead.take': 'Take {seats}, same price',
  'news.title': 'Urgent',
  'news.served':
    '{count, plural, one {{seats} came free and is held for you: {title}} other {{seats} came free and are held for you: {title}}}',
  'news.ending':
    '{count, plural, one {In a parked cart, and released within a minute: {seats}, {title}} other {In a parked cart, and released within a minute: {seats}, {title}}}',
  'news.grace':
    'Time is up for a parked cart: {seats}, {title}. {total} was taken: the rest can still be paid, unless another desk takes the seats first.',
  'news.imported': '“{title}” is on sale.',
  'news.notImported': '“{title}” was not imported: {problem}',
  'news.ended': 'A parked cart is no longer held: {seats}, {title}.',
  'keys.offered': 'Accept what a message offers',
  'keys.repeat': 'Repeat the last sale',
  'repeat.again': '{count, plural, one {Again: # seat, {title}} other {Again: # seats, {title}}}',
  'sound.on': 'Sound on when seats come free',
  'sound.off': 'No sound when seats come free',
} as const
