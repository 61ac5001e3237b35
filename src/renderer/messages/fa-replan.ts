// Persian: shows that go to another version of their plan. ICU messages; a key says where it is used.
// Must hold no message that no screen shows: a test checks it.

import type { enReplan } from './en-replan.ts'

export const faReplan: Readonly<Record<keyof typeof enReplan, string>> = {
  'replan.changed': 'به نسخهٔ دیگری از نقشه‌شان',
  'replan.title': 'نسخهٔ تازهٔ {name}: برای کدام سانس‌ها؟',
  'replan.done.title': 'نسخهٔ تازهٔ {name}',
  'replan.trying': 'در حال بررسی تک‌تک سانس‌ها…',
  'replan.hint':
    'بلیت‌ها، نگه‌داشته‌ها و قیمت‌ها همان می‌مانند. سانسی که در آن کسی صندلی‌اش را از دست بدهد، روی نسخهٔ خود می‌ماند.',
  'replan.none': 'هیچ سانس آینده‌ای روی این نقشه نیست.',
  'replan.shows': 'سانس‌های آینده',
  'replan.same': 'از پیش روی همین نسخه است',
  'replan.alike': 'هیچ صندلی تغییر نمی‌کند',
  'replan.displaces':
    '{count, plural, one {می‌ماند: # صندلی که کسی دارد از دست می‌رفت} other {می‌ماند: # صندلی که کسانی دارند از دست می‌رفت}}',
  'replan.count.added': '{count, plural, one {# صندلی تازه} other {# صندلی تازه}}',
  'replan.count.gone': '{count, plural, one {# صندلی برداشته می‌شود} other {# صندلی برداشته می‌شوند}}',
  'replan.count.moved': '{count, plural, one {# صندلی جابه‌جا می‌شود} other {# صندلی جابه‌جا می‌شوند}}',
  'replan.count.recategorised':
    '{count, plural, one {منطقهٔ قیمت # صندلی عوض می‌شود} other {منطقهٔ قیمت # صندلی عوض می‌شود}}',
  'replan.count.goneBlocked':
    '{count, plural, one {# تا از برداشته‌ها از فروش خارج بود} other {# تا از برداشته‌ها از فروش خارج بودند}}',
  'replan.count.unpriced':
    '{count, plural, one {# صندلی قیمت ندارد و فروخته نمی‌شود} other {# صندلی قیمت ندارند و فروخته نمی‌شوند}}',
  'replan.booking': 'رزرو …{number}',
  'replan.why.unpriced': 'آنجا برای بلیتش قیمتی نیست',
  'replan.why.flags': 'نشانش عوض می‌شد',
  'replan.save':
    '{count, plural, =0 {ذخیره، بدون بردن سانسی} one {ذخیره و بردن # سانس} other {ذخیره و بردن # سانس}}',
  'replan.move': '{count, plural, =0 {سانسی برای بردن نیست} one {بردن # سانس} other {بردن # سانس}}',
  'replan.done':
    '{changed, plural, =0 {نسخه نگه داشته شد؛ سانسی برده نشد.} one {# سانس برده شد.} other {# سانس برده شدند.}}{skipped, plural, =0 {} one { # سانس ماند.} other { # سانس ماندند.}}',
  'replan.undone':
    '{changed, plural, =0 {هیچ سانسی برگردانده نشد.} one {# سانس همان شد که بود.} other {# سانس همان شدند که بودند.}}{skipped, plural, =0 {} one { # سانس ماند: صندلی‌های تازه‌اش فروخته شده‌اند.} other { # سانس ماندند: صندلی‌های تازه‌شان فروخته شده‌اند.}}',
  'replan.undo': 'برگرداندن',
  'replan.close': 'تمام',
}
