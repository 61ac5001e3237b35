// Persian: the kiosks of a LAN. The keys are English's: a missing one does not compile. Must hold no word that a screen does not show.

import type { enKiosks } from './en-kiosks.ts'

export const faKiosks: Readonly<Record<keyof typeof enKiosks, string>> = {
  'audit.area.kiosks': 'کیوسک‌ها',
  'audit.kind.kiosk-saved': 'کیوسکی را راه داد، نامش را عوض کرد یا راهش را بست',
  'refusal.notFound.kiosk': 'چنین کیوسکی وجود ندارد.',
}
