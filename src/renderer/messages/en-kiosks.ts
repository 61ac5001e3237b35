// English: the kiosks of a LAN. ICU messages; a key says where it stands. Must hold no word that a screen does not show: a test looks.

export const enKiosks = {
  'audit.area.kiosks': 'Kiosks',
  'audit.kind.kiosk-saved': 'Let a kiosk in, renamed it or shut it out',
  'refusal.notFound.kiosk': 'There is no such kiosk.',
} as const
