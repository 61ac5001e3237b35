// Persian: taking the money. ICU messages; a key says where it stands.
// Must hold no word that a screen does not show: a test looks.

export const faPay = {
  'problem.only-a-picture': 'تنها با تصویر ثابت شده است و پولی برای پس‌دادن این‌جا نیست',
  'problem.no-picture': 'تصویر JPEG یا PNG یا WebP نیست',
  'problem.too-large': 'بزرگ‌تر از ۴ مگابایت است',
  'field.phone': 'تلفن',
  'field.email': 'ایمیل',
  'field.paymentId': 'پرداخت',
} as const
