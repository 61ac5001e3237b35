// Planted bugs around the engine: database, folder, keys, door. Owns the changes and which test must notice each.

import { type Mutant, one } from './mutant.ts'

const engine = 'src/main/engine'
const store = 'src/main/store'

export const plantedInHouse: readonly Mutant[] = [
  {
    name: 'the key of claims is no key of seats',
    rule: 'I1',
    changes: one(
      'db/migrations/index.ts',
      'PRIMARY KEY(`show_id`, `seat_id`)',
      'PRIMARY KEY(`show_id`, `seat_id`, `booking_id`)',
    ),
    tests: [`${engine}/commit-queue.test.ts`],
  },
  {
    name: 'synchronous NORMAL',
    rule: 'I43',
    changes: [
      {
        file: `${store}/open-database.ts`,
        find: "db.pragma('synchronous = FULL')",
        put: "db.pragma('synchronous = NORMAL')",
      },
      { file: `${store}/open-database.ts`, find: 'synchronous: 2', put: 'synchronous: 1' },
    ],
    tests: [`${store}/open-database.test.ts`],
  },
  {
    name: 'two houses in one folder',
    rule: 'C2',
    changes: one(
      'src/main/house/data-folder.ts',
      "const isAlone = isLocked(lock, 'BEGIN EXCLUSIVE')",
      "const isAlone = isLocked(lock, 'BEGIN')",
    ),
    tests: ['src/main/house/house.test.ts'],
  },
  {
    name: 'sockets of any page are let in',
    rule: 'S5',
    changes: one(
      'src/main/hub/http-server.ts',
      'if (!isOurHost(request) || !isOwnPage)',
      'if (!isOurHost(request) && !isOwnPage)',
    ),
    tests: ['src/main/hub/http-server.test.ts'],
  },
  {
    name: 'a cut key file is taken',
    rule: 'S5',
    changes: one('src/main/house/key-file.ts', 'if (!isWhole(bytes))', 'if (!isWhole)'),
    tests: ['src/main/house/key-file.test.ts'],
  },
]
