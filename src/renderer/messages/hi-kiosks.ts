// Hindi: the kiosks of a LAN. The keys are English's: a missing one does not compile. Must hold no word that a screen does not show.

import type { enKiosks } from './en-kiosks.ts'

export const hiKiosks: Readonly<Record<keyof typeof enKiosks, string>> = {
  'audit.area.kiosks': 'कियोस्क',
  'audit.kind.kiosk-saved': 'कियोस्क को जोड़ा, नाम बदला या बाहर किया',
  'refusal.notFound.kiosk': 'ऐसा कोई कियोस्क नहीं है।',
}
