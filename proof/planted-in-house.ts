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
      '`seat_id`),\\n\\tFOREIGN KEY (`booking`)',
      '`seat_id`, `booking`),\\n\\tFOREIGN KEY (`booking`)',
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
    name: 'a migration is there by halves',
    rule: 'V15',
    changes: one(
      `${store}/open-database.ts`,
      '    }).immediate()',
      '    })\n    for (const statement of statements) db.exec(statement)\n    db.pragma(`user_version = ${done + index + 1}`)',
    ),
    tests: [`${store}/open-database.test.ts`],
  },
  {
    name: 'an update by anybody is taken',
    rule: '6.1',
    changes: one(
      'src/main/update/manifest.ts',
      "if (!verify(null, signedBytes(said), key, Buffer.from(signature, 'base64'))) return 'unsigned'",
      "if (signature === '') return 'unsigned'",
    ),
    tests: ['src/main/update/update-desk.test.ts'],
  },
  {
    name: 'an update that waits is forgotten by a new start',
    rule: 'C3',
    changes: one(
      'src/main/update/update-desk.ts',
      'this.#waits = this.#offer !== null',
      'this.#waits = false',
    ),
    tests: ['src/main/update/update-desk.test.ts'],
  },
  {
    name: 'an update that was called off as the power went waits again',
    rule: 'C3',
    changes: one(
      'src/main/engine/update-follower.ts',
      'if (update && !this.#isAskedFor(update)) parts',
      'if (update && update.version === "") parts',
    ),
    tests: ['src/main/engine/updates.test.ts'],
  },
  {
    name: 'an update that an administrator has yet to install is not looked at again',
    rule: '6.1',
    changes: one(
      'src/main/update/update-desk.ts',
      'if (!existsSync(place) || !(await isStill(place, file)))',
      'if (!existsSync(place))',
    ),
    tests: ['src/main/update/update-desk.test.ts'],
  },
  {
    name: 'an update is installed as it lies by then',
    rule: '6.1',
    changes: one(
      'src/main/update/update-desk.ts',
      'if (!(await isStill(offer.place, offer.file)))',
      "if (offer.place === '')",
    ),
    tests: ['src/main/update/update-desk.test.ts'],
  },
  {
    name: 'the house is not asked again before it is updated',
    rule: '6.1',
    changes: one('src/main/update/update-desk.ts', 'if (!mayNow()) throw', 'if (offer === null) throw'),
    tests: ['src/main/update/update-desk.test.ts'],
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
      'if (!isOurHost(place, host, portOf(request)) || !isOwnPage)',
      'if (!isOurHost(place, host, portOf(request)) && !isOwnPage)',
    ),
    tests: ['src/main/hub/http-server.test.ts'],
  },
  {
    name: 'a cut key file is taken',
    rule: 'S5',
    changes: one('src/main/house/key-file.ts', 'if (!isWhole(bytes))', 'if (!isWhole)'),
    tests: ['src/main/house/key-file.test.ts'],
  },
  {
    name: 'a change overtakes the row that it changes',
    rule: 'P7',
    changes: one(`${store}/waiting-rows.ts`, 'return !rows?.some(', 'return true || !rows?.some('),
    tests: [`${store}/sqlite-store.test.ts`],
  },
  {
    name: 'what a part wrote outlives it, because it was still waiting',
    rule: 'C1',
    changes: one(
      `${store}/sqlite-store.ts`,
      '      this.#waiting.forget()\n      // A full disk',
      '      // A full disk',
    ),
    tests: [`${store}/sqlite-store.test.ts`],
  },
  {
    name: 'what waits is not read',
    rule: 'P7',
    changes: one(
      `${store}/sqlite-store.ts`,
      '      this.#writeWaiting()\n      return statement.get',
      '      return statement.get',
    ),
    tests: [`${store}/sqlite-store.test.ts`],
  },
  {
    name: 'an undone commit leaves rows to the next one',
    rule: 'P7',
    changes: one(
      `${store}/sqlite-store.ts`,
      '      this.#waiting.forget()\n      if (this.#db.inTransaction)',
      '      if (this.#db.inTransaction)',
    ),
    tests: [`${store}/sqlite-store.test.ts`],
  },
  {
    name: 'the first sale of a start makes the log longer',
    rule: 'V10',
    changes: one(`${store}/sqlite-store.ts`, '    if (this.#prepareFile) this.prepareToWrite()\n', ''),
    tests: [`${store}/sqlite-store.test.ts`],
  },
  {
    name: 'a start reads what stands before its first screens',
    rule: 'K3',
    changes: one(`${engine}/alert-desk.ts`, 'watched.lookAtMs = calmMs', 'watched.lookAtMs = nowMs()'),
    tests: [`${engine}/alert-desk.test.ts`],
  },
  {
    name: 'seats are read ahead of the files of the first page',
    rule: 'K1',
    changes: one('src/main/house/read-ahead.ts', 'clock.nowMs() + FILES_FIRST_MS', 'clock.nowMs()'),
    tests: ['src/main/house/read-ahead.test.ts'],
  },
]
