// English: seats of a show off sale and back on it. ICU messages; a key says where it is used.
// Must hold no message that no screen shows: a test checks it.

export const enOffSale = {
  'offSale.title': 'Seats off sale',
  'offSale.hint':
    'Arrow keys move, Space chooses, Shift with the arrows chooses many, letters and digits jump to a seat.',
  'offSale.chosenSeat': '{seat}, chosen',
  'offSale.chosen':
    '{count, plural, =0 {Choose seats on the map} one {# seat chosen} other {# seats chosen}}',
  'offSale.row': 'Choose its whole row',
  'offSale.would':
    '{count, plural, =0 {None would go off sale} one {# would go off sale} other {# would go off sale}}',
  'offSale.already':
    '{count, plural, one {# is off sale for this reason} other {# are off sale for this reason}}',
  'offSale.left': '{count, plural, one {# is left out} other {# are left out}}: {reason}',
  'offSale.reason': 'Why they are not sold',
  'offSale.camera': 'A camera stands there',
  'offSale.broken': 'Broken',
  'offSale.house': 'Kept by the house',
  'offSale.take': 'Take {count, plural, =0 {seats} one {# seat} other {# seats}} off sale',
  'offSale.putBack': 'Put {count, plural, =0 {seats} one {# seat} other {# seats}} back on sale',
  'offSale.done':
    '{changed, plural, one {# seat changed} other {# seats changed}}{skipped, plural, =0 {} one {, # was left} other {, # were left}}.',
} as const
