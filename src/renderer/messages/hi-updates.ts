// Hindi: newer versions of Guichet. The keys are English's: a missing one does not compile. Must hold no message that no screen shows.

import type { enUpdates } from './en-updates.ts'

export const hiUpdates: Readonly<Record<keyof typeof enUpdates, string>> = {
  'audit.kind.update-asked': 'अपडेट के लिए कहा',
  'audit.kind.update-called-off': 'अपडेट रद्द किया',
  'refusal.notFound.update': 'वह अपडेट अब यहाँ नहीं है: उसे फिर से ढूँढें।',
  'refusal.update.shift': 'अभी नहीं: {name} की शिफ़्ट खुली है। उसे बंद करें, या “शिफ़्ट बंद होने के बाद” चुनें।',
  'refusal.update.sale': 'अभी नहीं: {name} पर सीटें रोकी हुई हैं। पहले वह बिक्री पूरी करें।',
  'refusal.update.show':
    'अभी नहीं: लोग {name} के लिए आ रहे हैं, जो {time} पर शुरू होगा। उसके आधे घंटे बाद यह हो सकता है।',
  'updates.title': 'अपडेट',
  'updates.loading': 'संस्करण पूछा जा रहा है…',
  'updates.now': 'इस मशीन पर Guichet {version} चल रहा है।',
  'updates.hub': 'हब पर {version} चल रहा है: कियोस्क अपने हब से नया नहीं होता।',
  'updates.none': 'यह मशीन उसी तरीके से अपडेट होती है जिससे इसे लगाया गया था।',
  'updates.keyless':
    'यह प्रोग्राम निर्माता की कुंजी के बिना बना है, इसलिए अपडेट नहीं लेता: इसे उसी तरीके से बदलें जिससे लगाया गया था।',
  'updates.folder': 'पैकेज और उसकी guichet-update.json को {folder} में रखें, फिर “फ़ाइल से अपडेट” दबाएँ।',
  'updates.feed': 'नेट पर नए संस्करण {feed} पर ढूँढे जाते हैं।',
  'updates.fromFolder': 'फ़ाइल से अपडेट',
  'updates.fromFeed': 'नेट पर देखें',
  'updates.offer': 'संस्करण {version} यहाँ है: निर्माता द्वारा हस्ताक्षरित और पूरा जाँचा हुआ।',
  'updates.file': 'फ़ाइल',
  'updates.size': '{megabytes} MB',
  'updates.digest': 'SHA-512',
  'updates.notes': 'क्या बदला',
  'updates.install': 'अभी लगाएँ',
  'updates.atClose': 'शिफ़्ट बंद होने के बाद',
  'updates.backup': 'पहले इस हाउस का बैकअप बनता है।',
  'updates.step.looking': 'ढूँढा और जाँचा जा रहा है…',
  'updates.callOff': 'इसे रद्द करें',
  'updates.step.waiting':
    'यह तब तक रुका है जब तक आख़िरी खुली शिफ़्ट बंद न हो, कोई सीट रोकी हुई न हो और कोई शो न चल रहा हो। गीशे के फिर से शुरू होने पर भी यह रुका रहता है।',
  'updates.step.backing-up': 'बैकअप बनाया और जाँचा जा रहा है…',
  'updates.step.installing': 'लगाया जा रहा है…',
  'updates.step.ready': 'जाँच और बैकअप हो गया। Guichet बंद करें; फिर इस मशीन का व्यवस्थापक {place} लगाए।',
  'updates.step.installed': 'संस्करण {version} अपनी जगह पर है: अगली बार वही शुरू होगा।',
  'updates.problem.no-key': 'यह प्रोग्राम निर्माता की कुंजी के बिना बना है।',
  'updates.problem.nothing': 'वहाँ guichet-update.json नहीं है।',
  'updates.problem.unreachable': 'इसे पढ़ा नहीं जा सका।',
  'updates.problem.unsigned': 'इस पर इस प्रोग्राम के निर्माता के हस्ताक्षर नहीं हैं। इसे न लगाएँ।',
  'updates.problem.unreadable': 'यह हस्ताक्षरित है, पर यह संस्करण इसे नहीं समझता।',
  'updates.problem.same': 'यही संस्करण पहले से चल रहा है।',
  'updates.problem.older': 'यह चल रहे संस्करण से पुराना है: पुराना संस्करण नए का डेटा नहीं समझता।',
  'updates.problem.too-far': 'यह संस्करण उसके लिए बहुत पुराना है: पहले बीच का संस्करण लगाएँ।',
  'updates.problem.past-hub': 'यह हब से नया है: पहले हब को अपडेट करें।',
  'updates.problem.not-for-here': 'जिस तरीके से यह मशीन लगाई गई, उसके लिए इसमें पैकेज नहीं है।',
  'updates.problem.not-yet': 'नया संस्करण है; वह पहले दूसरी मशीनों पर आता है। कुछ दिन बाद फिर देखें।',
  'updates.problem.damaged':
    'यह वह फ़ाइल नहीं है जिस पर हस्ताक्षर हुए, इसलिए इसका कुछ नहीं रखा गया: इसे फिर से कॉपी करें।',
  'updates.problem.no-backup': 'बैकअप नहीं बन सका, इसलिए कुछ नहीं लगाया गया।',
  'updates.problem.not-now': 'इस बीच किसी ने बेचना शुरू किया, इसलिए कुछ नहीं लगाया गया: फिर से कहें।',
  'updates.problem.another':
    'यहाँ जो है वह माँगा हुआ नहीं है, इसलिए कुछ नहीं लगाया गया और उसे हटा दिया गया: फिर से देखें।',
  'updates.problem.failed': 'सिस्टम ने मना किया, और पुराना संस्करण अपनी जगह पर है।',
  'updates.detail': 'उसने कहा: {detail}',
}
