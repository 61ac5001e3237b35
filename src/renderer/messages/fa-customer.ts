import type { enCustomer } from './en-customer.ts'

export const faCustomer: Readonly<Record<keyof typeof enCustomer, string>> = {
  'customer.title': 'خرید شما',
  'customer.open': 'باز کردن نمایشگر مشتری',
  'customer.speak': 'نمایشگر مشتری: {language}',
  'customer.welcome': 'خوش آمدید',
  'customer.left': '{left, select, none {تکمیل شد} few {چند جا مانده است} other {جا هست}}',
  'customer.held': 'جاهای شما برایتان نگه داشته شده است.',
  'customer.thanks': 'سپاسگزاریم. خوش بگذرد!',
  'customer.seats': '{count, plural, one {جای شما: {seats}} other {جاهای شما: {seats}}}',
}
