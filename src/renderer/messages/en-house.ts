// English: the house as it lies on a disk, its backups. ICU messages; a key says where it is used. Must hold no message that no screen shows.

export const enHouse = {
  'audit.kind.house-restored': 'Resumed sales from a backup',
  'audit.kind.sale-lost': 'Confirmed before the restore, and lost with it',
  'backup.title': 'Backups',
  'backup.none': 'There is no backup of this house yet.',
  'backup.newest': 'The newest backup was made on {at}, up to row {sequence} of the journal.',
  'backup.running': 'A backup is being made and checked…',
  'backup.folder': 'They are kept in {folder}.',
  'backup.elsewhere': 'Each is also copied to {folder}.',
  'backup.here': 'They are only on this disk: start the house with --backup-to and a folder on another disk.',
  'backup.now': 'Back up now',
  'backup.detail': 'Last problem: {detail}',
  'backup.failed': 'No backup could be made: check the disk, then look under Manage › Kiosks.',
  'backup.unsound':
    'The backup did not add up, so it was not kept. Do not rely on older ones until somebody has checked them.',
  'backup.elsewhere-missing':
    'The folder for the second copy of backups is not there: is the stick in its place?',
  'backup.elsewhere-failed': 'The second copy of the backup could not be written: is that disk full?',
  'recovery.title': 'This house came back from a backup',
  'recovery.text':
    'It was restored on {at}, and may not know of everything that was sold before. It sells nothing until its kiosks have reported what they know.',
  'recovery.found.title': 'This house’s files are older than its sales',
  'recovery.found.text':
    'On {at}, {kiosk} knew of rows that this house does not have: an older copy of its files was put in their place. It sells nothing until its kiosks have reported what they know.',
  'recovery.rows':
    'The backup goes up to row {backup} of the journal. Kiosks brought {taken} rows after it; {missing} that were seen are still missing.',
  'recovery.epoch': 'From now on it is house number {epoch}.',
  'recovery.kiosk': 'Kiosk',
  'recovery.word': 'Reported',
  'recovery.word.awaited': 'Nothing yet: switch it on and check its network',
  'recovery.word.coming': 'Bringing what this house has lost',
  'recovery.word.spoken': 'Everything it knows is here',
  'recovery.word.foreign': 'Its copy does not continue from this house',
  'recovery.word.doubled': 'Two machines have its key, and only one was heard: see what the other sold',
  'recovery.wait': 'When all have reported, this house opens by itself.',
  'recovery.refused':
    '{count, plural, one {# receipt that it brought belongs to another house and was} other {# receipts that it brought belong to another house and were}} not accepted.',
  'recovery.lost.title': 'Confirmed, and not in this house',
  'recovery.lost.text':
    '{count, plural, one {# sale was} other {# sales were}} confirmed to a kiosk, or moved or given back there, and nobody’s copy has {count, plural, one {it} other {them}} so: the customers have their tickets. Write {count, plural, one {it} other {them}} down, then say that it is seen to. This house opens by itself when all are.',
  'recovery.lost.more': 'Only the oldest {shown} of {count} are shown.',
  'recovery.lost.settled': '{count, plural, one {# more has} other {# more have}} been seen to.',
  'recovery.lost.sale': 'Booking',
  'recovery.lost.what': 'Show and seats',
  'recovery.lost.paid': 'Paid',
  'recovery.lost.sold': 'Sold',
  'recovery.lost.deed': 'What to do',
  'recovery.lost.no-show': 'A show that is not in this house either (number {show})',
  'recovery.lost.by': 'at {kiosk}, by {seller}',
  'recovery.lost.at': 'at {kiosk}',
  'recovery.stands.free':
    'Its seats are free here. They go off sale when this house opens, so that nobody else gets them: sell them to this customer then.',
  'recovery.stands.held-here':
    'Part of it is paid here. When this house is open, take the rest there as it was paid: the money is in the drawer already.',
  'recovery.stands.taken':
    'Some of its seats are now somebody else’s: two customers have them. Move one of the two.',
  'recovery.stands.given-back':
    'It was cancelled after it was sold. Make sure that the money was refunded, once.',
  'recovery.stands.no-show': 'Add the show again, then sell it these seats.',
  'recovery.stands.other-seats':
    'Here it still has the seats from before. These go off sale when this house opens: put them on sale again then and move it to them, or give back what it has no more.',
  'recovery.stands.sold-here':
    'It was cancelled after the backup; here it still counts as sold. When this house is open, cancel it again and hand out nothing: the refund was already paid then.',
  'recovery.settle': 'Seen to…',
  'recovery.settle.one': 'Seen to… ({sale})',
  'recovery.settle.all': 'All that are shown are seen to…',
  'recovery.settle.title': '{count, plural, one {This sale is seen to} other {These # sales are seen to}}',
  'recovery.settle.text': 'It is written down for good what was sold, who says that it is seen to, and how.',
  'recovery.settle.note': 'What was done',
  'recovery.settle.keeps': 'Keep its seats off sale for this customer',
  'recovery.settle.yes': 'It is seen to',
  'recovery.open': 'Open it anyway…',
  'recovery.open.title': 'Open before all have reported',
  'recovery.open.text':
    'A seat that a missing kiosk has sold may then be sold again. Who opened the house, and why, is recorded.',
  'recovery.open.yes': 'Open this house',
  'recovery.in': 'Manager sign-in…',
  'recovery.in.title': 'For the window’s menu',
  'recovery.in.text':
    'Whoever answers for the house can make a backup, restore another one and copy diagnostics from the menu of this window while the house waits.',
  'recovery.in.yes': 'Sign in',
  'recovery.in.now':
    '{name} is signed in: the window’s menu makes a backup, restores another one and copies diagnostics.',
  'recovery.reason': 'Why',
  'recovery.first': 'Manager',
  'recovery.second': 'Second person',
  'recovery.pin': 'PIN',
  'kiosks.join.looking': 'Looking for hubs on this network…',
  'kiosks.join.found': 'Hubs on this network',
  'kiosks.join.use': '{name} at {address}, whose key begins {fingerprint}',
  'clock.ahead':
    'This machine’s clock is {minutes} minutes ahead of the house’s: correct it. Holds and countdowns go by the house’s time.',
  'clock.behind':
    'This machine’s clock is {minutes} minutes behind the house’s: correct it. Holds and countdowns go by the house’s time.',
} as const
