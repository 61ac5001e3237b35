// English: signing in, staff, the audit log. ICU messages; a key says where it stands.
// Must hold no word that a screen does not show: a test looks.

export const enPeople = {
  'refusal.notFound.staff': 'There is no such person here any more, or they have no PIN.',
  'refusal.signIn': 'Nobody is signed in at this desk: sign in to go on.',
  'refusal.wrongPin':
    'Wrong PIN. {left, plural, one {One more wrong one, and this takes a wait.} other {# more tries before a wait.}}',
  'refusal.wrongPinWait': 'Wrong PIN, too many times. Wait, then try again.',
  'refusal.wait.staff': 'Too many wrong PINs for this name. Wait, then try again.',
  'refusal.wait.kiosk': 'Too many wrong PINs at this desk. Wait, then try again.',
  'refusal.locked': 'Far too many wrong PINs for this name: an administrator must give it a new one.',
  'refusal.adminFirst':
    'The first PIN must be an administrator’s: somebody must be able to give the others theirs.',
  'refusal.lastAdmin': 'This is the last administrator who can sign in. Give another one a PIN first.',
  'problem.too-easy': 'too easy to guess',
  'field.pin': 'PIN',
  'field.oldPin': 'Your PIN until now',
} as const
