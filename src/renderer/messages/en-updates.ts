// English: newer versions of Guichet. ICU messages; a key says where it is used. Must hold no message that no screen shows.

export const enUpdates = {
  'audit.kind.update-asked': 'Asked for an update',
  'audit.kind.update-called-off': 'Called an update off',
  'refusal.notFound.update': 'That update is no longer here: look for it again.',
  'refusal.update.shift':
    'Not now: the shift of {name} is open. Close it, or choose “After the shift closes”.',
  'refusal.update.sale': 'Not now: seats are held at {name}. Finish that sale first.',
  'refusal.update.show':
    'Not now: people are arriving for {name}, which begins at {time}. Try again half an hour after that.',
  'updates.title': 'Updates',
  'updates.loading': 'Asking which version this is…',
  'updates.now': 'This machine runs Guichet {version}.',
  'updates.hub': 'The hub runs {version}: a kiosk is never newer than its hub.',
  'updates.none': 'Update this machine the way Guichet was installed on it.',
  'updates.keyless':
    'This program was built without its maker’s key, so it takes no updates: replace it the way it was installed.',
  'updates.folder':
    'Put the package and its guichet-update.json into {folder}, then press “Update from file”.',
  'updates.feed': 'Newer versions are looked for online at {feed}.',
  'updates.fromFolder': 'Update from file',
  'updates.fromFeed': 'Check online',
  'updates.offer': 'Version {version} is ready: signed by its maker, and verified.',
  'updates.file': 'File',
  'updates.size': '{megabytes} MB',
  'updates.digest': 'SHA-512',
  'updates.notes': 'What changed',
  'updates.install': 'Install now',
  'updates.atClose': 'After the shift closes',
  'updates.backup': 'A backup of the house is made first.',
  'updates.step.looking': 'Looking and checking…',
  'updates.callOff': 'Cancel the update',
  'updates.step.waiting':
    'It waits until the last open shift is closed, no seats are held and no show is on. It keeps waiting when Guichet is restarted.',
  'updates.step.backing-up': 'A backup is being made and checked…',
  'updates.step.installing': 'Installing…',
  'updates.step.ready':
    'Checked and backed up. Close Guichet; an administrator of this machine then installs {place}.',
  'updates.step.installed': 'Version {version} is installed: it runs from the next start.',
  'updates.problem.no-key': 'This program was built without its maker’s key.',
  'updates.problem.nothing': 'There is no guichet-update.json there.',
  'updates.problem.unreachable': 'It could not be read.',
  'updates.problem.unsigned': 'It is not signed by the maker of this program. Do not install it.',
  'updates.problem.unreadable': 'It is signed, but this version does not understand it.',
  'updates.problem.same': 'It is the version that runs already.',
  'updates.problem.older':
    'It is older than what runs: an older version does not understand the data of a newer one.',
  'updates.problem.too-far': 'This version is too old for it: install one in between first.',
  'updates.problem.past-hub': 'It is newer than the hub: update the hub first.',
  'updates.problem.not-for-here': 'It has no package for the way this machine was installed.',
  'updates.problem.not-yet': 'A newer version is going to other machines first. Look again in a few days.',
  'updates.problem.damaged':
    'The file is not the one that was signed, so nothing of it was kept: copy it again.',
  'updates.problem.no-backup': 'No backup could be made, so nothing was installed.',
  'updates.problem.not-now': 'Somebody began to sell meanwhile, so nothing was installed: ask again.',
  'updates.problem.another':
    'The file here is not the one that was asked for. It was deleted and nothing was installed: look again.',
  'updates.problem.failed': 'The system refused, and the old version is still in its place.',
  'updates.detail': 'Details: {detail}',
} as const
