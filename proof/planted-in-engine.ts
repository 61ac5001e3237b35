// Planted bugs in how commands are run and recorded: commit, journal, projection. Owns the changes and which test must notice each.

import { type Mutant, one } from './mutant.ts'

const engine = 'src/main/engine'
const store = 'src/main/store'

export const plantedInEngine: readonly Mutant[] = [
  {
    name: 'a show goes to another version with the board of the one before',
    rule: 'L4',
    changes: one(`${engine}/reader.ts`, '      this.#boards.delete(event.showId)\n', ''),
    tests: [`${engine}/replan.test.ts`],
  },
  {
    name: 'a screen is told nothing of the other version’s seats',
    rule: 'L4',
    changes: one(`${engine}/publisher.ts`, " || type === 'show-replanned'", ''),
    tests: [`${engine}/replan.test.ts`],
  },
  {
    name: 'a seat of an earlier version is still a seat',
    rule: 'L4',
    changes: one(`${engine}/reader.ts`, '!isGone(plan, seatId)', 'seatId < plan.count'),
    tests: [`${engine}/replan.test.ts`],
  },
  {
    name: 'a paid seat is, after a restart, his who only wants it',
    rule: 'H10',
    changes: one(
      `${engine}/live-claims.ts`,
      "store.get('claim', showId, seatId)?.bookingId === booking.bookingId",
      "store.get('claim', showId, seatId)",
    ),
    tests: [`${engine}/live-claims.test.ts`],
  },
  {
    name: 'a yes before the commit',
    rule: 'P7',
    changes: one(
      `${engine}/commit-queue.ts`,
      'job.outcome = job.work(true)',
      'job.settle((job.outcome = job.work(true)))',
    ),
    tests: [`${engine}/engine-commits.test.ts`],
  },
  {
    name: 'screens are told before the commit',
    rule: 'S1',
    changes: one(
      `${engine}/commit-queue.ts`,
      'for (const job of jobs) job.outcome = job.work(true)\n',
      'for (const job of jobs) job.outcome = job.work(true)\n      this.#parts.publish()\n',
    ),
    tests: [`${engine}/engine-commits.test.ts`],
  },
  {
    name: 'a turn that was tried trusting is not undone in memory',
    rule: 'H9',
    changes: one(`${engine}/commit-queue.ts`, '      reader.undo()\n', ''),
    tests: [`${engine}/commit-queue.test.ts`, `${engine}/engine-commits.test.ts`],
  },
  {
    name: 'sold on after a commit that the disk did not confirm',
    rule: 'V4c',
    changes: one(`${engine}/disk-health.ts`, "if (trouble === 'unconfirmed') this.#isLost = true", ''),
    tests: [`${engine}/disk-health.test.ts`],
  },
  {
    name: 'a command’s answer is kept after its commit',
    rule: 'I24',
    changes: one(
      `${engine}/commands.ts`,
      `    store.write([put('command', { commandId, inputHash, answer: kept, atMs })])
`,
      `    const later = put('command', { commandId, inputHash, answer: kept, atMs })
    this.#parts.journal.note(() => store.write([later]))
`,
    ),
    tests: [`${engine}/engine-commits.test.ts`, `${engine}/commit-queue.test.ts`],
  },
  {
    name: 'an id that is kept beside its event is taken for a new one',
    rule: 'I24',
    changes: one('src/main/store/late-rows.ts', ' && commandId > this.#newest', ''),
    tests: ['src/main/store/late-rows.test.ts'],
  },
  {
    name: 'what another process kept meanwhile is not looked up',
    rule: 'C2',
    changes: one(
      'src/main/store/sqlite-store.ts',
      'if (version !== this.#keptOf) this.#kept.forget()',
      'if (this.#keptOf === null) this.#kept.forget()',
    ),
    tests: ['src/main/store/late-rows.test.ts'],
  },
  {
    name: 'a command id that comes again with another content is answered',
    rule: 'C3',
    changes: one(`${engine}/commands.ts`, 'if (earlier.inputHash.startsWith(inputHash)) return', 'return'),
    tests: [`${engine}/engine.test.ts`],
  },
  {
    name: 'a screen may send the id of what the house did by itself',
    rule: 'I24',
    changes: one(`${engine}/engine.ts`, 'if (isOwnCommandId(id)) return', 'if (id === null) return'),
    tests: [`${engine}/engine.test.ts`],
  },
  {
    name: 'anybody may call anything',
    rule: 'A7',
    changes: one(
      'src/shared/domain/rights.ts',
      'return mayNow || roles.includes(',
      'return roles.length > 0 || mayNow || roles.includes(',
    ),
    tests: [`${engine}/engine.test.ts`, `${engine}/rights.test.ts`],
  },
  {
    name: 'the house’s time goes back with its clock',
    rule: 'I11',
    changes: one(
      `${engine}/journal-writer.ts`,
      'return clockMs - ownMs < LEAP_MS ? Math.max(ownMs, clockMs) : ownMs',
      'return clockMs + 0 * ownMs',
    ),
    tests: [`${engine}/engine-commits.test.ts`],
  },
  {
    name: 'the journal’s numbers have gaps',
    rule: 'I25',
    changes: one(`${store}/journal.ts`, 'sequence: head.sequence + 1,', 'sequence: head.sequence + 2,'),
    tests: [`${store}/journal.test.ts`],
  },
  {
    name: 'the chain’s hashes are not compared',
    rule: 'I25',
    changes: one(
      `${store}/journal.ts`,
      'if (!follows || !sameBytes(row.hash, hashOf(row, before.hash)))',
      'if (!follows)',
    ),
    tests: [`${store}/journal.test.ts`],
  },
  {
    name: 'seats are given up at the end of a hold, not at the end of its grace',
    rule: 'I2',
    changes: one(
      `${store}/projection.ts`,
      'return [booking(event, { lapsedAtMs: atMs })]',
      'return [booking(event, { lapsedAtMs: atMs }), released(event)]',
    ),
    tests: [`${engine}/never-twice.long.test.ts`],
  },
  {
    name: 'an end gives up the seats of every booking of the show',
    rule: 'I10',
    changes: one(
      `${store}/projection.ts`,
      "return event.seatIds.map((seatId) => drop('claim', claimOf(event, seatId)))",
      "return event.seatIds.map(() => drop('claim', { showId: event.showId }))",
    ),
    tests: [`${engine}/never-twice.long.test.ts`],
  },
  {
    name: 'the price of tickets chosen later is from the newest list',
    rule: 'P2',
    changes: one(
      `${engine}/reader.ts`,
      'this.show(booking.showId, booking.priceVersion)',
      'this.show(booking.showId)',
    ),
    tests: [`${engine}/queries.test.ts`],
  },
]
