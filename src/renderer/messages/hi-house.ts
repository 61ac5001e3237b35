// Hindi: the house as it lies on a disk, its backups. The keys are English's: a missing one does not compile. Must hold no message that no screen shows.

import type { enHouse } from './en-house.ts'

export const hiHouse: Readonly<Record<keyof typeof enHouse, string>> = {
  'audit.kind.house-restored': 'बैकअप से बिक्री फिर शुरू की',
  'audit.kind.sale-lost': 'बहाली से पहले पक्का हुआ और उसमें खो गया',
  'backup.title': 'बैकअप',
  'backup.none': 'इस हाउस का अभी कोई बैकअप नहीं है।',
  'backup.newest': 'सबसे नया बैकअप {at} को बना, जर्नल की पंक्ति {sequence} तक।',
  'backup.running': 'बैकअप बन रहा है और जाँचा जा रहा है…',
  'backup.folder': 'बैकअप {folder} में हैं।',
  'backup.elsewhere': 'हर बैकअप {folder} में भी कॉपी होता है।',
  'backup.here': 'सारे बैकअप इसी डिस्क पर हैं: प्रोग्राम को --backup-to और दूसरी डिस्क के फ़ोल्डर के साथ शुरू करें।',
  'backup.now': 'अभी बैकअप लें',
  'backup.detail': 'पिछली गड़बड़ी: {detail}',
  'backup.failed': 'बैकअप नहीं बन सका: डिस्क देखें, फिर “प्रबंधन, कियोस्क” में देखें।',
  'backup.unsound':
    'इस हाउस की कॉपी का हिसाब नहीं मिला, इसलिए उसे नहीं रखा गया: किसी के जाँचने तक पुराने बैकअप पर भी भरोसा न करें।',
  'backup.elsewhere-missing': 'बैकअप की दूसरी कॉपी का फ़ोल्डर नहीं मिला: क्या पेन ड्राइव लगी है?',
  'backup.elsewhere-failed': 'बैकअप की दूसरी कॉपी नहीं लिखी जा सकी: क्या वह डिस्क भर गई है?',
  'recovery.title': 'यह हाउस बैकअप से लौटा है',
  'recovery.text':
    'इसे {at} को बहाल किया गया, और हो सकता है इसे पहले की सारी बिक्री का पता न हो। जब तक इसके कियोस्क नहीं बताते कि उन्हें क्या पता है, यह कुछ नहीं बेचता।',
  'recovery.found.title': 'इस हाउस की फ़ाइलें इसकी बिक्री से पुरानी हैं',
  'recovery.found.text':
    '{at} को {kiosk} को ऐसी पंक्तियाँ पता थीं जो इस हाउस के पास नहीं हैं: इसकी फ़ाइलों की जगह कोई पुरानी प्रति रख दी गई है। जब तक इसके कियोस्क नहीं बताते कि उन्हें क्या पता है, यह कुछ नहीं बेचता।',
  'recovery.rows':
    'बैकअप जर्नल की पंक्ति {backup} तक है। कियोस्क उसके बाद की {taken} पंक्तियाँ लाए; देखी गई {missing} पंक्तियाँ अब भी नहीं मिलीं।',
  'recovery.epoch': 'अब से यह हाउस नंबर {epoch} है।',
  'recovery.kiosk': 'कियोस्क',
  'recovery.word': 'उसने क्या बताया',
  'recovery.word.awaited': 'अभी कुछ नहीं: उसे चालू करें और नेटवर्क देखें',
  'recovery.word.coming': 'इस हाउस ने जो खोया, वह ला रहा है',
  'recovery.word.spoken': 'उसे जो पता है, सब यहाँ है',
  'recovery.word.foreign': 'उसकी कॉपी इस हाउस से आगे नहीं चलती',
  'recovery.word.doubled': 'दो मशीनों के पास इसकी कुंजी है और एक की ही सुनी गई: देखें दूसरी ने क्या बेचा',
  'recovery.wait': 'सबके बताने पर यह हाउस अपने आप खुल जाता है।',
  'recovery.refused':
    '{count, plural, one {इसकी लाई # रसीद} other {इसकी लाई # रसीदें}} किसी दूसरे हाउस की हैं, और नहीं ली गईं।',
  'recovery.lost.title': 'पक्का हुआ, और इस हाउस में नहीं है',
  'recovery.lost.text':
    '{count, plural, one {# बिक्री किसी कियोस्क पर पक्की हुई, या वहाँ बदली या लौटाई गई, और किसी की कॉपी में वैसी नहीं है: टिकट ग्राहक के पास हैं। इसे लिख लें, फिर बताएँ कि देख लिया गया।} other {# बिक्रियाँ किसी कियोस्क पर पक्की हुईं, या वहाँ बदली या लौटाई गईं, और किसी की कॉपी में वैसी नहीं हैं: टिकट ग्राहकों के पास हैं। इन्हें लिख लें, फिर बताएँ कि देख लिया गया।}} सब देख लेने पर यह हाउस अपने आप खुल जाता है।',
  'recovery.lost.more': '{count} में से सबसे पुरानी {shown} दिखाई गई हैं।',
  'recovery.lost.settled': '{count, plural, one {# और देख ली गई} other {# और देख ली गईं}}।',
  'recovery.lost.sale': 'बुकिंग',
  'recovery.lost.what': 'शो और सीटें',
  'recovery.lost.paid': 'भुगतान',
  'recovery.lost.sold': 'बिक्री',
  'recovery.lost.deed': 'क्या करें',
  'recovery.lost.no-show': 'ऐसा शो जो इस हाउस में भी नहीं है (नंबर {show})',
  'recovery.lost.by': '{kiosk} पर, {seller} ने',
  'recovery.lost.at': '{kiosk} पर',
  'recovery.stands.free':
    'इसकी सीटें यहाँ खाली हैं। यह हाउस खुलते ही वे बिक्री से हट जाती हैं, ताकि किसी और को न मिलें: तब इन्हें इसी ग्राहक को बेचें।',
  'recovery.stands.held-here':
    'इसका एक हिस्सा यहाँ चुका है। यह हाउस खुलने पर बाकी भुगतान वहीं वैसे ही दर्ज करें जैसे हुआ था: पैसा पहले से दराज़ में है।',
  'recovery.stands.taken': 'इसकी कुछ सीटें यहाँ किसी और की हैं: उनके दो ग्राहक हैं। एक की सीट बदलें।',
  'recovery.stands.given-back': 'बिकने के बाद यह रद्द हुई। देखें कि पैसा लौटा, और एक ही बार।',
  'recovery.stands.no-show': 'शो फिर से जोड़ें, फिर यही सीटें इसे बेचें।',
  'recovery.stands.other-seats':
    'यहाँ इसके पास पहले वाली सीटें हैं। ये सीटें हाउस खुलते ही बिक्री से हट जाती हैं: तब इन्हें फिर बिक्री में लाकर इसे इन पर ले जाएँ, या जो अब इसके पास नहीं है उसे लौटाएँ।',
  'recovery.stands.sold-here':
    'बैकअप के बाद यह रद्द हुई; यहाँ अब भी बिकी है। यह हाउस खुलने पर इसे फिर रद्द करें और पैसा न दें: जो लौटा, तभी लौटा।',
  'recovery.settle': 'देख लिया…',
  'recovery.settle.one': 'देख लिया… ({sale})',
  'recovery.settle.all': 'जो दिखाई गईं, सब देख ली गईं…',
  'recovery.settle.title': '{count, plural, one {यह बिक्री देख ली गई} other {ये # बिक्रियाँ देख ली गईं}}',
  'recovery.settle.text': 'हमेशा के लिए लिखा जाता है कि क्या बिका, कौन कहता है कि देख लिया गया, और कैसे।',
  'recovery.settle.note': 'क्या किया गया',
  'recovery.settle.keeps': 'इसकी सीटें इसी ग्राहक के लिए बिक्री से बाहर रखें',
  'recovery.settle.yes': 'देख लिया गया',
  'recovery.open': 'फिर भी खोलें…',
  'recovery.open.title': 'सबके बताने से पहले खोलें',
  'recovery.open.text':
    'जो सीट किसी ग़ायब कियोस्क ने बेची, वह दोबारा बिक सकती है। यह लिखा जाता है कि हाउस किसने खोला और क्यों।',
  'recovery.open.yes': 'यह हाउस खोलें',
  'recovery.in': 'मैनेजर साइन इन करें…',
  'recovery.in.title': 'विंडो के मेन्यू के लिए',
  'recovery.in.text':
    'जब तक हाउस इंतज़ार करता है, हाउस के ज़िम्मेदार इस विंडो के मेन्यू से बैकअप बना सकते हैं, दूसरा बैकअप वापस ला सकते हैं और जाँच की जानकारी कॉपी कर सकते हैं।',
  'recovery.in.yes': 'साइन इन करें',
  'recovery.in.now':
    '{name} साइन इन हैं: विंडो का मेन्यू बैकअप बनाता है, दूसरा बैकअप वापस लाता है और जाँच की जानकारी कॉपी करता है।',
  'recovery.reason': 'क्यों',
  'recovery.first': 'मैनेजर',
  'recovery.second': 'दूसरा व्यक्ति',
  'recovery.pin': 'पिन',
  'kiosks.join.looking': 'इस नेटवर्क के हब खोजे जा रहे हैं…',
  'kiosks.join.found': 'इस नेटवर्क के हब',
  'kiosks.join.use': '{address} पर {name}, जिसकी कुंजी {fingerprint} से शुरू होती है',
  'clock.ahead':
    'इस मशीन की घड़ी हाउस की घड़ी से {minutes} मिनट आगे है: इसे ठीक करें। होल्ड और उलटी गिनती हाउस के समय से चलती हैं।',
  'clock.behind':
    'इस मशीन की घड़ी हाउस की घड़ी से {minutes} मिनट पीछे है: इसे ठीक करें। होल्ड और उलटी गिनती हाउस के समय से चलती हैं।',
}
