// English: the scanner, the gate. ICU messages; a key says where it stands.
// Must hold no word that a screen does not show: a test looks.

export const enGate = {
  'scanner.title': 'Scanner…',
  'scanner.heading': 'Scanner',
  'scanner.text':
    'Any scanner that types like a keyboard works as it is, anywhere in the program and in every keyboard language.',
  'scanner.interval': 'Longest pause between two characters',
  'scanner.interval.one': '{ms, number} ms',
  'scanner.interval.hint':
    'Longer, where codes arrive in pieces. Shorter, where fast typing is taken for a scan.',
  'scanner.prefix': 'Key before each code',
  'scanner.prefix.none': 'None',
  'scanner.prefix.hint': 'Where the scanner is set to type one, any code of any kind is read as a scan.',
  'scanner.try': 'Try it: scan something now',
  'scanner.try.read': 'Read: {text}',
} as const
