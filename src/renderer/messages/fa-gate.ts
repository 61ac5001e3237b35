// Persian: the scanner, the gate. The keys are English’s: a missing one does not compile.
// Must hold no word that a screen does not show: a test looks.

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
}
