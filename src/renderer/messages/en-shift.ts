// English: what is said of a drawer's shift, refused or looked at again. ICU messages; a key says where it is used.
// Must hold no message that no screen shows: a test checks it.

export const enShift = {
  'refusal.notFound.shift': 'There is no such shift.',
  'refusal.shift.closed': 'No shift is open at this desk: open one under Shift, then take the cash.',
  'refusal.shift.open': 'A shift is open at this desk already.',
  'refusal.shift.counted':
    'The drawer has been counted and must not change: close the shift, then open the next.',
  'refusal.shift.blocked':
    'Not before these are finished: {bookings}. Sell them, release them or wait for the payment.',
  'shift.blocked.cart': 'a cart with {seats}',
  'shift.blocked.paying': 'a payment under way for {seats}',
  'field.floats': 'Float',
  'field.counts': 'Count',
  'audit.area.drawer': 'Drawer',
  'audit.kind.shift-opened': 'Opened a shift',
  'audit.kind.cash-moved': 'Moved cash',
  'audit.kind.drawer-opened': 'Opened the drawer, no sale',
  'audit.kind.shift-counted': 'Counted the drawer',
  'audit.kind.shift-closed': 'Closed a shift',
  'operation.open-shift': 'open a shift',
  'operation.move-cash': 'move cash',
  'operation.count-drawer': 'count a drawer',
  'operation.close-shift': 'close a shift',
} as const
