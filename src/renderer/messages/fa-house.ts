// Persian: the house as it lies on a disk, its backups. The keys are English's: a missing one does not compile. Must hold no message that no screen shows.

import type { enHouse } from './en-house.ts'

export const faHouse: Readonly<Record<keyof typeof enHouse, string>> = {
  'audit.kind.house-restored': 'فروش را از روی پشتیبان از سر گرفت',
  'audit.kind.sale-lost': 'پیش از بازیابی تأیید و با آن گم شد',
  'backup.title': 'پشتیبان\u200cها',
  'backup.none': 'هنوز از این گیشه پشتیبانی گرفته نشده است.',
  'backup.newest': 'تازه\u200cترین پشتیبان در {at} گرفته شد، تا ردیف {sequence} دفتر.',
  'backup.running': 'پشتیبان گرفته و وارسی می\u200cشود…',
  'backup.folder': 'پشتیبان\u200cها در {folder} هستند.',
  'backup.elsewhere': 'هر کدام در {folder} هم رونوشت می\u200cشود.',
  'backup.here':
    'همه تنها روی همین دیسک\u200cاند: برنامه را با \u200e--backup-to و پوشه\u200cای روی دیسکی دیگر آغاز کنید.',
  'backup.now': 'همین حالا پشتیبان بگیر',
  'backup.detail': 'آخرین مشکل: {detail}',
  'backup.failed': 'پشتیبان گرفته نشد: به دیسک رسیدگی کنید، سپس «مدیریت، کیوسک\u200cها» را ببینید.',
  'backup.unsound':
    'رونوشت این گیشه با دفترش نمی\u200cخواند و نگه داشته نشد: تا کسی نگاه نکرده، به پشتیبان\u200cهای پیشین هم تکیه نکنید.',
  'backup.elsewhere-missing': 'پوشهٔ رونوشت دوم پشتیبان\u200cها سر جایش نیست: آیا حافظهٔ جداشدنی وصل است؟',
  'backup.elsewhere-failed': 'رونوشت دوم پشتیبان نوشته نشد: آیا آن دیسک پر است؟',
  'recovery.title': 'این گیشه از روی پشتیبان بازگشته است',
  'recovery.text':
    'در {at} بازیابی شد و شاید از همهٔ فروش\u200cهای پیشین خبر نداشته باشد. تا کیوسک\u200cهایش نگویند چه می\u200cدانند، چیزی نمی\u200cفروشد.',
  'recovery.found.title': 'پرونده\u200cهای این گیشه از فروش\u200cهایش قدیمی\u200cترند',
  'recovery.found.text':
    'در {at} کیوسک {kiosk} ردیف\u200cهایی را می\u200cشناخت که این گیشه ندارد: رونوشتی قدیمی\u200cتر از پرونده\u200cها جای آن\u200cها را گرفته است. تا کیوسک\u200cهایش نگویند چه می\u200cدانند، چیزی نمی\u200cفروشد.',
  'recovery.rows':
    'پشتیبان تا ردیف {backup} دفتر است. کیوسک\u200cها {taken} ردیف پس از آن آوردند؛ {missing} ردیفی که دیده شده هنوز نرسیده است.',
  'recovery.epoch': 'از این پس گیشهٔ شمارهٔ {epoch} است.',
  'recovery.kiosk': 'کیوسک',
  'recovery.word': 'چه گفت',
  'recovery.word.awaited': 'هنوز هیچ: روشنش کنید و شبکه\u200cاش را ببینید',
  'recovery.word.coming': 'دارد آنچه را این گیشه از دست داده می\u200cآورد',
  'recovery.word.spoken': 'هر چه می\u200cداند اینجاست',
  'recovery.word.foreign': 'رونوشتش دنبالهٔ این گیشه نیست',
  'recovery.word.doubled': 'دو دستگاه کلید آن را دارند و فقط حرف یکی شنیده شد: ببینید آن یکی چه فروخته است',
  'recovery.wait': 'وقتی همه گفتند، این گیشه خودش باز می\u200cشود.',
  'recovery.refused': '{count, plural, other {# رسیدی که آورد}} از گیشهٔ دیگری است و پذیرفته نشد.',
  'recovery.lost.title': 'تأیید شده و در این گیشه نیست',
  'recovery.lost.text':
    '{count, plural, other {# فروش}} به کیوسکی تأیید شده، یا آنجا جابه‌جا یا پس داده شده، و در رونوشت هیچ‌کس چنین نیست: بلیت دست مشتری است. یادداشتش کنید و سپس بگویید که به آن رسیدگی شد. وقتی به همه رسیدگی شد، این گیشه خودش باز می‌شود.',
  'recovery.lost.more': '{shown} تای قدیمی‌تر از {count} نشان داده شده است.',
  'recovery.lost.settled': 'به {count, plural, other {# فروش دیگر}} رسیدگی شده است.',
  'recovery.lost.sale': 'رزرو',
  'recovery.lost.what': 'نمایش و صندلی‌ها',
  'recovery.lost.paid': 'پرداخت',
  'recovery.lost.sold': 'فروش',
  'recovery.lost.deed': 'چه باید کرد',
  'recovery.lost.no-show': 'نمایشی که آن هم در این گیشه نیست (شمارهٔ {show})',
  'recovery.lost.by': 'در {kiosk}، به دست {seller}',
  'recovery.lost.at': 'در {kiosk}',
  'recovery.stands.free':
    'صندلی‌هایش اینجا آزادند. با باز شدن این گیشه از فروش کنار گذاشته می‌شوند تا به کس دیگری نرسند: آن‌گاه به همین مشتری بفروشیدشان.',
  'recovery.stands.held-here':
    'بخشی از آن اینجا پرداخت شده است. وقتی این گیشه باز شد، باقی را همان‌جا همان‌گونه که بود ثبت کنید: پول از پیش در کشو است.',
  'recovery.stands.taken': 'برخی صندلی‌هایش اینجا از آنِ کس دیگری است: دو مشتری دارند. جای یکی را عوض کنید.',
  'recovery.stands.given-back': 'پس از فروش لغو شده است. ببینید پول یک بار و تنها یک بار برگشته باشد.',
  'recovery.stands.no-show': 'نمایش را دوباره بیفزایید و سپس همین صندلی‌ها را به او بفروشید.',
  'recovery.stands.other-seats':
    'اینجا هنوز صندلی‌های پیشین را دارد. این‌ها با باز شدن گیشه از فروش کنار گذاشته می‌شوند: آن‌گاه به فروش برگردانید و به آن‌ها جابه‌جایش کنید، یا آنچه را دیگر ندارد پس بدهید.',
  'recovery.stands.sold-here':
    'پس از نسخهٔ پشتیبان لغو شده؛ اینجا هنوز فروخته است. وقتی این گیشه باز شد دوباره لغوش کنید و پولی ندهید: آنچه برگشت همان وقت برگشت.',
  'recovery.settle': 'رسیدگی شد…',
  'recovery.settle.one': 'رسیدگی شد… ({sale})',
  'recovery.settle.all': 'به همهٔ نشان‌داده‌شده‌ها رسیدگی شد…',
  'recovery.settle.title': '{count, plural, one {به این فروش رسیدگی شد} other {به این # فروش رسیدگی شد}}',
  'recovery.settle.text': 'برای همیشه نوشته می‌شود چه فروخته شد، چه کسی می‌گوید رسیدگی شده و چگونه.',
  'recovery.settle.note': 'چه شد',
  'recovery.settle.keeps': 'صندلی‌هایش برای همین مشتری از فروش کنار بماند',
  'recovery.settle.yes': 'رسیدگی شد',
  'recovery.open': 'با این حال بازش کن…',
  'recovery.open.title': 'باز کردن پیش از آنکه همه بگویند',
  'recovery.open.text':
    'صندلی\u200cای که کیوسکی غایب فروخته شاید دوباره فروخته شود. نوشته می\u200cشود چه کسی گیشه را باز کرد و چرا.',
  'recovery.open.yes': 'این گیشه را باز کن',
  'recovery.in': 'ورود مدیر…',
  'recovery.in.title': 'برای فهرست پنجره',
  'recovery.in.text':
    'کسی که مسئول گیشه است، تا وقتی گیشه منتظر است، می‌تواند از فهرست این پنجره پشتیبان بگیرد، پشتیبان دیگری برگرداند و اطلاعات عیب‌یابی را کپی کند.',
  'recovery.in.yes': 'ورود',
  'recovery.in.now':
    '{name} وارد شده است: فهرست پنجره پشتیبان می‌گیرد، پشتیبان دیگری برمی‌گرداند و اطلاعات عیب‌یابی را کپی می‌کند.',
  'recovery.reason': 'چرا',
  'recovery.first': 'مدیر',
  'recovery.second': 'نفر دوم',
  'recovery.pin': 'رمز',
  'kiosks.join.looking': 'در جستجوی هاب\u200cهای این شبکه…',
  'kiosks.join.found': 'هاب\u200cهای این شبکه',
  'kiosks.join.use': '{name} در {address} که کلیدش با {fingerprint} آغاز می\u200cشود',
  'clock.ahead':
    'ساعت این دستگاه {minutes} دقیقه از ساعت گیشه جلوتر است: آن را تنظیم کنید. مهلت\u200cها با ساعت گیشه شمرده می\u200cشوند.',
  'clock.behind':
    'ساعت این دستگاه {minutes} دقیقه از ساعت گیشه عقب\u200cتر است: آن را تنظیم کنید. مهلت\u200cها با ساعت گیشه شمرده می\u200cشوند.',
}
