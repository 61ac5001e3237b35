// Persian: which seats, and who may sit there. Must have what English has: the compiler checks it.

import type { enSeats } from './en-seats.ts'

export const faSeats: Readonly<Record<keyof typeof enSeats, string>> = {
  'best.title': 'بهترین صندلی‌ها',
  'best.find': 'بهترین',
  'best.hold': '{count, plural, one {نگه‌داشتن بهترین صندلی} other {نگه‌داشتن # صندلی برتر}}',
  'best.count': 'کنار هم',
  'best.fewer': 'صندلی کمتر',
  'best.more': 'صندلی بیشتر',
  'best.where': 'کجا',
  'best.anywhere': 'همهٔ جایگاه‌ها',
  'best.standing': '{name} · ایستاده',
  'best.next': 'گزینهٔ بعدی',
  'best.previous': 'گزینهٔ قبلی',
  'best.none':
    '{count, plural, one {هیچ صندلی آزادی از این نوع نمانده است.} other {# صندلی آزاد از این نوع نمانده است.}}',
  'best.parted':
    'هیچ‌جا {count, number} صندلی کنار هم نیست: این‌ها در {groups, number} دستهٔ نزدیک به هم هستند.',

  'alone.told':
    '{count, plural, one {{seats} تک می‌ماند و فروش آن دشوار می‌شود.} other {{seats} تک می‌مانند و فروش آن‌ها دشوار می‌شود.}}',
  'alone.override': 'همین‌طور بماند…',
  'alone.title': '{seats} تک بماند؟',
  'alone.text': 'این برنامه نمی‌گذارد صندلی تک بماند. دلیل شما همراه رزرو نگه داشته می‌شود.',
  'alone.reason': 'دلیل',
  'alone.yes': 'با این حال نگه دار',

  'passenger.label': 'مسافر {seat}',
  'passenger.unspecified': 'مسافر',
  'passenger.female': 'خانم',
  'passenger.male': 'آقا',

  'refusal.notFound.standby': 'با این سبد کسی دیگر در صف نیست.',
  'refusal.single':
    '{count, plural, one {با این انتخاب {seats} تک می‌ماند و این برنامه اجازه نمی‌دهد. صندلی کنار آن یا یکی دورتر را بردارید.} other {با این انتخاب {seats} تک می‌مانند و این برنامه اجازه نمی‌دهد. صندلی‌های کنار آن‌ها یا دورتر را بردارید.}}',
  'refusal.ladies':
    '{count, plural, one {{seats} برای خانم‌هاست: صندلی بانوان، یا کنار خانمی که تنها سفر می‌کند. بگویید چه کسی می‌نشیند، یا صندلی دیگری بردارید.} other {{seats} برای خانم‌هاست: صندلی بانوان، یا کنار خانمی که تنها سفر می‌کند. بگویید چه کسانی می‌نشینند، یا صندلی‌های دیگری بردارید.}}',
  'refusal.companion':
    '{count, plural, one {{seats} صندلی همراه است و با جای ویلچر کنارش فروخته می‌شود.} other {{seats} صندلی همراه‌اند و با جای ویلچر کنارشان فروخته می‌شوند.}}',

  'stay.calendar': 'اتاق‌های مانده در هر شب',
  'stay.night': '{type}، شب {date}',
  'stay.types': 'اتاق، هر شب',
  'stay.left': '{count, plural, =0 {پر} one {# اتاق مانده} other {# اتاق مانده}}',
  'stay.nights': 'شب',
  'stay.nights.fewer': 'یک شب کمتر',
  'stay.nights.more': 'یک شب بیشتر',
  'stay.rooms': 'اتاق',
  'stay.rooms.fewer': 'یک اتاق کمتر',
  'stay.rooms.more': 'یک اتاق بیشتر',
  'stay.choose': 'نخستین شب یکی از انواع اتاق را انتخاب کنید.',
  'stay.dates': 'از {from} تا {until}',
  'stay.moves':
    '{count, plural, one {از {from} تا {until}، با یک جابه‌جایی اتاق} other {از {from} تا {until}، با # جابه‌جایی اتاق}}',
  'stay.none': 'از {from} تا {until} همهٔ شب‌ها این تعداد اتاق ندارند.',
  'package.leaves': 'حرکت',
  'package.price': 'هر جا',
  'package.price.of': '{count, plural, =1 {{price}} other {از {price}}}',
  'package.places': 'جاها',
  'package.left': '{left, number} از {all, number} مانده',
  'package.wanted': 'تعداد جا',
  'package.fewer': 'یک جا کمتر',
  'package.more': 'یک جا بیشتر',
  'package.none': 'این تعداد جا نمانده است.',
  'listing.stars': '{count, plural, one {# ستاره} other {# ستاره}}',
  'listing.nights': '{count, plural, one {# شب} other {# شب}}',
  'listing.includes': 'شامل',

  'standby.wait': 'در صف بمان',
  'standby.waiting':
    '{ahead, plural, =0 {در صف {seats}: همین که آزاد شود اینجا نگه داشته می‌شود.} one {در صف {seats}، پس از یک نفر دیگر: همین که آزاد شود اینجا نگه داشته می‌شود.} other {در صف {seats}، پس از # نفر دیگر: همین که آزاد شود اینجا نگه داشته می‌شود.}}',
  'standby.list': 'در صف صندلی',
  'standby.one': '{title} · {seats} · {ahead, plural, =0 {نفر بعدی} one {# نفر جلوتر} other {# نفر جلوتر}}',
  'standby.any': '{count, plural, one {هر صندلی} other {هر # صندلی کنار هم}}',
  'standby.leave': 'بیرون آمدن از صف {seats}',
  'standby.stop': 'بیرون آمدن از صف',
  'standby.take': 'ادامه با آن',
}
