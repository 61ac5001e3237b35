// Hindi: after the sale, and around it at the desk. The keys are English's: a missing one does not compile.
// Must hold no message that no screen shows: a test checks it.

import type { enAfter } from './en-after.ts'

export const hiAfter: Readonly<Record<keyof typeof enAfter, string>> = {
  'refusal.unreviewed':
    'इसमें {amount} बैंक ट्रांसफ़र की एक तस्वीर है जिसे अभी किसी ने नहीं देखा: पहले मैनेजर उसे मानें या नामंज़ूर करें।',
  'refusal.refundTooLarge':
    '{amount}, {limit} से ज़्यादा है, जितना क्लर्क इस बुकिंग का अब भी लौटा सकते हैं: मैनेजर इसी काउंटर पर साइन इन करके लौटाएँ।',
  'refusal.onSale': 'इसके मेहमान अंदर आ चुके हैं और शो {time} तक बिक्री में है: उनकी सीटें फिर बिक जातीं। उसके बाद हटाएँ।',

  'back.column': 'लौटेगा',
  'back.tick': '{seat} लौटाएँ',
  'back.hint': 'सिर्फ़ कुछ सीटें लौटानी हों तो उन पर निशान लगाएँ।',
  'back.seats': '{count, plural, one {# सीट लौटाएँ} other {# सीटें लौटाएँ}}',
  'back.money': '{total} लौटाएँ',
  'back.titleSeats': '{count, plural, one {इस बुकिंग की # सीट लौटाएँ?} other {इस बुकिंग की # सीटें लौटाएँ?}}',
  'back.titleMoney': 'इस बुकिंग के लिए दिया गया पैसा लौटाएँ?',
  'back.sum': '{seats} के लिए {total} लौटेंगे।',
  'back.sumMoney': '{total} लौटेंगे।',
  'back.nothing': 'शर्तों के अनुसार {seats} के लिए कुछ नहीं लौटेगा।',
  'back.seatsFree':
    '{count, plural, one {सीट तुरंत सभी काउंटरों पर फिर बिक्री में आ जाएगी।} other {सीटें तुरंत सभी काउंटरों पर फिर बिक्री में आ जाएँगी।}}',
  'back.where': 'पैसा कहाँ जाएगा',
  'back.same': 'जैसे दिया गया था: {ways}',
  'back.wallet': '{name} का वॉलेट',
  'back.newWallet': 'नया वॉलेट, जिसका नंबर ही उसकी पर्ची है',
  'back.manager': 'इस बुकिंग के {limit} से ज़्यादा अब सिर्फ़ मैनेजर लौटाते हैं, जो यहीं साइन इन करते हैं।',
  'back.callManager': 'मैनेजर साइन इन करें',
  'back.yes': '{total} लौटाएँ',
  'back.yesNothing': 'सीटें लौटाएँ',
  'back.keep': 'जैसा है रहने दें',
  'back.way.drawer': '{amount} नकद',
  'back.way.terminal': '{amount} {mode} से',
  'back.way.wallet': '{amount} वॉलेट {number} में',
  'back.way.booking': '{amount} दूसरी बुकिंग में',
  'back.done': 'ग्राहक को लौटाया: {ways}।',
  'back.doneCancelled': 'बुकिंग रद्द हो गई, उसकी सीटें फिर बिक्री में हैं।',
  'back.doneSeats':
    '{count, plural, one {{seats}: फिर बिक्री में, उसका टिकट रद्द है।} other {{seats}: फिर बिक्री में, वे टिकट रद्द हैं।}}',
  'back.given': 'लौटाया: {ways}',
  'back.returned': 'लौटाई गईं',
  'back.returnedSeat': '{seat}: {amount}, {time}',

  'proof.open': 'तस्वीर अभी किसी ने नहीं देखी',
  'proof.accepted': 'तस्वीर मानी गई',
  'proof.rejected': 'तस्वीर नामंज़ूर',
  'proof.pictureOf': '{amount} के ट्रांसफ़र की तस्वीर',
  'proof.notHad': 'तस्वीर नहीं मिली। बुकिंग फिर से खोलें।',
  'proof.accept': 'तस्वीर मानें',
  'proof.reject': 'नामंज़ूर करें…',
  'proof.rejectTitle': '{amount} की यह तस्वीर नामंज़ूर करें?',
  'proof.rejectText': 'पैसा नहीं आया। बुकिंग रद्द होगी और उसकी सीटें तुरंत फिर बिक्री में आएँगी।',
  'proof.rejectYes': 'नामंज़ूर करके रद्द करें',

  'remove.title': 'यह बुकिंग सूचियों से हटाएँ?',
  'remove.text': 'यह फिर नहीं मिलेगी; बहीखाते में रहेगी।',
  'remove.yes': 'हटाएँ',

  'move.open': 'दूसरी सीटों पर बदलें',
  'move.title': 'सीटें बदलें:',
  'move.cannot': 'यह बुकिंग बदली नहीं जा सकती',
  'move.missed': 'नहीं चुनी जा सकती: {seat}',
  'move.gone':
    '{count, plural, one {इस शो में {seats} अब नहीं है: दूसरी सीट चुनें।} other {इस शो में {seats} अब नहीं हैं: दूसरी सीटें चुनें।}}',
  'move.what': 'कौन-सी सीट कहाँ',
  'move.hint': 'नई सीटें चुनें। इसी बुकिंग की सीट पर दबाएँ: वह रहेगी, या फिर बदलेगी।',
  'move.count':
    '{count, plural, one {# सीट बदलेगी} other {# सीटें बदलेंगी}}{left, plural, =0 {} other {, # चुननी बाकी}}',
  'move.to': 'से',
  'move.none': 'सीट चुनें',
  'move.difference': '{how, select, take {लेना है} giveBack {लौटाना है} even {कोई अंतर नहीं} other {अंतर}}',
  'move.go':
    '{count, plural, =0 {बदलें} one {# सीट बदलें} other {# सीटें बदलें}}{how, select, take {, {sum} लें} giveBack {, {sum} लौटाएँ} other {}}',
  'move.how': 'कैसे दिया जाएगा',
  'move.same': 'जैसे दिया गया था',
  'move.other': 'कार्ड, UPI, ट्रांसफ़र या हिस्सों में',
  'move.moved': '{count, plural, one {# सीट बदली गई} other {# सीटें बदली गईं}}',
  'move.void':
    '{count, plural, one {{seats} का पुराना टिकट रद्द है: वापस लें।} other {{seats} के पुराने टिकट रद्द हैं: वापस लें।}}',
  'move.done': 'हो गया',
  'state.moveTo': 'इस बुकिंग की नई सीट',
  'state.moveFrom': 'इसी बुकिंग की, बदलेगी',
  'state.stays': 'इसी बुकिंग की, रहेगी',

  'exchange.open': 'दूसरे शो से बदलें',
  'exchange.title': '{count, plural, one {# सीट दूसरे शो से बदलें} other {# सीटें दूसरे शो से बदलें}}',
  'exchange.hint': 'शो चुनें; उसकी सीटें हर बिक्री की तरह चुनी और रोकी जाती हैं। आख़िरी क़दम तक पुराने टिकट मान्य रहते हैं।',
  'exchange.list': 'दूसरे शो',
  'exchange.of': '{time} की {seats} के बदले, क़ीमत {worth}',
  'exchange.stop': 'बदलना छोड़ें',
  'exchange.go': '{how, select, take {बदलें, {sum} लें} giveBack {बदलें, {sum} लौटाएँ} other {बदलें}}',
  'exchange.old': 'पुरानी सीटें',
  'exchange.even': 'पुरानी सीटों से नई सीटों का दाम चुक जाता है। अगले क़दम पर उनके टिकट रद्द हो जाएँगे।',
  'exchange.back':
    'पुरानी सीटों से नई सीटों का दाम चुक जाता है और {sum} वापस जाता है। अगले क़दम पर उनके टिकट रद्द हो जाएँगे।',
  'exchange.handed': 'पुरानी सीटों से',
  'payment.fromBooking': 'दूसरी बुकिंग से',

  'instead.take': '{seats} लें, दाम वही',
  'news.title': 'ज़रूरी',
  'news.served':
    '{count, plural, one {{seats} खाली हुई और आपके लिए रोकी गई है: {title}} other {{seats} खाली हुईं और आपके लिए रोकी गई हैं: {title}}}',
  'news.ending':
    '{count, plural, one {अलग रखी, एक मिनट में छूट जाएगी: {seats}, {title}} other {अलग रखी, एक मिनट में छूट जाएँगी: {seats}, {title}}}',
  'news.grace':
    'अलग रखी, और समय पूरा हुआ: {seats}, {title}। {total} लिए जा चुके हैं: बाकी रकम अब भी ली जा सकती है, अगर कोई और काउंटर पहले न बेच दे।',
  'news.imported': '“{title}” बिक्री में है।',
  'news.notImported': '“{title}” इंपोर्ट नहीं हुआ: {problem}',
  'news.ended': 'अलग रखी, और अब होल्ड नहीं: {seats}, {title}।',
  'keys.offered': 'संदेश में जो मिल रहा है वह लें',
  'keys.repeat': 'पिछली बिक्री दोबारा',
  'repeat.again': '{count, plural, one {दोबारा: # सीट, {title}} other {दोबारा: # सीटें, {title}}}',
  'sound.on': 'सीट खाली होने पर आवाज़ चालू करें',
  'sound.off': 'सीट खाली होने पर आवाज़ बंद करें',
}
