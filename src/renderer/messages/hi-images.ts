// Hindi: pictures of a listing. The keys are English's: a missing one does not compile. Must hold no message that no screen shows.

import type { enImages } from './en-images.ts'

export const hiImages: Readonly<Record<keyof typeof enImages, string>> = {
  'refusal.notFound.picture': 'यहाँ ऐसी कोई तस्वीर नहीं है।',
  'images.title': 'तस्वीरें',
  'images.of': '{title}: {count, plural, =0 {कोई तस्वीर नहीं} other {# तस्वीरें}}',
  'images.changed': '{count, plural, =0 {कोई तस्वीर नहीं} other {# तस्वीरें}}',
  'images.dialog': '{title} की तस्वीरें',
  'images.choose': 'तस्वीरें चुनें',
  'images.drop': '{limit, number} तक: JPEG, PNG या WebP। यहाँ छोड़ भी सकते हैं।',
  'images.alt': 'तस्वीर {place}: इसमें क्या दिखता है',
  'images.earlier': 'तस्वीर {place}: पहले',
  'images.later': 'तस्वीर {place}: बाद में',
  'images.remove': 'तस्वीर {place}: हटाएँ',
  'images.keep': 'सहेजें',
  'images.kept': 'सहेजी गईं।',
  'images.undone': 'वापस लिया गया।',
  'images.describe': 'हर तस्वीर में क्या दिखता है, लिखें।',
  'images.problem.no-picture': '{file} ऐसी तस्वीर नहीं जो पढ़ी जा सके।',
  'images.problem.too-large': '{file} बहुत बड़ी है: ज़्यादा से ज़्यादा 5 एमबी और ढाई करोड़ बिंदु।',
  'images.problem.too-many': '{file} के लिए जगह नहीं है।',
  'images.problem.twice': '{file} पहले से यहाँ है।',
}
