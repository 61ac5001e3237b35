// Persian: signing in, staff, the audit log. The keys are English's: a missing one does not compile.
// Must hold no word that a screen does not show: a test looks.

import type { enPeople } from './en-people.ts'

export const faPeople: Readonly<Record<keyof typeof enPeople, string>> = {
  'refusal.notFound.staff': 'چنین کسی دیگر اینجا نیست، یا رمز ندارد.',
  'refusal.signIn': 'کسی در این گیشه وارد نشده است: برای ادامه وارد شوید.',
  'refusal.wrongPin':
    'رمز نادرست است. {left, plural, one {یک اشتباه دیگر، و باید صبر کنید.} other {# بار دیگر می‌توانید بکوشید، سپس باید صبر کنید.}}',
  'refusal.wrongPinWait': 'رمز چند بار نادرست بود. صبر کنید و دوباره بکوشید.',
  'refusal.wait.staff': 'رمز این نام بیش از اندازه نادرست وارد شد. صبر کنید و دوباره بکوشید.',
  'refusal.wait.kiosk': 'در این گیشه بیش از اندازه رمز نادرست وارد شد. صبر کنید و دوباره بکوشید.',
  'refusal.locked': 'رمز این نام بسیار نادرست وارد شد: سرپرست سامانه باید رمز تازه‌ای به آن بدهد.',
  'refusal.adminFirst': 'نخستین رمز باید از آنِ سرپرست سامانه باشد: کسی باید بتواند به دیگران رمز بدهد.',
  'refusal.lastAdmin': 'این آخرین سرپرستی است که می‌تواند وارد شود. نخست به سرپرست دیگری رمز بدهید.',
  'problem.too-easy': 'بیش از اندازه آسان است',
  'field.pin': 'رمز',
  'field.oldPin': 'رمز کنونی شما',
}
