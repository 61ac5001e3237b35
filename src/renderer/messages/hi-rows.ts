// Hindi: the office's tables of what is sold. The keys are English's: a missing one does not compile.
// Must hold no word that a screen does not show: a test looks.

import type { enRows } from './en-rows.ts'

export const hiRows: Readonly<Record<keyof typeof enRows, string>> = {
  'problem.final': 'वापस नहीं लिया जा सकता',
  'manage.reason.over': 'अब होल्ड पर नहीं है',
  'manage.reason.promised': 'बाद में भुगतान करने वाले के लिए आरक्षित है',
  'manage.reason.paying': 'इसका भुगतान अभी चल रहा है',
  'manage.reason.part-paid': 'कुछ रकम आ चुकी है: पहले वह लौटाई जाए',
  'holds.title': 'होल्ड',
  'holds.search': 'होल्ड खोजें',
  'holds.show': 'शो',
  'holds.state': 'स्थिति',
  'holds.state.held': 'होल्ड पर',
  'holds.state.reserved': 'आरक्षित',
  'holds.state.paying': 'भुगतान हो रहा है',
  'holds.state.part-paid': 'आंशिक भुगतान',
  'holds.seller': 'बेचने वाले',
  'holds.kiosk': 'काउंटर',
  'holds.customer': 'ग्राहक',
  'holds.since': 'कब से',
  'holds.age': 'कितने मिनट से',
  'holds.until': 'कब तक',
  'holds.amount': 'रकम',
  'holds.open': '{seats} की बुकिंग खोलें',
  'holds.release': 'छोड़ें…',
  'holds.releasing': 'छोड़ना: {reason}',
  'holds.release.title': '{count, plural, one {# होल्ड छोड़ें} other {# होल्ड छोड़ें}}',
  'holds.reason': 'क्यों छोड़े जा रहे हैं',
  'holds.reason.left': 'काउंटर पर छूट गया',
  'holds.reason.needed': 'सीटें चाहिए',
  'holds.reason.asked': 'बेचने वाले ने कहा',
  'holds.noWayBack':
    '{count, plural, one {इसकी सीटें तुरंत हर काउंटर के लिए खाली होंगी और बेचने वाले को बताया जाएगा। इसे वापस नहीं लिया जा सकता।} other {इनकी सीटें तुरंत हर काउंटर के लिए खाली होंगी और बेचने वालों को बताया जाएगा। इसे वापस नहीं लिया जा सकता।}}',
  'holds.booking': 'बुकिंग',
}
