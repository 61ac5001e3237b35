// Persian: newer versions of Guichet. The keys are English's: a missing one does not compile. Must hold no message that no screen shows.

import type { enUpdates } from './en-updates.ts'

export const faUpdates: Readonly<Record<keyof typeof enUpdates, string>> = {
  'audit.kind.update-asked': 'درخواست به‌روزرسانی داد',
  'audit.kind.update-called-off': 'به‌روزرسانی را لغو کرد',
  'refusal.notFound.update': 'آن به‌روزرسانی دیگر اینجا نیست؛ دوباره بگردید.',
  'refusal.update.shift': 'اکنون نه: شیفت {name} باز است. آن را ببندید یا «پس از بسته شدن شیفت» را برگزینید.',
  'refusal.update.sale': 'اکنون نه: در {name} صندلی‌هایی نگه داشته شده است. نخست آن فروش را تمام کنید.',
  'refusal.update.show':
    'اکنون نه: تماشاگران برای {name} می‌آیند که ساعت {time} آغاز می‌شود. نیم ساعت پس از آن می‌توان انجامش داد.',
  'updates.title': 'به‌روزرسانی‌ها',
  'updates.loading': 'در حال پرسیدن نسخه…',
  'updates.now': 'این دستگاه گیشه {version} را اجرا می‌کند.',
  'updates.hub': 'مرکز {version} را اجرا می‌کند: کیوسک هرگز از مرکز خود تازه‌تر نیست.',
  'updates.none': 'این دستگاه از همان راهی به‌روز می‌شود که نصب شده است.',
  'updates.keyless':
    'این برنامه بدون کلید سازنده‌اش ساخته شده و به‌روزرسانی نمی‌پذیرد: آن را از همان راهی که نصب شده جایگزین کنید.',
  'updates.folder':
    'بسته و guichet-update.json آن را در {folder} بگذارید و سپس «به‌روزرسانی از پرونده» را بزنید.',
  'updates.feed': 'در شبکه، نسخه‌های تازه‌تر در {feed} جست‌وجو می‌شوند.',
  'updates.fromFolder': 'به‌روزرسانی از پرونده',
  'updates.fromFeed': 'جست‌وجو در شبکه',
  'updates.offer': 'نسخه {version} اینجاست: سازنده امضایش کرده و کامل بررسی شده است.',
  'updates.file': 'پرونده',
  'updates.size': '{megabytes} مگابایت',
  'updates.digest': 'SHA-512',
  'updates.notes': 'چه تغییر کرده است',
  'updates.install': 'اکنون نصب شود',
  'updates.atClose': 'پس از بسته شدن شیفت',
  'updates.backup': 'نخست از این گیشه پشتیبان گرفته می‌شود.',
  'updates.step.looking': 'در حال گشتن و بررسی…',
  'updates.callOff': 'لغو انتظار',
  'updates.step.waiting':
    'منتظر است تا آخرین شیفت باز بسته شود، هیچ صندلی‌ای نگه داشته نشده باشد و نمایشی در جریان نباشد. اگر گیشه از نو آغاز شود هم منتظر می‌ماند.',
  'updates.step.backing-up': 'در حال ساختن و بررسی پشتیبان…',
  'updates.step.installing': 'در حال نصب…',
  'updates.step.ready': 'بررسی و پشتیبان‌گیری شد. گیشه را ببندید؛ سپس مدیر این دستگاه {place} را نصب می‌کند.',
  'updates.step.installed': 'نسخه {version} در جای خود است: بار بعد همان آغاز می‌شود.',
  'updates.problem.no-key': 'این برنامه بدون کلید سازنده‌اش ساخته شده است.',
  'updates.problem.nothing': 'آنجا guichet-update.json نیست.',
  'updates.problem.unreachable': 'خوانده نشد.',
  'updates.problem.unsigned': 'سازنده این برنامه امضایش نکرده است. نصبش نکنید.',
  'updates.problem.unreadable': 'امضا شده است، اما این نسخه آن را نمی‌فهمد.',
  'updates.problem.same': 'همین نسخه‌ای است که اجرا می‌شود.',
  'updates.problem.older': 'از نسخه در حال اجرا کهنه‌تر است: نسخه کهنه داده‌های نسخه تازه را نمی‌فهمد.',
  'updates.problem.too-far': 'این نسخه برایش کهنه است: نخست نسخه‌ای میانی نصب کنید.',
  'updates.problem.past-hub': 'از مرکز تازه‌تر است: نخست مرکز را به‌روز کنید.',
  'updates.problem.not-for-here': 'برای شیوه نصب این دستگاه بسته‌ای ندارد.',
  'updates.problem.not-yet': 'نسخه تازه‌تری هست؛ نخست به دستگاه‌های دیگر می‌رسد. چند روز دیگر دوباره بگردید.',
  'updates.problem.damaged': 'این پرونده همان نیست که امضا شده؛ چیزی از آن نگه داشته نشد: دوباره کپی کنید.',
  'updates.problem.no-backup': 'پشتیبانی ساخته نشد، پس چیزی نصب نشد.',
  'updates.problem.not-now': 'در این میان فروشی آغاز شد، پس چیزی نصب نشد: دوباره بخواهید.',
  'updates.problem.another':
    'آنچه اینجاست همان نیست که خواسته شده بود؛ پس چیزی نصب نشد و دور ریخته شد: دوباره بگردید.',
  'updates.problem.failed': 'سیستم نپذیرفت و نسخه کهنه همچنان در جای خود است.',
  'updates.detail': 'گفت: {detail}',
}
