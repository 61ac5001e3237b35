// Persian: what is said on the seat map. Must have what English has: the compiler checks it.

import type { enMap } from './en-map.ts'

export const faMap: Readonly<Record<keyof typeof enMap, string>> = {
  'map.far': 'برای نزدیک شدن کلیک یا لمس کنید، سپس صندلی را انتخاب کنید.',
  'map.draw': 'انتخاب با کشیدن روی صندلی‌ها (Shift و کشیدن)',
  'sweep.told':
    '{isMost, select, true {{count, plural, one {# صندلی} other {# صندلی}}، بیشترین تعداد در یک فروش · {sum}} other {{count, plural, one {# صندلی} other {# صندلی}} · {sum}}}',

  'choice.alone':
    '{count, plural, one {کنار {seats} کسی نمی‌ماند و تنها می‌شود.} other {کنار {seats} کسی نمی‌ماند و تنها می‌شوند.}}',
  'choice.aloneRefused':
    '{count, plural, one {{seats} تنها می‌ماند و این برنامه آن را نمی‌پذیرد.} other {{seats} تنها می‌مانند و این برنامه آن را نمی‌پذیرد.}}',
  'choice.ladies':
    '{count, plural, one {{seats} صندلی بانوان است: در سبد مشخص کنید که یک خانم آنجا می‌نشیند.} other {{seats} صندلی بانوان‌اند: در سبد مشخص کنید که خانم‌ها آنجا می‌نشینند.}}',
  'choice.companion':
    '{count, plural, one {{seats} صندلی همراه است: جای ویلچر کنار آن را هم انتخاب کنید.} other {{seats} صندلی همراه‌اند: جاهای ویلچر کنارشان را هم انتخاب کنید.}}',

  'cart.types': 'نوع بلیت همهٔ صندلی‌ها',
  'cart.types.mixed': 'نوع‌های گوناگون',
  'cart.types.next': 'همهٔ صندلی‌ها: {type}',
  'keys.types': 'نوع بلیت بعدی برای همهٔ صندلی‌ها',

  'passenger.name': 'نام کسی که در {seat} می‌نشیند',
  'passenger.name.short': 'نام',
  'passenger.age': 'سن کسی که در {seat} می‌نشیند',
  'passenger.age.short': 'سن',
  'passenger.wanted': 'پیش از پرداخت، نام و سن کسی که در {seat} می‌نشیند.',
  'field.passenger': 'نام و سن مسافر',

  'card.where':
    '{section, select, none {} other {{section} · }}{row, select, none {جای {number}} other {ردیف {row} · صندلی {number}}}',
  'card.prices': 'قیمت‌ها',
  'card.wheelchair': 'جای ویلچر است و صندلی ندارد.',
  'card.companion': 'همراه با جای ویلچر کنارش فروخته می‌شود.',
  'card.restrictedView': 'بخشی از دید پوشیده است؛ پیش از فروش بگویید.',
  'card.ladies': 'فقط یک خانم می‌تواند اینجا بنشیند.',
  'card.kiosk': '{isHere, select, true {در همین باجه} other {در {kiosk}}}',
  'card.seller': '{isHere, select, true {{seller}، در همین باجه} other {{seller}، در {kiosk}}}',
  'card.since': 'از ساعت {time}',
  'card.soldAt': 'فروخته‌شده در ساعت {time}',
  'card.lasting': '{gone} گذشته · {left} مانده',

  'news.taken': '{count, plural, one {# صندلی گرفته شد.} other {# صندلی گرفته شد.}}',
  'news.taken.row':
    '{count, plural, one {# صندلی در {place} گرفته شد.} other {# صندلی در {place} گرفته شد.}}',
  'news.free': '{count, plural, one {# صندلی آزاد شد.} other {# صندلی آزاد شد.}}',
  'news.free.row': '{count, plural, one {# صندلی در {place} آزاد شد.} other {# صندلی در {place} آزاد شد.}}',

  'keys.ask': 'دربارهٔ این صندلی',
}
