// English: the locked screen, and the passwords that open it. ICU messages; a key says where it is used.
// Must hold no message that no screen shows: a test checks it.

export const enLock = {
  'kiosk.leave': 'Leave the locked screen…',
  'kiosk.title': 'Leave the locked screen',
  'kiosk.text': 'A manager’s PIN and password close Guichet on this machine. The audit log keeps who did it.',
  'kiosk.open':
    'Nobody here has a PIN yet, so whoever stands here may close it. Give an administrator a PIN and a password, and the lock holds.',
  'kiosk.who': 'Manager',
  'kiosk.nobody': 'No manager has a PIN: nobody can open this lock.',
  'kiosk.away':
    'The hub cannot be reached, and only it can check a PIN and a password. This lock can be opened as soon as the hub is back.',
  'kiosk.away.system':
    'Until then an administrator of this machine can end Guichet from its system: on Linux by {linux}, on macOS by {macos}, on Windows by signing its user out.',
  'kiosk.go': 'Close Guichet',
  'kiosk.wrong':
    'PIN or password is wrong. {left, plural, one {One more wrong try means a wait.} other {# more tries before a wait.}}',
  'kiosk.noPassword': '{name} has no password yet. Set one under Manage › Staff.',
  'kiosk.keys': 'On-screen keyboard',
  'kiosk.capitals': 'Capitals',
  'kiosk.space': 'Space',
  'kiosk.erase': 'Delete the last letter',
  'kiosk.noFiles': 'Not on a locked screen',
  'kiosk.noFiles.text':
    'Files are neither opened nor saved here, and nothing is printed by the system’s dialog: it would lead out of the lock. Use another desk for it.',
  'field.password': 'Password',
  'field.oldPassword': 'Current password, if you have one',
  'staff.hasBoth': 'has a PIN and a password',
  'staff.setPassword': 'New password for {name}',
  'staff.savePassword': 'Set the password',
  'staff.passwordHint':
    'At least {min, number} characters; four short words are easier to remember than symbols. With the PIN it opens a locked screen.',
  'staff.newPassword': 'New password',
  'who.password': 'Change my password…',
  'audit.kind.password-set': 'Set a password',
  'audit.kind.kiosk-left': 'Left a locked screen',
  'operation.set-password': 'set a password',
  'operation.leave-kiosk': 'leave a locked screen',
  'keys.sealed':
    'The keys of this house are sealed by this machine’s own key store. For the safe: --copy-keys-to FOLDER.',
  'keys.unprotected':
    'The keys of this house are not protected: whoever copies this disk can forge its tickets. Encrypt the disk (BitLocker, FileVault, LUKS), or run the desktop app where the system has a key store.',
} as const
