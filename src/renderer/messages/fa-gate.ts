// Persian: the scanner, the gate. The keys are English’s: a missing one does not compile.
// Must hold no message that no screen shows: a test checks it.

import type { enGate } from './en-gate.ts'

export const faGate: Readonly<Record<keyof typeof enGate, string>> = {
  'scanner.title': 'بارکدخوان…',
  'scanner.heading': 'بارکدخوان',
  'scanner.text':
    'هر بارکدخوانی که مانند صفحه‌کلید تایپ می‌کند، همین‌طور که هست کار می‌کند؛ در همه‌جای برنامه و با هر زبان صفحه‌کلید.',
  'scanner.interval': 'بیشترین فاصلهٔ دو نویسه',
  'scanner.interval.one': '{ms, number} میلی‌ثانیه',
  'scanner.interval.hint':
    'اگر کدها تکه‌تکه می‌رسند بیشترش کنید؛ اگر تایپ سریع به‌جای اسکن گرفته می‌شود، کمترش کنید.',
  'scanner.prefix': 'کلید پیش از هر کد',
  'scanner.prefix.none': 'هیچ',
  'scanner.prefix.hint': 'اگر بارکدخوان چنین کلیدی می‌فرستد، هر کدی از هر نوع اسکن به شمار می‌آید.',
  'scanner.try': 'امتحان کنید: همین حالا چیزی اسکن کنید',
  'scanner.try.read': 'خوانده شد: {text}',

  'gate.go': 'ورودی: پذیرش تماشاگران',
  'gate.short': 'ورودی',
  'gate.title': 'ورودی: {title}',
  'gate.show': 'برنامهٔ این در',
  'gate.side': 'چه کسانی وارد شده‌اند',
  'gate.none.title': 'امروز هیچ برنامه‌ای در ورودی ندارد',
  'gate.none.text': 'همین که برنامه‌ای از ۲۴ ساعت آینده در فروش باشد، در ورودی‌اش اینجاست.',
  'gate.sound': 'صدا',
  'gate.ready': 'آماده: بلیت را اسکن کنید',
  'gate.asking': 'در حال بررسی…',
  'gate.number': 'شمارهٔ بلیت، یا ۸ نویسهٔ آخر آن',
  'gate.check': 'بررسی',
  'gate.answer.valid': 'معتبر',
  'gate.answer.used': 'استفاده شده',
  'gate.answer.wrong-show': 'برنامهٔ دیگر',
  'gate.answer.void': 'باطل',
  'gate.answer.unknown': 'بلیت نیست',
  'gate.answer.alone': 'اصل',
  'gate.answer.unchecked': 'بررسی نشد',
  'gate.answer.refused': 'مجاز نیست',
  'gate.used.when': 'ورود: {day}، ساعت {time}',
  'gate.right': 'این بلیت برای {title} است: {day} ساعت {time}، {venue}',
  'gate.alone': 'بدون ارتباط با گیشه بررسی شد: بار نخست در این در.',
  'gate.unchecked.alone': 'گیشه در دسترس نیست و این بلیت را اینجا نمی‌توان بررسی کرد. راه ندهید.',
  'gate.unchecked.fault': 'گیشه نتوانست آن را ثبت کند. دوباره اسکن کنید.',
  'gate.why.void': 'لغو یا جابه‌جا شده، یا برگهٔ تازه‌تری جایش را گرفته است.',
  'gate.why.unknown': 'امضای این گیشه را ندارد.',
  'gate.counts': 'شمار',
  'gate.in': 'وارد شده',
  'gate.toCome': 'هنوز نیامده',
  'gate.sold': 'فروخته',
  'gate.section': '{name}: {letIn, number} از {sold, number} وارد شده',
  'gate.recent': 'آخرین اسکن‌ها',
  'gate.recent.none': 'هنوز چیزی اسکن نشده است.',
  'gate.without':
    'بدون ارتباط با گیشه: بلیت‌ها از روی امضا بررسی می‌شوند و هر کدام یک بار از این در راه داده می‌شود.',
  'gate.owed': '{count, plural, one {یک بلیت} other {# بلیت}} هنوز باید به گیشه گزارش شود.',
  'gate.conflict.used':
    '{number} ساعت {here} بدون ارتباط با گیشه از اینجا وارد شد، و ساعت {there} از جای دیگر.',
  'gate.conflict.void': '{number} ساعت {here} بدون ارتباط با گیشه از اینجا وارد شد، اما دیگر معتبر نبود.',
  'gate.conflict.refused':
    '{number} ساعت {here} بدون ارتباط با گیشه از اینجا وارد شد، و گیشه گزارش آن را نمی‌پذیرد: {why}',
  'gate.conflict.seen': 'دیدم',

  'gate.camera': 'دوربین',
  'gate.camera.picture': 'آنچه دوربین می‌بیند',
  'gate.camera.starting': 'دوربین روشن می‌شود…',
  'gate.camera.denied': 'دوربین اجازه ندارد: در تنظیمات مرورگر اجازه دهید، یا مانند پیش اسکن و تایپ کنید.',
  'gate.camera.none': 'دوربینی نیست، یا برنامهٔ دیگری از آن استفاده می‌کند.',
  'gate.camera.away':
    'آنچه تصویر دوربین را می‌خواند از گیشه می‌آید و گیشه پاسخ نمی‌دهد. مانند پیش اسکن و تایپ کنید؛ وقتی گیشه برگردد دوباره جست‌وجو می‌شود.',
  'gate.camera.other': 'دوربین دیگر',
  'gate.camera.lamp': 'چراغ',
}
