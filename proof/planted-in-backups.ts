// Planted bugs in what restores a house: backups, restores, and what kiosks hand in after one. Owns the changes and which test
// must notice each.

import { type Mutant, one } from './mutant.ts'

const house = 'src/main/house'
const desk = `${house}/recovery-desk.ts`
const lost = `${house}/lost-sales.ts`
const kept = `${house}/kept-seats.ts`
const evenings = 'proof/sim/simulation.test.ts'

export const plantedInBackups: readonly Mutant[] = [
  {
    name: 'a backup is the database’s file without the log beside it',
    rule: 'I44',
    changes: one(
      'src/main/store/copy-database.ts',
      '    await copyPages(path, to, file)\n',
      "    await import('node:fs').then(({ copyFileSync }) => copyFileSync(path, to))\n    if (to === '') await copyPages(path, to, file)\n",
    ),
    tests: [`${house}/make-backup.test.ts`],
  },
  {
    name: 'a copy that does not add up is called a backup all the same',
    rule: 'I44',
    changes: one(
      `${house}/make-backup.ts`,
      'if (finding) throw new NotSound',
      "if (finding?.id === 'I1') throw new NotSound",
    ),
    tests: [`${house}/make-backup.test.ts`],
  },
  {
    name: 'a copy need not have what was sold when it was asked for',
    rule: 'I44',
    changes: one(
      `${house}/make-backup.ts`,
      'if (atLeast && !hasRow(beside, atLeast))',
      'if (atLeast && !beside)',
    ),
    tests: [`${house}/make-backup.test.ts`],
  },
  {
    name: 'keys go along to the stick',
    rule: 'I42',
    changes: one(
      `${house}/make-backup.ts`,
      "    dropOutdated(elsewhere)\n    return { elsewhere: 'done', detail: '' }",
      "    const keys = join(dirname(pictures), 'keys')\n    for (const one of readdirSync(keys)) copyWhole(join(keys, one), join(elsewhere, one))\n    return { elsewhere: 'done', detail: '' }",
    ),
    tests: [`${house}/make-backup.test.ts`],
  },
  {
    name: 'a restored house keeps its number',
    rule: 'SYNC 4.7',
    changes: one(
      `${house}/new-recovery.ts`,
      'Math.max(earlier, epochOf(store).epoch) + 1',
      'Math.max(earlier, epochOf(store).epoch)',
    ),
    tests: [`${house}/restore-house.test.ts`],
  },
  {
    name: 'the house that is there is overwritten',
    rule: 'SYNC 5.9',
    changes: one(
      `${house}/unfinished-restore.ts`,
      'const aside = moveAside(folder, asideOf(folder, name), move)',
      'const aside = folder.path === name ? moveAside(folder, asideOf(folder, name), move) : null',
    ),
    tests: [`${house}/restore-house.test.ts`],
  },
  {
    name: 'a restore moves a house away without its log',
    rule: 'SYNC 5.9',
    changes: one(`${house}/unfinished-restore.ts`, "['', '-wal', '-shm']", "['', '-shm']"),
    tests: [`${house}/unfinished-restore.test.ts`],
  },
  {
    name: 'a restore that was cut off is left as it lies',
    rule: 'SYNC 5.9',
    changes: one(`${house}/open-house.ts`, '  endRestore(folder)\n', ''),
    tests: [`${house}/unfinished-restore.test.ts`],
  },
  {
    name: 'a backup may bring a trigger of its own',
    rule: 'SYNC 5.9',
    changes: one(
      'src/main/store/foreign-database.ts',
      'if (own?.type !== type || own.sql !== sql)',
      'if (own && own.sql !== sql)',
    ),
    tests: [`${house}/restore-house.test.ts`],
  },
  {
    name: 'a restored house waits for nobody',
    rule: 'SYNC 4.7',
    changes: one(
      'src/shared/domain/recovery.ts',
      'return awaits.length === 0 && unheard.length === 0 && doubled',
      'return awaits.length >= 0 && unheard.length >= 0 && doubled',
    ),
    tests: ['src/shared/domain/recovery.test.ts', `${house}/recovery-desk.test.ts`],
  },
  {
    name: 'a kiosk whose rows are still to come counts as one that has spoken',
    rule: 'SYNC 4.7',
    changes: one(
      desk,
      "'coming', { sequence: after, isAll: false }",
      "'coming', { sequence: 0, isAll: true }",
    ),
    tests: [`${house}/recovery-desk.test.ts`],
  },
  {
    name: 'one person opens a restored house with two names',
    rule: 'SYNC 4.7',
    changes: one(
      `${house}/two-people.ts`,
      'this.#proven(kioskId, first.staffId, [first, second])',
      'this.#proven(kioskId, first.staffId, [first])',
    ),
    tests: [`${house}/recovery-desk.test.ts`],
  },
  {
    name: 'a disk without room makes a stranger of the kiosk that hands in',
    rule: 'V10',
    changes: one(desk, '      if (error instanceof StorageFault) throw error\n', ''),
    tests: [`${house}/recovery-desk.test.ts`],
  },
  {
    name: 'a disk without room ends the house that waits',
    rule: 'V10',
    changes: one(
      desk,
      'office.call(name, ...asked).catch((error: unknown) => this.#incidents.fault(error, { asked: name }))',
      'office.call(name, ...asked)',
    ),
    tests: [`${house}/recovery-desk.test.ts`, 'proof/sim/simulation.test.ts'],
  },
  {
    name: 'a kiosk hands in once, whether or not there was room for it',
    rule: 'SYNC 4.7',
    changes: one(
      'src/main/mirror/mirror-line.ts',
      "const isForNow = answer.kind === 'fault' || answer.refusal.code === 'BUSY'",
      "const isForNow = answer.kind === 'refused' && answer.refusal.code === 'BUSY'",
    ),
    tests: [`${house}/recovery-desk.test.ts`],
  },
  {
    name: 'pieces that were on their way by an earlier line come between those of the next',
    rule: 'SYNC 4.7',
    changes: one(
      'src/main/mirror/mirror-line.ts',
      'const isWanted = () => this.#wanted === wanted && this.#isOpen',
      'const isWanted = () => this.#wanted !== null || wanted.after < 0',
    ),
    tests: [`${house}/recovery-desk.test.ts`],
  },
  {
    name: 'a seat that came back on sale and was sold makes a house that no backup is kept of',
    rule: 'I9',
    changes: one('src/main/checks/seat-owners.ts', " || !('bookingId' in event)", ''),
    tests: ['src/main/checks/check-invariants.test.ts'],
  },
  {
    name: 'a sale whose booking is not in the house at all is not named',
    rule: 'SYNC 4.7',
    changes: one(lost, 'return sold !== null', 'return true'),
    tests: [`${house}/lost-sales.test.ts`, evenings],
  },
  {
    name: 'a sale that is here counts as it is here, whatever its kiosk was told since',
    rule: 'SYNC 4.7',
    changes: one(lost, 'return !isOtherwise(receipt, sold)', 'return true'),
    tests: [`${house}/lost-sales.test.ts`],
  },
  {
    name: 'what this house answered itself it hears as news',
    rule: 'SYNC 4.7',
    changes: one(lost, "|| this.#store.get('command', commandId))", ')'),
    tests: [`${house}/lost-sales.test.ts`],
  },
  {
    name: 'what became of an older sale is told as long ago as the sale',
    rule: 'SYNC 4.7',
    changes: one(
      'src/main/store/kept-commands.ts',
      'Math.max(sold.confirmedAtMs, toldAtMs)',
      'Math.min(sold.confirmedAtMs, toldAtMs)',
    ),
    tests: ['src/main/store/kept-commands.test.ts'],
  },
  {
    name: 'seats of a lost sale are for whoever comes first',
    rule: 'SYNC 4.7',
    changes: one(kept, 'return nobodys.length > 0 ? ', 'return nobodys.length < 0 ? '),
    tests: [`${house}/lost-sales.test.ts`],
  },
  {
    name: 'what was done about a sale that was named counts as named when it is lost again',
    rule: 'SYNC 4.7',
    changes: one(
      'src/main/store/lost-sale-rows.ts',
      " && (named.value === '' || epoch < Number(named.value))",
      '',
    ),
    tests: [`${house}/lost-sales.test.ts`],
  },
  {
    name: 'the house opens although a second machine with a kiosk’s key was turned away',
    rule: 'SYNC 4.7',
    changes: one(
      'src/shared/domain/recovery.ts',
      ' && doubled.length === 0 && ',
      ' && doubled.length >= 0 && ',
    ),
    tests: [`${house}/lost-sales.test.ts`],
  },
  {
    name: 'a hold from older files keeps a seat that was sold, and whoever comes after it gets it',
    rule: 'SYNC 4.7',
    changes: one(kept, 'return isUnpaid || nowMs', 'return nowMs'),
    tests: [`${house}/kept-seats.test.ts`],
  },
  {
    name: 'a seat that two customers have is anybody’s when one of them is moved',
    rule: 'SYNC 4.7',
    changes: one(
      kept,
      'seats.map((seat) => ({ ...seat, claimedBy: null }))',
      "seats.filter(({ claimedBy }) => claimedBy?.state !== 'confirmed').map((seat) => ({ ...seat, claimedBy: null }))",
    ),
    tests: [`${house}/kept-seats.test.ts`],
  },
  {
    name: 'the hold of a sale that was named is paid once more',
    rule: 'SYNC 4.7',
    changes: one(kept, 'for (const row of rows) {', 'for (const row of rows.slice(rows.length)) {'),
    tests: [`${house}/kept-seats.test.ts`],
  },
  {
    name: 'a seat is free on the map when it is put on sale while somebody has it',
    rule: 'A2',
    changes: one(
      'src/main/engine/seat-board.ts',
      "return this.#set(nobodys, 'available')",
      "return this.#set(seatIds, 'available')",
    ),
    tests: [`${house}/kept-seats.test.ts`],
  },
  {
    name: 'a seat that is off sale may be taken, and no check says so',
    rule: 'I48',
    changes: one(
      'src/main/checks/claims.ts',
      'if (owner !== own && offSale.has',
      'if (owner === own && offSale.has',
    ),
    tests: ['src/main/checks/check-invariants.test.ts'],
  },
  {
    name: 'the house opens before anybody has seen to what is lost',
    rule: 'SYNC 4.7',
    changes: one(desk, ' && this.#lost.unsettled.length === 0', ' && this.#lost.unsettled.length >= 0'),
    tests: [`${house}/lost-sales.test.ts`],
  },
  {
    name: 'the house opens before a kiosk has handed in its receipts',
    rule: 'SYNC 4.7',
    changes: one(
      'src/shared/domain/recovery.ts',
      ' && unheard.length === 0 && ',
      ' && unheard.length >= 0 && ',
    ),
    tests: [`${house}/lost-sales.test.ts`, evenings],
  },
  {
    name: 'a receipt is overwritten by a house that has forgotten the sale',
    rule: 'SYNC 4.7',
    changes: one('src/main/store/kept-commands.ts', ' AND sold_at_ms IS NULL', ''),
    tests: ['src/main/store/kept-commands.test.ts'],
  },
  {
    name: 'a receipt of another house is taken',
    rule: 'SYNC 4.7',
    changes: one(
      'src/shared/domain/lost-sale.ts',
      "  if (house.root !== own.root) return 'other-house'\n",
      '',
    ),
    tests: ['src/shared/domain/lost-sale.test.ts', `${house}/lost-sales.test.ts`],
  },
]
