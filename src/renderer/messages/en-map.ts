// English: what is said on the seat map about seats, by a card, a drawing, a mark, the news.
// Must hold no message that no screen shows: a test checks it.

export const enMap = {
  'map.far': 'Click or tap to zoom in, then choose a seat.',
  'map.draw': 'Choose by drawing over seats (Shift and drag)',
  'sweep.told':
    '{isMost, select, true {{count, plural, one {# seat} other {# seats}}, as many as one sale takes · {sum}} other {{count, plural, one {# seat} other {# seats}} · {sum}}}',

  'choice.alone':
    '{count, plural, one {{seats} would be left with nobody beside it.} other {{seats} would be left with nobody beside them.}}',
  'choice.aloneRefused':
    '{count, plural, one {{seats} would be left alone, and this show does not allow that.} other {{seats} would be left alone, and this show does not allow that.}}',
  'choice.ladies':
    '{count, plural, one {{seats} is a ladies’ seat: say in the cart that a woman sits there.} other {{seats} are ladies’ seats: say in the cart that women sit there.}}',
  'choice.companion':
    '{count, plural, one {{seats} is a companion’s seat: choose the wheelchair place beside it, too.} other {{seats} are companions’ seats: choose the wheelchair places beside them, too.}}',

  'cart.types': 'Ticket type of all seats',
  'cart.types.mixed': 'Different types',
  'cart.types.next': 'All seats: {type}',
  'keys.types': 'Next ticket type for all seats',

  'passenger.name': 'Name of the passenger in {seat}',
  'passenger.name.short': 'Name',
  'passenger.age': 'Age of the passenger in {seat}',
  'passenger.age.short': 'Age',
  'passenger.wanted': 'Enter the name and age of the passenger in {seat} before payment.',
  'field.passenger': 'Name and age of the passenger',

  'card.where':
    '{section, select, none {} other {{section} · }}{row, select, none {Place {number}} other {Row {row} · Seat {number}}}',
  'card.prices': 'Prices',
  'card.wheelchair': 'Room for a wheelchair; no seat stands here.',
  'card.companion': 'Sold with the wheelchair place beside it.',
  'card.restrictedView': 'Part of the view is hidden: say so before it is sold.',
  'card.ladies': 'Only a woman may sit here.',
  'card.kiosk': '{isHere, select, true {At this desk} other {At {kiosk}}}',
  'card.seller': '{isHere, select, true {{seller}, at this desk} other {{seller}, at {kiosk}}}',
  'card.since': 'since {time}',
  'card.soldAt': 'Sold at {time}',
  'card.lasting': 'for {gone} so far · {left} left',

  'news.taken': '{count, plural, one {# seat taken.} other {# seats taken.}}',
  'news.taken.row': '{count, plural, one {# seat taken in {place}.} other {# seats taken in {place}.}}',
  'news.free': '{count, plural, one {# seat came free.} other {# seats came free.}}',
  'news.free.row':
    '{count, plural, one {# seat came free in {place}.} other {# seats came free in {place}.}}',

  'keys.ask': 'About this seat',
} as const
