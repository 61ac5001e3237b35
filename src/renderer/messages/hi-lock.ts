// Hindi: the locked screen, and the passwords that open it. The keys are English's: a missing one does not compile.
// Must hold no message that no screen shows: a test checks it.

import type { enLock } from './en-lock.ts'

export const hiLock: Readonly<Record<keyof typeof enLock, string>> = {
  'kiosk.leave': 'लॉक स्क्रीन से बाहर जाएँ…',
  'kiosk.title': 'लॉक स्क्रीन से बाहर जाएँ',
  'kiosk.text': 'मैनेजर के पिन और पासवर्ड से इस मशीन पर गीशे बंद होता है। किसने किया, यह ऑडिट लॉग में रहता है।',
  'kiosk.open':
    'यहाँ अभी किसी का पिन नहीं है, इसलिए जो भी खड़ा है वह इसे बंद कर सकता है। किसी एडमिन को पिन और पासवर्ड दें, तब लॉक काम करेगा।',
  'kiosk.who': 'मैनेजर',
  'kiosk.nobody': 'किसी मैनेजर का पिन नहीं है: यह लॉक कोई नहीं खोल सकता।',
  'kiosk.away': 'हब से संपर्क नहीं हो पा रहा, और पिन व पासवर्ड सिर्फ़ हब जाँच सकता है। हब लौटते ही यह लॉक यहीं से खुलेगा।',
  'kiosk.away.system':
    'तब तक इस मशीन का एडमिन गीशे को सिस्टम से बंद करता है: लिनक्स पर {linux} से, मैक पर {macos} से, विंडोज़ पर उसके यूज़र को साइन आउट करके।',
  'kiosk.go': 'गीशे बंद करें',
  'kiosk.wrong':
    'पिन या पासवर्ड ग़लत है। {left, plural, one {एक बार और ग़लत हुआ, तो इंतज़ार करना होगा।} other {# बार और कोशिश कर सकते हैं, फिर इंतज़ार करना होगा।}}',
  'kiosk.noPassword': '{name} का अभी पासवर्ड नहीं है। वह “प्रबंधन”, “स्टाफ़” में दिया जाता है।',
  'kiosk.keys': 'छूने वाली कुंजियाँ',
  'kiosk.capitals': 'बड़े अक्षर',
  'kiosk.space': 'खाली जगह',
  'kiosk.erase': 'आख़िरी अक्षर मिटाएँ',
  'kiosk.noFiles': 'लॉक स्क्रीन पर नहीं',
  'kiosk.noFiles.text':
    'यहाँ फ़ाइलें न खोली जाती हैं, न सहेजी जाती हैं, और सिस्टम की खिड़की से कुछ प्रिंट नहीं होता: वह लॉक से बाहर ले जाती। इसके लिए दूसरे काउंटर का इस्तेमाल करें।',
  'field.password': 'पासवर्ड',
  'field.oldPassword': 'आपका अब तक का पासवर्ड, अगर है',
  'staff.hasBoth': 'पिन और पासवर्ड हैं',
  'staff.setPassword': '{name} के लिए नया पासवर्ड',
  'staff.savePassword': 'पासवर्ड तय करें',
  'staff.passwordHint':
    'कम से कम {min, number} अक्षर; चिह्नों से ज़्यादा आसानी से चार छोटे शब्द याद रहते हैं। पिन के साथ यह लॉक स्क्रीन खोलता है।',
  'staff.newPassword': 'नया पासवर्ड',
  'who.password': 'मेरा पासवर्ड बदलें…',
  'audit.kind.password-set': 'पासवर्ड तय किया',
  'audit.kind.kiosk-left': 'लॉक स्क्रीन से बाहर गए',
  'operation.set-password': 'पासवर्ड तय करना',
  'operation.leave-kiosk': 'लॉक स्क्रीन से बाहर जाना',
  'keys.sealed': 'इस हाउस की कुंजियाँ इसी मशीन के कुंजी-भंडार से सील हैं। तिजोरी के लिए: --copy-keys-to FOLDER.',
  'keys.unprotected':
    'इस हाउस की कुंजियाँ बिना सुरक्षा के पड़ी हैं: जो इस डिस्क की नकल करे, वह टिकट बना सकता है। डिस्क को एन्क्रिप्ट करें (BitLocker, FileVault, LUKS), या डेस्कटॉप ऐप वहाँ चलाएँ जहाँ सिस्टम का कुंजी-भंडार हो।',
}
