import type { LetterWords } from './en-letters.ts'

export const hiLetters: LetterWords = {
  'hello.named': 'प्रिय {name},',
  'hello.nobody': 'नमस्ते,',
  'subject.confirmed': 'आपके टिकट: {title}, {day}',
  'subject.tickets': 'आपके टिकट: {title}, {day}',
  'subject.moved': 'आपकी नई सीटें: {title}, {day}',
  'subject.returned': '{unit, select, room {लौटाए गए कमरे} other {लौटाई गई सीटें}}: {title}, {day}',
  'subject.ending': 'आपका आरक्षण {end} बजे समाप्त होगा: {title}',
  'subject.expired': 'आपका आरक्षण समाप्त हो गया: {title}',
  'subject.cancelled': 'आपकी बुकिंग रद्द हो गई: {title}, {day}',
  'subject.refunded': 'आपकी बुकिंग रद्द हुई और पैसे लौटा दिए गए: {title}, {day}',
  'subject.test': 'Guichet संदेश भेज सकता है',
  'lead.confirmed':
    'धन्यवाद। {count, plural, one {आपके टिकट} other {आपके # टिकटों}} का भुगतान हो गया है। नीचे का कोड प्रवेश पर दिखाएँ, इस स्क्रीन पर या काग़ज़ पर।',
  'lead.tickets':
    '{count, plural, one {यह आपका टिकट है} other {ये आपके # टिकट हैं}}। नीचे का कोड प्रवेश पर दिखाएँ, इस स्क्रीन पर या काग़ज़ पर।',
  'lead.moved':
    'आपकी सीटें बदल दी गई हैं। पुराने टिकट अब मान्य नहीं हैं: प्रवेश पर नीचे {count, plural, one {का कोड} other {के कोड}} दिखाएँ।',
  'lead.returned':
    '{unit, select, room {आपकी कुछ रातें लौटा दी गई हैं} other {आपकी कुछ सीटें लौटा दी गई हैं}}। {count, plural, one {यह टिकट मान्य है} other {ये # टिकट मान्य हैं}}।',
  'lead.ending':
    '{unit, select, room {आपके कमरे {end} बजे तक रखे गए हैं। उससे पहले भुगतान करें, वरना वे किसी और को मिल सकते हैं} other {आपकी सीटें {end} बजे तक रखी गई हैं। उससे पहले भुगतान करें, वरना वे किसी और को मिल सकती हैं}}।',
  'lead.expired':
    'आपके आरक्षण का भुगतान समय पर नहीं हुआ, और {unit, select, room {उसके कमरे} other {उसकी सीटें}} फिर से बिक्री पर हैं। आप दोबारा बुक कर सकते हैं।',
  'lead.cancelled': 'आपकी बुकिंग रद्द कर दी गई है। उसके टिकट अब मान्य नहीं हैं।',
  'lead.refunded': 'आपकी बुकिंग रद्द कर दी गई है। उसके टिकट अब मान्य नहीं हैं।',
  'lead.test': 'यदि आप यह पढ़ रहे हैं, तो सेटिंग सही है। कुछ बेचा नहीं गया है।',
  'fact.what': 'कार्यक्रम',
  'fact.when': 'समय',
  'fact.where': 'स्थान',
  'fact.seats': '{unit, select, room {कमरे} other {सीटें}}',
  'fact.total': 'कुल',
  'fact.refunded': 'लौटाया गया',
  'fact.toPay': 'देय राशि',
  'ticket.heading': 'टिकट {number}',
  'ticket.line':
    '{section, select, none {} other {{section}, }}{unit, select, room {कमरा} other {सीट}} {seat} · {type} · {price}',
  'ticket.alt': 'टिकट {number}, {unit, select, room {कमरा} other {सीट}} {seat} का QR कोड',
  'sms.confirmed':
    '{title}, {day} {time}, {venue}। {unit, select, room {कमरे} other {सीटें}} {seats}। भुगतान {total}। टिकट: {numbers}',
  'sms.tickets':
    '{title}, {day} {time}, {venue}। {unit, select, room {कमरे} other {सीटें}} {seats}। टिकट: {numbers}',
  'sms.moved': '{title}, {day} {time}: आपकी नई सीटें {seats}। टिकट: {numbers}',
  'sms.returned':
    '{title}, {day} {time}: {unit, select, room {कमरे {seats} आपके हैं} other {सीटें {seats} आपकी हैं}}। लौटाया {refunded}। टिकट: {numbers}',
  'sms.ending':
    '{title}: {unit, select, room {आपके कमरे {seats} {end} बजे तक रखे हैं} other {आपकी सीटें {seats} {end} बजे तक रखी हैं}}। उससे पहले {total} दें।',
  'sms.expired':
    '{title}, {day} {time}: आरक्षण समाप्त, {unit, select, room {कमरे} other {सीटें}} {seats} फिर बिक्री पर हैं।',
  'sms.cancelled': '{title}, {day} {time}: {unit, select, room {कमरे} other {सीटें}} {seats} की बुकिंग रद्द हो गई।',
  'sms.refunded':
    '{title}, {day} {time}: {unit, select, room {कमरे} other {सीटें}} {seats} की बुकिंग रद्द हो गई। लौटाया {refunded}।',
  'sms.test': 'Guichet संदेश भेज सकता है। कुछ बेचा नहीं गया है।',
}
