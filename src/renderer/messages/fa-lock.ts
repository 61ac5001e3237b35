// Persian: the locked screen, and the passwords that open it. The keys are English's: a missing one does not compile.
// Must hold no message that no screen shows: a test checks it.

import type { enLock } from './en-lock.ts'

export const faLock: Readonly<Record<keyof typeof enLock, string>> = {
  'kiosk.leave': 'خروج از صفحهٔ قفل‌شده…',
  'kiosk.title': 'خروج از صفحهٔ قفل‌شده',
  'kiosk.text': 'رمز و گذرواژهٔ یک مدیر، گیشه را در این دستگاه می‌بندد. دفتر بازبینی می‌نویسد چه کسی آن را بست.',
  'kiosk.open':
    'هنوز هیچ‌کس اینجا رمز ندارد، پس هر که اینجاست می‌تواند آن را ببندد. به یک سرپرست سامانه رمز و گذرواژه بدهید تا قفل کار کند.',
  'kiosk.who': 'مدیر',
  'kiosk.nobody': 'هیچ مدیری رمز ندارد: کسی نمی‌تواند این قفل را باز کند.',
  'kiosk.away':
    'به هاب دسترسی نیست، و تنها هاب می‌تواند رمز و گذرواژه را بسنجد. همین که هاب برگردد، این قفل از اینجا باز می‌شود.',
  'kiosk.away.system':
    'تا آن هنگام، سرپرست این دستگاه گیشه را از راه سیستم می‌بندد: در لینوکس با {linux}، در مک با {macos}، در ویندوز با خارج کردن کاربر آن از سیستم.',
  'kiosk.go': 'بستن گیشه',
  'kiosk.wrong':
    'رمز یا گذرواژه نادرست است. {left, plural, one {یک اشتباه دیگر، و باید صبر کنید.} other {# بار دیگر می‌توانید بکوشید، سپس باید صبر کنید.}}',
  'kiosk.noPassword': '{name} هنوز گذرواژه ندارد. گذرواژه در «مدیریت»، «کارکنان» داده می‌شود.',
  'kiosk.keys': 'کلیدهای لمسی',
  'kiosk.capitals': 'حروف بزرگ',
  'kiosk.space': 'فاصله',
  'kiosk.erase': 'پاک کردن حرف آخر',
  'kiosk.noFiles': 'نه در صفحهٔ قفل‌شده',
  'kiosk.noFiles.text':
    'اینجا پرونده‌ای باز یا ذخیره نمی‌شود و چیزی از راه پنجرهٔ سیستم چاپ نمی‌شود: آن پنجره راهی به بیرون از قفل است. این کار را پشت باجهٔ دیگری انجام دهید.',
  'field.password': 'گذرواژه',
  'field.oldPassword': 'گذرواژهٔ کنونی شما، اگر دارید',
  'staff.hasBoth': 'رمز و گذرواژه دارد',
  'staff.setPassword': 'گذرواژهٔ تازه برای {name}',
  'staff.savePassword': 'ثبت گذرواژه',
  'staff.passwordHint':
    'دست‌کم {min, number} حرف؛ چهار واژهٔ کوتاه آسان‌تر از نشانه‌ها به یاد می‌ماند. همراه با رمز، صفحهٔ قفل‌شده را باز می‌کند.',
  'staff.newPassword': 'گذرواژهٔ تازه',
  'who.password': 'تغییر گذرواژهٔ من…',
  'audit.kind.password-set': 'گذرواژه داد',
  'audit.kind.kiosk-left': 'از صفحهٔ قفل‌شده خارج شد',
  'operation.set-password': 'دادن گذرواژه',
  'operation.leave-kiosk': 'خروج از صفحهٔ قفل‌شده',
  'keys.sealed':
    'کلیدهای این گیشه با کلیددان خود این دستگاه مُهر شده‌اند. برای گاوصندوق: \u200e--copy-keys-to FOLDER.',
  'keys.unprotected':
    'کلیدهای این گیشه بی‌حفاظ‌اند: هر که از این دیسک رونوشت بردارد می‌تواند بلیت بسازد. دیسک را رمزنگاری کنید (BitLocker، FileVault، LUKS)، یا برنامهٔ رومیزی را جایی اجرا کنید که سیستم کلیددان دارد.',
}
