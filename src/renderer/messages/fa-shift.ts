// Persian: what is said of a drawer's shift, refused or looked at again. The keys are English's: a missing one does not compile.
// Must hold no message that no screen shows: a test checks it.

import type { enShift } from './en-shift.ts'

export const faShift: Readonly<Record<keyof typeof enShift, string>> = {
  'refusal.notFound.shift': 'چنین شیفتی نیست.',
  'refusal.shift.closed': 'در این باجه شیفتی باز نیست: نخست در «شیفت» یکی باز کنید، سپس پول نقد بگیرید.',
  'refusal.shift.open': 'در این باجه از پیش شیفتی باز است.',
  'refusal.shift.counted': 'صندوق شمرده شده و نباید تغییر کند: شیفت را ببندید و سپس شیفت بعدی را باز کنید.',
  'refusal.shift.blocked':
    'پیش از آن باید این‌ها تمام شوند: {bookings}. بفروشید، آزادشان کنید یا تا پایان پرداخت صبر کنید.',
  'shift.blocked.cart': 'سبدی با {seats}',
  'shift.blocked.paying': 'پرداخت در جریان برای {seats}',
  'field.floats': 'تنخواه',
  'field.counts': 'شمارش',
  'audit.area.drawer': 'صندوق',
  'audit.kind.shift-opened': 'شیفت را باز کرد',
  'audit.kind.cash-moved': 'پول نقد جابه‌جا کرد',
  'audit.kind.drawer-opened': 'صندوق را بدون فروش باز کرد',
  'audit.kind.shift-counted': 'صندوق را شمرد',
  'audit.kind.shift-closed': 'شیفت را بست',
  'operation.open-shift': 'باز کردن شیفت',
  'operation.move-cash': 'جابه‌جایی پول نقد',
  'operation.count-drawer': 'شمردن صندوق',
  'operation.close-shift': 'بستن شیفت',
}
