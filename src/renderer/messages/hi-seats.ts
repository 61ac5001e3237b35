// Hindi: which seats, and who may sit there. Must have what English has: the compiler checks it.

import type { enSeats } from './en-seats.ts'

export const hiSeats: Readonly<Record<keyof typeof enSeats, string>> = {
  'best.title': 'सबसे अच्छी सीटें',
  'best.find': 'सबसे अच्छी',
  'best.hold': '{count, plural, one {सबसे अच्छी # सीट होल्ड करें} other {सबसे अच्छी # सीटें होल्ड करें}}',
  'best.count': 'साथ-साथ',
  'best.fewer': 'एक सीट कम',
  'best.more': 'एक सीट ज़्यादा',
  'best.where': 'कहाँ',
  'best.anywhere': 'कोई भी ज़ोन',
  'best.standing': '{name} · खड़े होने की जगह',
  'best.next': 'इसके बाद की सबसे अच्छी',
  'best.previous': 'इससे पहले वाली',
  'best.none': '{count, plural, one {ऐसी कोई सीट खाली नहीं है।} other {ऐसी # सीटें खाली नहीं हैं।}}',
  'best.parted': 'एक साथ {count, number} सीटें कहीं नहीं हैं: ये पास-पास के {groups, number} हिस्सों में हैं।',

  'alone.told':
    '{count, plural, one {{seats} अकेली रह जाएगी, और उसे बेचना मुश्किल होगा।} other {{seats} अकेली रह जाएँगी, और उन्हें बेचना मुश्किल होगा।}}',
  'alone.override': 'ऐसे ही रहने दें…',
  'alone.title': '{seats} को अकेला छोड़ें?',
  'alone.text': 'इस शो में अकेली सीट छोड़ना मना है। आपका कारण बुकिंग के साथ दर्ज रहेगा।',
  'alone.reason': 'कारण',
  'alone.yes': 'फिर भी होल्ड करें',

  'passenger.label': '{seat} पर कौन बैठेगा',
  'passenger.unspecified': 'यात्री',
  'passenger.female': 'महिला',
  'passenger.male': 'पुरुष',

  'refusal.notFound.standby': 'इस कार्ट के लिए अब यहाँ कोई इंतज़ार में नहीं है।',
  'refusal.single':
    '{count, plural, one {इससे {seats} अकेली रह जाएगी, और इस शो में इसकी अनुमति नहीं है। उसके पास वाली सीट लें, या एक सीट आगे की।} other {इससे {seats} अकेली रह जाएँगी, और इस शो में इसकी अनुमति नहीं है। उनके पास वाली सीटें लें, या आगे की।}}',
  'refusal.ladies':
    '{count, plural, one {{seats} महिला के लिए है: महिला सीट है, या अकेली यात्रा कर रही महिला के बगल में है। बताएँ कौन बैठेगा, या दूसरी सीट चुनें।} other {{seats} महिलाओं के लिए हैं: महिला सीटें हैं, या अकेली यात्रा कर रही महिला के बगल में हैं। बताएँ कौन बैठेगा, या दूसरी सीटें चुनें।}}',
  'refusal.companion':
    '{count, plural, one {{seats} साथी की सीट है: यह पास की व्हीलचेयर की जगह के साथ ही मिलती है।} other {{seats} साथी की सीटें हैं: ये पास की व्हीलचेयर की जगह के साथ ही मिलती हैं।}}',

  'stay.calendar': 'हर रात बचे कमरे',
  'stay.night': '{type}, {date} की रात',
  'stay.types': 'कमरा, एक रात का',
  'stay.left': '{count, plural, =0 {सब भरे} one {# कमरा बाकी} other {# कमरे बाकी}}',
  'stay.nights': 'रातें',
  'stay.nights.fewer': 'एक रात कम',
  'stay.nights.more': 'एक रात ज़्यादा',
  'stay.rooms': 'कमरे',
  'stay.rooms.fewer': 'एक कमरा कम',
  'stay.rooms.more': 'एक कमरा ज़्यादा',
  'stay.choose': 'किसी तरह के कमरे की पहली रात चुनें।',
  'stay.dates': '{from} से {until}',
  'stay.moves':
    '{count, plural, one {{from} से {until}, बीच में # बार कमरा बदलेगा} other {{from} से {until}, बीच में # बार कमरा बदलेगा}}',
  'stay.none': '{from} से {until} तक हर रात इतने कमरे नहीं हैं।',
  'package.leaves': 'रवानगी',
  'package.price': 'एक जगह',
  'package.price.of': '{count, plural, =1 {{price}} other {{price} से}}',
  'package.places': 'जगहें',
  'package.left': '{all, number} में से {left, number} बाकी',
  'package.wanted': 'कितनी जगहें चाहिए',
  'package.fewer': 'एक जगह कम',
  'package.more': 'एक जगह ज़्यादा',
  'package.none': 'इतनी जगहें बाकी नहीं हैं।',
  'listing.stars': '{count, plural, one {# स्टार} other {# स्टार}}',
  'listing.nights': '{count, plural, one {# रात} other {# रातें}}',
  'listing.includes': 'इसमें शामिल',

  'standby.wait': 'इंतज़ार करें',
  'standby.waiting':
    '{ahead, plural, =0 {{seats} का इंतज़ार: खाली होते ही यहाँ होल्ड हो जाएगी।} one {{seats} का इंतज़ार, आपसे आगे # और है: खाली होने पर यहाँ होल्ड हो जाएगी।} other {{seats} का इंतज़ार, आपसे आगे # और हैं: खाली होने पर यहाँ होल्ड हो जाएगी।}}',
  'standby.list': 'सीटों का इंतज़ार',
  'standby.one': '{title} · {seats} · {ahead, plural, =0 {अगला नंबर} one {# आगे} other {# आगे}}',
  'standby.any': '{count, plural, one {कोई भी सीट} other {कोई भी # साथ-साथ}}',
  'standby.leave': '{seats} का इंतज़ार छोड़ें',
  'standby.stop': 'इंतज़ार छोड़ें',
  'standby.take': 'इसे लेकर आगे बढ़ें',
}
