// Planted bugs in the desktop's window: links, menu, restore, quitting. Owns the changes and which test must notice each.

import { type Mutant, one } from './mutant.ts'

const desktop = 'src/main/desktop'

export const plantedInDesktop: readonly Mutant[] = [
  {
    name: 'a link may have more behind it',
    rule: 'SECURITY 6.4',
    changes: one('src/shared/contract/desk-place.ts', '\\/?$/i', '/i'),
    tests: ['src/shared/contract/desk-place.test.ts'],
  },
  {
    name: 'any frame speaks to the window',
    rule: 'SECURITY 6.4',
    changes: one(`${desktop}/desk-line.ts`, '!isOwnFrame(senderFrame, contents.mainFrame, origin) || ', ''),
    tests: [`${desktop}/desk-line.test.ts`],
  },
  {
    name: 'whoever is signed in may open the house’s folders',
    rule: 'I40',
    changes: one(`${desktop}/office-door.ts`, 'isOpen || isOfOffice(actor)', 'isOpen || actor'),
    tests: [`${desktop}/office-door.test.ts`],
  },
  {
    name: 'a payment under way is no open sale',
    rule: 'SYNC 5.9',
    changes: one(`${desktop}/office-door.ts`, "state !== 'reserved'", "state === 'held'"),
    tests: [`${desktop}/office-door.test.ts`],
  },
  {
    name: 'what was so before the box is so after it',
    rule: 'SYNC 5.9',
    changes: one(
      `${desktop}/restore-desk.ts`,
      'const since = await inTheWay(ports)',
      'const since: string | null = null',
    ),
    tests: [`${desktop}/restore-desk.test.ts`],
  },
  {
    name: 'a backup is shown without being checked',
    rule: 'SYNC 5.9',
    changes: one(
      'src/main/house/restore-house.ts',
      '  return headIfSound(checkFile(beside))',
      '  return checkFile(beside).head as JournalHead',
    ),
    tests: ['src/main/house/preview-backup.test.ts', 'src/main/house/restore-house.test.ts'],
  },
  {
    name: 'the program ends with questions unanswered',
    rule: 'C3',
    changes: one(
      `${desktop}/orderly-end.ts`,
      'await Promise.race([settled(), wait(PATIENCE_MS)])',
      'await Promise.resolve()',
    ),
    tests: [`${desktop}/orderly-end.test.ts`],
  },
  {
    name: 'a ticket’s code is in the diagnostics',
    rule: 'I42',
    changes: one(`${desktop}/diagnostics.ts`, `  [/GUICHET1\\/[^\\s"]*/g, '(ticket)'],\n`, ''),
    tests: [`${desktop}/diagnostics.test.ts`],
  },
]
