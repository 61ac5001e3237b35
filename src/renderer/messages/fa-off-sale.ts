// Persian: seats of a show off sale and back on it. The keys are English's: a missing one does not compile.
// Must hold no message that no screen shows: a test checks it.

import type { enOffSale } from './en-off-sale.ts'

export const faOffSale: Readonly<Record<keyof typeof enOffSale, string>> = {
  'offSale.title': 'صندلی‌های خارج از فروش',
  'offSale.hint':
    'کلیدهای جهت حرکت می‌دهند، Space انتخاب می‌کند، Shift با کلیدهای جهت چند صندلی را، حروف و ارقام به یک صندلی می‌روند.',
  'offSale.chosenSeat': '{seat}، انتخاب‌شده',
  'offSale.chosen':
    '{count, plural, =0 {صندلی‌ها را روی نقشه انتخاب کنید} one {# صندلی انتخاب شد} other {# صندلی انتخاب شد}}',
  'offSale.row': 'انتخاب همهٔ ردیفش',
  'offSale.would':
    '{count, plural, =0 {هیچ‌کدام از فروش خارج نمی‌شود} one {# صندلی از فروش خارج می‌شود} other {# صندلی از فروش خارج می‌شوند}}',
  'offSale.already':
    '{count, plural, one {# صندلی به همین دلیل خارج از فروش است} other {# صندلی به همین دلیل خارج از فروش‌اند}}',
  'offSale.left':
    '{count, plural, one {# صندلی کنار گذاشته می‌شود} other {# صندلی کنار گذاشته می‌شوند}}: {reason}',
  'offSale.reason': 'چرا فروخته نمی‌شوند',
  'offSale.camera': 'دوربین آنجاست',
  'offSale.broken': 'خراب است',
  'offSale.house': 'برای خود سالن',
  'offSale.take': 'خارج کردن {count, plural, =0 {صندلی‌ها} one {# صندلی} other {# صندلی}} از فروش',
  'offSale.putBack': 'برگرداندن {count, plural, =0 {صندلی‌ها} one {# صندلی} other {# صندلی}} به فروش',
  'offSale.done':
    '{changed, plural, one {# صندلی تغییر کرد} other {# صندلی تغییر کردند}}{skipped, plural, =0 {} one {، # صندلی ماند} other {، # صندلی ماندند}}.',
}
