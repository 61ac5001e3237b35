import type { LetterWords } from './en-letters.ts'

export const faLetters: LetterWords = {
  'hello.named': '{name} گرامی،',
  'hello.nobody': 'سلام،',
  'subject.confirmed': 'بلیت‌های شما: {title}، {day}',
  'subject.tickets': 'بلیت‌های شما: {title}، {day}',
  'subject.moved': 'صندلی‌های تازهٔ شما: {title}، {day}',
  'subject.returned': '{unit, select, room {اتاق‌های پس‌داده‌شده} other {صندلی‌های پس‌داده‌شده}}: {title}، {day}',
  'subject.ending': 'رزرو شما ساعت {end} تمام می‌شود: {title}',
  'subject.expired': 'مهلت رزرو شما تمام شد: {title}',
  'subject.cancelled': 'رزرو شما لغو شد: {title}، {day}',
  'subject.refunded': 'رزرو شما لغو و مبلغ آن بازگردانده شد: {title}، {day}',
  'subject.test': 'گیشه می‌تواند پیام بفرستد',
  'lead.confirmed':
    'سپاس از شما. {count, plural, one {بلیت شما} other {# بلیت شما}} پرداخت شد. کد زیر را، روی همین صفحه یا روی کاغذ، دم در نشان دهید.',
  'lead.tickets':
    '{count, plural, one {این بلیت شماست} other {این # بلیت شماست}}. کد زیر را، روی همین صفحه یا روی کاغذ، دم در نشان دهید.',
  'lead.moved':
    'صندلی‌های شما عوض شد. بلیت‌های پیشین دیگر اعتبار ندارند: {count, plural, one {کد} other {کدهای}} زیر را دم در نشان دهید.',
  'lead.returned':
    '{unit, select, room {بخشی از شب‌های شما} other {بخشی از صندلی‌های شما}} پس داده شد. {count, plural, one {این بلیت} other {این # بلیت}} همچنان معتبر است.',
  'lead.ending':
    '{unit, select, room {اتاق‌های شما} other {صندلی‌های شما}} تا ساعت {end} نگه داشته می‌شود. تا آن زمان پرداخت کنید، وگرنه شاید به دیگران برسد.',
  'lead.expired':
    'رزرو شما به‌موقع پرداخت نشد و {unit, select, room {اتاق‌هایش} other {صندلی‌هایش}} دوباره به فروش گذاشته شد. می‌توانید از نو رزرو کنید.',
  'lead.cancelled': 'رزرو شما لغو شد. بلیت‌های آن دیگر اعتبار ندارند.',
  'lead.refunded': 'رزرو شما لغو شد. بلیت‌های آن دیگر اعتبار ندارند.',
  'lead.test': 'اگر این را می‌خوانید، تنظیمات درست است. چیزی فروخته نشده است.',
  'fact.what': 'برنامه',
  'fact.when': 'زمان',
  'fact.where': 'مکان',
  'fact.seats': '{unit, select, room {اتاق‌ها} other {صندلی‌ها}}',
  'fact.total': 'جمع',
  'fact.refunded': 'بازگردانده‌شده',
  'fact.toPay': 'قابل پرداخت',
  'ticket.heading': 'بلیت {number}',
  'ticket.line':
    '{section, select, none {} other {{section}، }}{unit, select, room {اتاق} other {صندلی}} {seat} · {type} · {price}',
  'ticket.alt': 'کد QR بلیت {number}، {unit, select, room {اتاق} other {صندلی}} {seat}',
  'sms.confirmed':
    '{title}، {day} {time}، {venue}. {unit, select, room {اتاق} other {صندلی}} {seats}. پرداخت‌شده {total}. بلیت: {numbers}',
  'sms.tickets':
    '{title}، {day} {time}، {venue}. {unit, select, room {اتاق} other {صندلی}} {seats}. بلیت: {numbers}',
  'sms.moved': '{title}، {day} {time}: صندلی تازهٔ شما {seats}. بلیت: {numbers}',
  'sms.returned':
    '{title}، {day} {time}: {unit, select, room {اتاق} other {صندلی}} {seats} برای شما می‌ماند. بازگشت {refunded}. بلیت: {numbers}',
  'sms.ending':
    '{title}: {unit, select, room {اتاق} other {صندلی}} {seats} تا ساعت {end} برای شماست. تا آن زمان {total} بپردازید.',
  'sms.expired':
    '{title}، {day} {time}: مهلت رزرو تمام شد و {unit, select, room {اتاق} other {صندلی}} {seats} دوباره به فروش می‌رسد.',
  'sms.cancelled': '{title}، {day} {time}: رزرو {unit, select, room {اتاق} other {صندلی}} {seats} لغو شد.',
  'sms.refunded':
    '{title}، {day} {time}: رزرو {unit, select, room {اتاق} other {صندلی}} {seats} لغو شد. بازگشت {refunded}.',
  'sms.test': 'گیشه می‌تواند پیام بفرستد. چیزی فروخته نشده است.',
}
