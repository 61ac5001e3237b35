// Hindi: the scanner, the gate. The keys are English’s: a missing one does not compile.
// Must hold no word that a screen does not show: a test looks.

import type { enGate } from './en-gate.ts'

export const hiGate: Readonly<Record<keyof typeof enGate, string>> = {
  'scanner.title': 'स्कैनर…',
  'scanner.heading': 'स्कैनर',
  'scanner.text':
    'कीबोर्ड की तरह टाइप करने वाला कोई भी स्कैनर जैसा है वैसा ही चलता है: प्रोग्राम में हर जगह और कीबोर्ड की हर भाषा में।',
  'scanner.interval': 'दो अक्षरों के बीच सबसे लंबा अंतराल',
  'scanner.interval.one': '{ms, number} मि॰से॰',
  'scanner.interval.hint': 'कोड टुकड़ों में आते हों तो बढ़ाएँ। तेज़ टाइपिंग को स्कैन समझ लिया जाता हो तो घटाएँ।',
  'scanner.prefix': 'हर कोड से पहले की कुंजी',
  'scanner.prefix.none': 'कोई नहीं',
  'scanner.prefix.hint': 'स्कैनर ऐसी कुंजी भेजता हो तो किसी भी तरह का कोड स्कैन माना जाता है।',
  'scanner.try': 'आज़माएँ: अभी कुछ स्कैन करें',
  'scanner.try.read': 'पढ़ा गया: {text}',
}
