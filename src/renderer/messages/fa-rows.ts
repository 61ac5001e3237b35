// Persian: the office's tables of what is sold. The keys are English's: a missing one does not compile.
// Must hold no word that a screen does not show: a test looks.

import type { enRows } from './en-rows.ts'

export const faRows: Readonly<Record<keyof typeof enRows, string>> = {
  'problem.final': 'راه بازگشت ندارد',
  'manage.reason.over': 'دیگر نگه داشته نیست',
  'manage.reason.promised': 'به کسی قول داده شده که بعداً می‌پردازد',
  'manage.reason.paying': 'پرداختش در راه است',
  'manage.reason.part-paid': 'بخشی از آن پرداخت شده است: نخست آن پول پس داده شود',
  'holds.title': 'نگه‌داری‌ها',
  'holds.search': 'جستجوی نگه‌داری‌ها',
  'holds.show': 'سانس',
  'holds.state': 'وضعیت',
  'holds.state.held': 'نگه‌داشته',
  'holds.state.reserved': 'رزرو',
  'holds.state.paying': 'در حال پرداخت',
  'holds.state.part-paid': 'بخشی پرداخت شده',
  'holds.seller': 'فروشنده',
  'holds.kiosk': 'باجه',
  'holds.customer': 'مشتری',
  'holds.since': 'از',
  'holds.age': 'چند دقیقه',
  'holds.until': 'تا',
  'holds.amount': 'مبلغ',
  'holds.open': 'باز کردن رزرو {seats}',
  'holds.release': 'آزاد کردن…',
  'holds.releasing': 'آزاد کردن: {reason}',
  'holds.release.title': '{count, plural, other {آزاد کردن # نگه‌داری}}',
  'holds.reason': 'چرا آزاد می‌شوند',
  'holds.reason.left': 'در باجه رها شده',
  'holds.reason.needed': 'صندلی‌ها لازم‌اند',
  'holds.reason.asked': 'خواستهٔ فروشنده',
  'holds.noWayBack':
    '{count, plural, one {صندلی‌هایش بی‌درنگ برای همهٔ باجه‌ها آزاد و به فروشنده‌اش گفته می‌شود. این کار برگشت ندارد.} other {صندلی‌هایشان بی‌درنگ برای همهٔ باجه‌ها آزاد و به فروشنده‌هایشان گفته می‌شود. این کار برگشت ندارد.}}',
  'holds.booking': 'رزرو',
}
