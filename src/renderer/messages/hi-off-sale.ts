// Hindi: seats of a show off sale and back on it. The keys are English's: a missing one does not compile.
// Must hold no message that no screen shows: a test checks it.

import type { enOffSale } from './en-off-sale.ts'

export const hiOffSale: Readonly<Record<keyof typeof enOffSale, string>> = {
  'offSale.title': 'बिक्री से बाहर सीटें',
  'offSale.hint':
    'तीर कुंजियाँ चलाती हैं, Space चुनता है, Shift के साथ तीर कई सीटें चुनते हैं, अक्षर और अंक किसी सीट पर ले जाते हैं।',
  'offSale.chosenSeat': '{seat}, चुनी गई',
  'offSale.chosen': '{count, plural, =0 {नक्शे पर सीटें चुनें} one {# सीट चुनी गई} other {# सीटें चुनी गईं}}',
  'offSale.row': 'उसकी पूरी पंक्ति चुनें',
  'offSale.would': '{count, plural, =0 {कोई बिक्री से नहीं हटेगी} one {# बिक्री से हटेगी} other {# बिक्री से हटेंगी}}',
  'offSale.already': '{count, plural, one {# इसी कारण से बिक्री से बाहर है} other {# इसी कारण से बिक्री से बाहर हैं}}',
  'offSale.left': '{count, plural, one {# छोड़ी जाएगी} other {# छोड़ी जाएँगी}}: {reason}',
  'offSale.reason': 'क्यों नहीं बेची जातीं',
  'offSale.camera': 'वहाँ कैमरा है',
  'offSale.broken': 'टूटी हुई',
  'offSale.house': 'हॉल के लिए रखी गई',
  'offSale.take': '{count, plural, =0 {सीटें} one {# सीट} other {# सीटें}} बिक्री से हटाएँ',
  'offSale.putBack': '{count, plural, =0 {सीटें} one {# सीट} other {# सीटें}} फिर बिक्री पर रखें',
  'offSale.done':
    '{changed, plural, one {# सीट बदली} other {# सीटें बदलीं}}{skipped, plural, =0 {} one {, # छोड़ी गई} other {, # छोड़ी गईं}}।',
}
