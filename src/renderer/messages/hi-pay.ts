// Hindi: taking the money. ICU messages; a key says where it stands.
// Must hold no word that a screen does not show: a test looks.

export const hiPay = {
  'problem.only-a-picture': 'केवल तस्वीर से साबित है: लौटाने को यहाँ कोई पैसा नहीं है',
  'problem.no-picture': 'JPEG, PNG या WebP तस्वीर नहीं है',
  'problem.too-large': '4 MB से बड़ी है',
  'field.phone': 'फ़ोन',
  'field.email': 'ई-मेल',
  'field.paymentId': 'भुगतान',
} as const
