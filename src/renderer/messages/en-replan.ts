// English: shows that go to another version of their plan. ICU messages; a key says where it stands.
// Must hold no word that a screen does not show: a test looks.

export const enReplan = {
  'replan.changed': 'to another version of their plan',
} as const
