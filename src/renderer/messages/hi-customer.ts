import type { enCustomer } from './en-customer.ts'

export const hiCustomer: Readonly<Record<keyof typeof enCustomer, string>> = {
  'customer.title': 'आपकी बुकिंग',
  'customer.open': 'ग्राहक की स्क्रीन खोलें',
  'customer.speak': 'ग्राहक की स्क्रीन: {language}',
  'customer.welcome': 'आपका स्वागत है',
  'customer.left': '{left, select, none {हाउसफुल} few {कुछ ही सीटें बची हैं} other {सीटें उपलब्ध हैं}}',
  'customer.held': 'आपकी सीटें आपके लिए रोककर रखी गई हैं।',
  'customer.thanks': 'धन्यवाद! आनंद लीजिए।',
  'customer.seats': '{count, plural, one {आपकी सीट: {seats}} other {आपकी सीटें: {seats}}}',
}
