// English: the customer's own window and own screen. ICU messages; a key says where it stands.
export const enCustomer = {
  'customer.title': 'Your booking',
  'customer.open': 'Open the customer’s window',
  'customer.speak': 'Customer’s window: {language}',
  'customer.welcome': 'Welcome',
  'customer.left': '{left, select, none {Sold out} few {Few seats left} other {Seats available}}',
  'customer.held': 'Your seats are held for you.',
  'customer.thanks': 'Thank you. Enjoy it!',
  'customer.seats': '{count, plural, one {Your seat: {seats}} other {Your seats: {seats}}}',
  'self.there': 'Are you still there?',
  'self.there.text': 'In {seconds} s this begins anew, and the seats are given back.',
  'self.here': 'Yes, go on',
  'self.over': 'Begin anew',
  'self.staff': 'Staff',
  'self.noTerminal': 'Tickets are sold at the counter.',
  'self.done': 'Done',
}
