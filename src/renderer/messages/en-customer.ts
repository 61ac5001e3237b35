// English: the customer's own window. ICU messages; a key says where it stands.
export const enCustomer = {
  'customer.title': 'Your booking',
  'customer.open': 'Open the customer’s window',
  'customer.speak': 'Customer’s window: {language}',
  'customer.welcome': 'Welcome',
  'customer.left': '{left, select, none {Sold out} few {Few seats left} other {Seats available}}',
  'customer.held': 'Your seats are held for you.',
  'customer.thanks': 'Thank you. Enjoy it!',
  'customer.seats': '{count, plural, one {Your seat: {seats}} other {Your seats: {seats}}}',
}
