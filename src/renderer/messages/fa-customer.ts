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
  'self.there': 'هنوز اینجا هستید؟',
  'self.there.text': 'تا {seconds} ثانیهٔ دیگر همه چیز از نو آغاز می‌شود و جاها آزاد می‌شوند.',
  'self.here': 'بله، ادامه می‌دهم',
  'self.over': 'از نو',
  'self.staff': 'کارکنان',
  'self.noTerminal': 'بلیت را از باجه بخرید.',
  'self.done': 'تمام شد',
  'self.pay': 'با دستگاه کارت‌خوان بپردازید؛ بلیت‌ها پس از پاسخ آن می‌آیند.',
  'self.paying': 'لطفاً با دستگاه بپردازید',
  'self.paying.text': '{mode}: تا آن زمان صندلی‌ها برای شما می‌مانند.',
}
