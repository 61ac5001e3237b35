// Hindi: what is said of a drawer's shift, refused or looked at again. The keys are English's: a missing one does not compile.
// Must hold no message that no screen shows: a test checks it.

import type { enShift } from './en-shift.ts'

export const hiShift: Readonly<Record<keyof typeof enShift, string>> = {
  'refusal.notFound.shift': 'ऐसी कोई शिफ़्ट नहीं है।',
  'refusal.shift.closed': 'इस काउंटर पर कोई शिफ़्ट खुली नहीं है: पहले “शिफ़्ट” में एक खोलें, फिर नकद लें।',
  'refusal.shift.open': 'इस काउंटर पर शिफ़्ट पहले से खुली है।',
  'refusal.shift.counted': 'गल्ला गिना जा चुका है और अब नहीं बदलना चाहिए: शिफ़्ट बंद करें, फिर अगली खोलें।',
  'refusal.shift.blocked': 'पहले ये पूरे करने होंगे: {bookings}। इन्हें बेचें, छोड़ दें या भुगतान पूरा होने तक रुकें।',
  'shift.blocked.cart': '{seats} वाला कार्ट',
  'shift.blocked.paying': '{seats} का चल रहा भुगतान',
  'field.floats': 'शुरुआती नकद',
  'field.counts': 'गिनती',
  'audit.area.drawer': 'गल्ला',
  'audit.kind.shift-opened': 'शिफ़्ट खोली',
  'audit.kind.cash-moved': 'नकद डाला या निकाला',
  'audit.kind.drawer-opened': 'बिना बिक्री गल्ला खोला',
  'audit.kind.shift-counted': 'गल्ला गिना',
  'audit.kind.shift-closed': 'शिफ़्ट बंद की',
  'operation.open-shift': 'शिफ़्ट खोलना',
  'operation.move-cash': 'नकद डालना या निकालना',
  'operation.count-drawer': 'गल्ला गिनना',
  'operation.close-shift': 'शिफ़्ट बंद करना',
}
