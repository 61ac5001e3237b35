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
  'self.there': 'क्या आप यहीं हैं?',
  'self.there.text': '{seconds} सेकंड में यह फिर से शुरू होगा और सीटें छोड़ दी जाएँगी।',
  'self.here': 'हाँ, आगे बढ़ें',
  'self.over': 'फिर से शुरू करें',
  'self.staff': 'स्टाफ़',
  'self.noTerminal': 'टिकट काउंटर पर मिलते हैं।',
  'self.done': 'हो गया',
  'self.pay': 'कार्ड मशीन पर भुगतान करें। उसका जवाब आते ही टिकट मिल जाएँगे।',
  'self.paying': 'कृपया मशीन पर भुगतान करें',
  'self.paying.text': '{mode}: तब तक आपकी सीटें आपके लिए रखी हैं।',
}
