// English: taking the money. ICU messages; a key says where it stands.
// Must hold no word that a screen does not show: a test looks.

export const enPay = {
  'problem.only-a-picture': 'is proven by a picture: there is no money here to hand back',
  'problem.no-picture': 'is no JPEG, PNG or WebP picture',
  'problem.too-large': 'is larger than 4 MB',
  'field.phone': 'Phone',
  'field.email': 'E-mail',
  'field.paymentId': 'Payment',
} as const
