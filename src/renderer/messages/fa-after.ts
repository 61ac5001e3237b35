// Persian: after the sale, and around it at the desk. The keys are English's: a missing one does not compile.
// Must hold no message that no screen shows: a test checks it.

import type { enAfter } from './en-after.ts'

export const faAfter: Readonly<Record<keyof typeof enAfter, string>> = {
  'refusal.unreviewed':
    '{amount} از آن تصویر یک حوالهٔ بانکی است که هنوز کسی بررسی نکرده است: نخست یک مدیر باید آن را بپذیرد یا رد کند.',
  'refusal.refundTooLarge':
    '{amount} بیش از {limit} است که فروشنده هنوز می‌تواند از این رزرو پس بدهد: یک مدیر باید در همین باجه وارد شود و آن را پس بدهد.',
  'refusal.onSale':
    'میهمانانش وارد شده‌اند و فروش این سانس تا {time} ادامه دارد: صندلی‌هایشان دوباره فروخته می‌شد. پس از آن حذفش کنید.',

  'back.column': 'بازپرداخت',
  'back.tick': 'پس دادن {seat}',
  'back.hint': 'برای پس دادن فقط چند صندلی، آن‌ها را تیک بزنید.',
  'back.seats': '{count, plural, one {پس دادن # صندلی} other {پس دادن # صندلی}}',
  'back.money': 'پس دادن {total}',
  'back.titleSeats':
    '{count, plural, one {# صندلی از این رزرو پس داده شود؟} other {# صندلی از این رزرو پس داده شود؟}}',
  'back.titleMoney': 'پولی که برای این رزرو پرداخت شد پس داده شود؟',
  'back.sum': '{total} بابت {seats} پس داده می‌شود.',
  'back.sumMoney': '{total} پس داده می‌شود.',
  'back.nothing': 'بنا بر شرایط، بابت {seats} چیزی پس داده نمی‌شود.',
  'back.seatsFree':
    '{count, plural, one {صندلی بی‌درنگ برای همهٔ باجه‌ها به فروش برمی‌گردد.} other {صندلی‌ها بی‌درنگ برای همهٔ باجه‌ها به فروش برمی‌گردند.}}',
  'back.where': 'پول به کجا می‌رود',
  'back.same': 'همان راهی که پرداخت شد: {ways}',
  'back.wallet': 'کیف پول {name}',
  'back.newWallet': 'کیف پول تازه که شماره‌اش رسید آن است',
  'back.manager': 'از این رزرو، بیش از {limit} را دیگر فقط مدیر پس می‌دهد که همین‌جا وارد می‌شود.',
  'back.callManager': 'ورود مدیر',
  'back.yes': 'پس دادن {total}',
  'back.yesNothing': 'پس دادن صندلی‌ها',
  'back.keep': 'همین‌طور بماند',
  'back.way.drawer': '{amount} نقد',
  'back.way.terminal': '{amount} با {mode}',
  'back.way.wallet': '{amount} به کیف پول {number}',
  'back.way.booking': '{amount} به رزروی دیگر',
  'back.done': 'به مشتری پس داده شد: {ways}.',
  'back.doneCancelled': 'رزرو لغو شد و صندلی‌هایش دوباره در فروش‌اند.',
  'back.doneSeats':
    '{count, plural, one {{seats}: دوباره در فروش؛ بلیتش باطل است.} other {{seats}: دوباره در فروش؛ آن بلیت‌ها باطل‌اند.}}',
  'back.given': 'پس داده شد: {ways}',
  'back.returned': 'پس داده‌شده',
  'back.returnedSeat': '{seat}: {amount}، {time}',

  'proof.open': 'هنوز کسی تصویر را ندیده است',
  'proof.accepted': 'تصویر پذیرفته شد',
  'proof.rejected': 'تصویر رد شد',
  'proof.pictureOf': 'تصویر حوالهٔ {amount}',
  'proof.notHad': 'تصویر در دسترس نیست. رزرو را دوباره باز کنید.',
  'proof.accept': 'پذیرفتن تصویر',
  'proof.reject': 'رد کردن…',
  'proof.rejectTitle': 'این تصویر {amount} رد شود؟',
  'proof.rejectText': 'پول نرسیده است. رزرو لغو می‌شود و صندلی‌هایش بی‌درنگ به فروش برمی‌گردند.',
  'proof.rejectYes': 'رد و لغو',

  'remove.title': 'این رزرو از فهرست‌ها برداشته شود؟',
  'remove.text': 'دیگر پیدا نمی‌شود؛ دفتر روزنامه نگهش می‌دارد.',
  'remove.yes': 'برداشتن',

  'move.open': 'جابه‌جایی به صندلی‌های دیگر',
  'move.title': 'جابه‌جایی صندلی‌ها:',
  'move.cannot': 'این رزرو را نمی‌توان جابه‌جا کرد',
  'move.missed': 'نمی‌توان برگزید: {seat}',
  'move.gone':
    '{count, plural, one {این سانس دیگر {seats} را ندارد: صندلی دیگری برگزینید.} other {این سانس دیگر {seats} را ندارد: صندلی‌های دیگری برگزینید.}}',
  'move.what': 'چه چیزی به کجا می‌رود',
  'move.hint': 'صندلی‌های تازه را برگزینید. صندلیِ خود این رزرو: می‌ماند، یا باز جابه‌جا می‌شود.',
  'move.count':
    '{count, plural, one {# صندلی جابه‌جا می‌شود} other {# صندلی جابه‌جا می‌شود}}{left, plural, =0 {} other {، # مانده}}',
  'move.to': 'به',
  'move.none': 'یک صندلی برگزینید',
  'move.difference':
    '{how, select, take {باید گرفته شود} giveBack {باید پس داده شود} even {بی‌تفاوت} other {تفاوت}}',
  'move.go':
    '{count, plural, =0 {جابه‌جایی} one {جابه‌جایی # صندلی} other {جابه‌جایی # صندلی}}{how, select, take {، گرفتن {sum}} giveBack {، پس دادن {sum}} other {}}',
  'move.how': 'چگونه پرداخت می‌شود',
  'move.same': 'همان راهی که پرداخت شد',
  'move.other': 'کارت، UPI، حواله یا چندبخشی',
  'move.moved': '{count, plural, one {# صندلی جابه‌جا شد} other {# صندلی جابه‌جا شد}}',
  'move.void':
    '{count, plural, one {بلیت پیشین {seats} باطل است: پسش بگیرید.} other {بلیت‌های پیشین {seats} باطل‌اند: پسشان بگیرید.}}',
  'move.done': 'پایان',
  'state.moveTo': 'صندلی تازهٔ این رزرو',
  'state.moveFrom': 'از این رزرو، جابه‌جا می‌شود',
  'state.stays': 'از این رزرو، می‌ماند',

  'exchange.open': 'تعویض با سانسی دیگر',
  'exchange.title': '{count, plural, other {تعویض # صندلی با سانسی دیگر}}',
  'exchange.hint':
    'سانس را انتخاب کنید؛ صندلی‌هایش مانند هر فروشی انتخاب و نگه داشته می‌شود. تا آخرین گام بلیت‌های پیشین معتبرند.',
  'exchange.list': 'سانس‌های دیگر',
  'exchange.of': 'در عوض {seats}، {time}، به ارزش {worth}',
  'exchange.stop': 'پایان تعویض',
  'exchange.go': '{how, select, take {تعویض و دریافت {sum}} giveBack {تعویض و پس‌دادن {sum}} other {تعویض}}',
  'exchange.old': 'صندلی‌های پیشین',
  'exchange.even': 'صندلی‌های پیشین بهای صندلی‌های تازه را می‌پردازند. بلیت آن‌ها با گام بعدی باطل می‌شود.',
  'exchange.back':
    'صندلی‌های پیشین بهای صندلی‌های تازه را می‌پردازند و {sum} پس داده می‌شود. بلیت آن‌ها با گام بعدی باطل می‌شود.',
  'exchange.handed': 'از صندلی‌های پیشین',
  'payment.fromBooking': 'از رزروی دیگر',

  'instead.take': '{seats} با همین بها',
  'news.title': 'فوری',
  'news.served':
    '{count, plural, one {{seats} آزاد شد و برای شما نگه داشته شده است: {title}} other {{seats} آزاد شدند و برای شما نگه داشته شده‌اند: {title}}}',
  'news.ending':
    '{count, plural, one {کنار گذاشته، و تا یک دقیقهٔ دیگر آزاد می‌شود: {seats}، {title}} other {کنار گذاشته، و تا یک دقیقهٔ دیگر آزاد می‌شوند: {seats}، {title}}}',
  'news.grace':
    'کنار گذاشته، و زمانش تمام شد: {seats}، {title}. {total} گرفته شده است: باقی را هنوز می‌شود گرفت، اگر باجهٔ دیگری زودتر نفروشد.',
  'news.imported': '«{title}» به فروش گذاشته شد.',
  'news.notImported': '«{title}» وارد نشد: {problem}',
  'news.ended': 'کنار گذاشته، و دیگر نگه داشته نشده: {seats}، {title}.',
  'keys.offered': 'گرفتن آنچه پیام پیشنهاد می‌کند',
  'keys.repeat': 'تکرار فروش پیشین',
  'repeat.again': '{count, plural, one {دوباره: # صندلی، {title}} other {دوباره: # صندلی، {title}}}',
  'sound.on': 'صدا هنگام آزاد شدن صندلی: روشن شود',
  'sound.off': 'صدا هنگام آزاد شدن صندلی: خاموش شود',
}
