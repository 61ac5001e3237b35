// Hindi: what is said on the seat map. Must have what English has: the compiler checks it.

import type { enMap } from './en-map.ts'

export const hiMap: Readonly<Record<keyof typeof enMap, string>> = {
  'map.far': 'पास से देखने के लिए क्लिक या टैप करें, फिर सीट चुनें।',
  'map.draw': 'सीटों पर खींचकर चुनें (Shift दबाकर खींचें)',
  'sweep.told':
    '{isMost, select, true {{count, plural, one {# सीट} other {# सीटें}}, एक बिक्री में इतनी ही · {sum}} other {{count, plural, one {# सीट} other {# सीटें}} · {sum}}}',

  'choice.alone':
    '{count, plural, one {{seats} के बगल में कोई नहीं रहेगा।} other {{seats} के बगल में कोई नहीं रहेगा।}}',
  'choice.aloneRefused':
    '{count, plural, one {{seats} अकेली रह जाएगी, और यह शो इसकी अनुमति नहीं देता।} other {{seats} अकेली रह जाएँगी, और यह शो इसकी अनुमति नहीं देता।}}',
  'choice.ladies':
    '{count, plural, one {{seats} महिला सीट है: कार्ट में बताएँ कि वहाँ महिला बैठेगी।} other {{seats} महिला सीटें हैं: कार्ट में बताएँ कि वहाँ महिलाएँ बैठेंगी।}}',
  'choice.companion':
    '{count, plural, one {{seats} साथी की सीट है: उसके पास की व्हीलचेयर जगह भी चुनें।} other {{seats} साथियों की सीटें हैं: उनके पास की व्हीलचेयर जगहें भी चुनें।}}',

  'cart.types': 'सभी सीटों का टिकट प्रकार',
  'cart.types.mixed': 'अलग-अलग प्रकार',
  'cart.types.next': 'सभी सीटें: {type}',
  'keys.types': 'सभी सीटों के लिए अगला टिकट प्रकार',

  'passenger.name': '{seat} पर बैठने वाले का नाम',
  'passenger.name.short': 'नाम',
  'passenger.age': '{seat} पर बैठने वाले की उम्र',
  'passenger.age.short': 'उम्र',
  'passenger.wanted': 'भुगतान से पहले {seat} पर बैठने वाले का नाम और उम्र।',
  'field.passenger': 'यात्री का नाम और उम्र',

  'card.where':
    '{section, select, none {} other {{section} · }}{row, select, none {जगह {number}} other {पंक्ति {row} · सीट {number}}}',
  'card.prices': 'दाम',
  'card.wheelchair': 'व्हीलचेयर की जगह; यहाँ सीट नहीं है।',
  'card.companion': 'पास की व्हीलचेयर जगह के साथ ही बिकती है।',
  'card.restrictedView': 'यहाँ से कुछ हिस्सा नहीं दिखता: बेचने से पहले बताएँ।',
  'card.ladies': 'यहाँ केवल महिला बैठ सकती है।',
  'card.kiosk': '{isHere, select, true {इसी काउंटर पर} other {{kiosk} पर}}',
  'card.seller': '{isHere, select, true {{seller}, इसी काउंटर पर} other {{seller}, {kiosk} पर}}',
  'card.since': '{time} से',
  'card.soldAt': '{time} पर बिकी',
  'card.lasting': '{gone} से · {left} बाकी',

  'news.taken': '{count, plural, one {# सीट ले ली गई।} other {# सीटें ले ली गईं।}}',
  'news.taken.row': '{count, plural, one {{place} में # सीट ले ली गई।} other {{place} में # सीटें ले ली गईं।}}',
  'news.free': '{count, plural, one {# सीट खाली हुई।} other {# सीटें खाली हुईं।}}',
  'news.free.row': '{count, plural, one {{place} में # सीट खाली हुई।} other {{place} में # सीटें खाली हुईं।}}',

  'keys.ask': 'इस सीट के बारे में',
}
