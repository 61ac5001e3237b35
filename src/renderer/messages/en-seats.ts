// English: which seats, and who may sit there. ICU messages; a key says where it is used.
// Must hold no message that no screen shows: a test checks it.

export const enSeats = {
  'best.title': 'Best seats',
  'best.find': 'Best',
  'best.hold': '{count, plural, one {Hold the best seat} other {Hold the best # seats}}',
  'best.count': 'Together',
  'best.fewer': 'Fewer seats',
  'best.more': 'More seats',
  'best.where': 'Where',
  'best.anywhere': 'Any zone',
  'best.standing': '{name} · standing',
  'best.next': 'Next best',
  'best.previous': 'Previous',
  'best.none':
    '{count, plural, one {There is no free seat of that kind.} other {There are no # free seats of that kind.}}',
  'best.parted': 'Nowhere are {count, number} seats together: these are in {groups, number} groups close by.',

  'alone.told':
    '{count, plural, one {{seats} is left with nobody beside it, and is hard to sell.} other {{seats} are left with nobody beside them, and are hard to sell.}}',
  'alone.override': 'Hold anyway…',
  'alone.title': 'Leave {seats} alone?',
  'alone.text': 'This show keeps single seats from being left over. Your reason is kept with the booking.',
  'alone.reason': 'Reason',
  'alone.yes': 'Hold anyway',

  'passenger.label': 'Who sits in {seat}',
  'passenger.unspecified': 'Passenger',
  'passenger.female': 'Woman',
  'passenger.male': 'Man',

  'refusal.notFound.standby': 'Nobody is waiting for seats under that cart any more.',
  'refusal.single':
    '{count, plural, one {This would leave {seats} alone, and this show does not allow that. Choose seats beside it, or one further.} other {This would leave {seats} alone, and this show does not allow that. Choose seats beside them, or further away.}}',
  'refusal.ladies':
    '{count, plural, one {{seats} is for a woman: a ladies’ seat, or beside a woman travelling alone. Say who sits there, or choose another.} other {{seats} are for women: ladies’ seats, or beside a woman travelling alone. Say who sits there, or choose others.}}',
  'refusal.companion':
    '{count, plural, one {{seats} is a companion’s seat: it goes with the wheelchair place near it.} other {{seats} are companions’ seats: they go with the wheelchair place near them.}}',

  'stay.calendar': 'Rooms left by night',
  'stay.night': '{type}, night of {date}',
  'stay.types': 'Per night',
  'stay.left': '{count, plural, =0 {full} one {# room left} other {# rooms left}}',
  'stay.nights': 'Nights',
  'stay.nights.fewer': 'One night fewer',
  'stay.nights.more': 'One night more',
  'stay.rooms': 'Rooms',
  'stay.rooms.fewer': 'One room fewer',
  'stay.rooms.more': 'One room more',
  'stay.choose': 'Choose the first night of a room type.',
  'stay.dates': '{from} to {until}',
  'stay.moves':
    '{count, plural, one {{from} to {until}, with one change of rooms} other {{from} to {until}, with # changes of rooms}}',
  'stay.none': 'There are not that many rooms free on every night from {from} to {until}.',
  'package.leaves': 'Leaves',
  'package.price': 'Per place',
  'package.price.of': '{count, plural, =1 {{price}} other {from {price}}}',
  'package.places': 'Places',
  'package.left': '{left, number} of {all, number} left',
  'package.wanted': 'Places wanted',
  'package.fewer': 'One place fewer',
  'package.more': 'One place more',
  'package.none': 'There are not that many places left.',
  'listing.stars': '{count, plural, one {# star} other {# stars}}',
  'listing.nights': '{count, plural, one {# night} other {# nights}}',
  'listing.includes': 'Included',

  'standby.wait': 'Wait for it',
  'standby.waiting':
    '{ahead, plural, =0 {Waiting for {seats}: held here the moment it comes free.} one {Waiting for {seats}, behind one other: held here when it comes free.} other {Waiting for {seats}, behind # others: held here when it comes free.}}',
  'standby.list': 'Waiting for seats',
  'standby.one': '{title} · {seats} · {ahead, plural, =0 {next in line} one {# ahead} other {# ahead}}',
  'standby.any': '{count, plural, one {any seat} other {any # together}}',
  'standby.leave': 'Stop waiting for {seats}',
  'standby.stop': 'Stop waiting',
  'standby.take': 'Continue with it',
} as const
