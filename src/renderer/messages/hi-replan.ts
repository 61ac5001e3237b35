// Hindi: shows that go to another version of their plan. ICU messages; a key says where it is used.
// Must hold no message that no screen shows: a test checks it.

import type { enReplan } from './en-replan.ts'

export const hiReplan: Readonly<Record<keyof typeof enReplan, string>> = {
  'replan.changed': 'अपने नक्शे के दूसरे संस्करण पर',
  'replan.title': '{name} का नया संस्करण: किन शो के लिए?',
  'replan.done.title': '{name} का नया संस्करण',
  'replan.trying': 'हर शो को देखा जा रहा है…',
  'replan.hint':
    'टिकट, रोकी गई सीटें और दाम वैसे ही रहते हैं। जिस शो में किसी की सीट चली जाती, वह अपने संस्करण पर ही रहता है।',
  'replan.none': 'इस नक्शे पर कोई आने वाला शो नहीं है।',
  'replan.shows': 'आने वाले शो',
  'replan.same': 'पहले से इसी संस्करण पर है',
  'replan.alike': 'कोई सीट नहीं बदलती',
  'replan.displaces':
    '{count, plural, one {रहता है: किसी की ली हुई # सीट चली जाती} other {रहता है: लोगों की ली हुई # सीटें चली जातीं}}',
  'replan.count.added': '{count, plural, one {# नई सीट} other {# नई सीटें}}',
  'replan.count.gone': '{count, plural, one {# सीट हटती है} other {# सीटें हटती हैं}}',
  'replan.count.moved': '{count, plural, one {# सीट खिसकती है} other {# सीटें खिसकती हैं}}',
  'replan.count.recategorised':
    '{count, plural, one {# सीट का दाम क्षेत्र बदलता है} other {# सीटों का दाम क्षेत्र बदलता है}}',
  'replan.count.goneBlocked':
    '{count, plural, one {हटने वालों में # बिक्री से बाहर थी} other {हटने वालों में # बिक्री से बाहर थीं}}',
  'replan.count.unpriced':
    '{count, plural, one {# सीट का दाम नहीं है और वह नहीं बिकती} other {# सीटों का दाम नहीं है और वे नहीं बिकतीं}}',
  'replan.booking': 'बुकिंग …{number}',
  'replan.why.unpriced': 'वहाँ इसके टिकट का दाम नहीं है',
  'replan.why.flags': 'इसका निशान बदल जाता',
  'replan.save':
    '{count, plural, =0 {सहेजें, कोई शो न ले जाएँ} one {सहेजें और # शो ले जाएँ} other {सहेजें और # शो ले जाएँ}}',
  'replan.move': '{count, plural, =0 {ले जाने को कोई शो नहीं} one {# शो ले जाएँ} other {# शो ले जाएँ}}',
  'replan.done':
    '{changed, plural, =0 {संस्करण रख लिया गया; कोई शो नहीं ले जाया गया।} one {# शो ले जाया गया।} other {# शो ले जाए गए।}}{skipped, plural, =0 {} one { # शो छोड़ा गया।} other { # शो छोड़े गए।}}',
  'replan.undone':
    '{changed, plural, =0 {कोई शो वापस नहीं लाया गया।} one {# शो पहले जैसा है।} other {# शो पहले जैसे हैं।}}{skipped, plural, =0 {} one { # शो छोड़ा गया: उसकी नई सीटें बिक चुकी हैं।} other { # शो छोड़े गए: उनकी नई सीटें बिक चुकी हैं।}}',
  'replan.undo': 'वापस लें',
  'replan.close': 'पूरा हुआ',
}
