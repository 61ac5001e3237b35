// Planted bugs in the copy that a kiosk keeps of its house, and in what it shows and refuses while its hub is away. Owns the changes and which
// test must notice each.

import { type Mutant, one } from './mutant.ts'

const lan = 'src/main/lan'
const mirror = 'src/main/mirror'
const feed = 'src/main/engine/journal-feed.ts'
const copied = [`${lan}/copied-house.test.ts`]

export const plantedInCopies: readonly Mutant[] = [
  {
    name: 'a house whose files were put back tells its kiosks to begin anew',
    rule: 'SYNC 5.9',
    changes: one(feed, 'if (this.#isPutBack(kioskId, from)) return () => {}', ''),
    tests: ['src/main/house/put-back.test.ts'],
  },
  {
    name: 'a copy that two people left behind stops the house again',
    rule: 'SYNC 4.7',
    changes: one(feed, ' || !isOfNow', ''),
    tests: ['src/main/house/put-back.test.ts'],
  },
  {
    name: 'a copy of another restore is one of this one, because their numbers are alike',
    rule: 'SYNC 4.7',
    changes: one(feed, ' && storeId === ours.storeId', ''),
    tests: ['src/main/house/put-back.test.ts'],
  },
  {
    name: 'any kiosk with a longer journal stops the house, whosever it is',
    rule: 'SYNC 5.9',
    changes: one(feed, '!isOurs || ', ''),
    tests: ['src/main/house/put-back.test.ts'],
  },
  {
    name: 'a copy takes rows that do not go on from it',
    rule: 'I25',
    changes: one(`${mirror}/mirror.ts`, "if (brokenLink(fresh, this.#head) !== null) return 'broken'", ''),
    tests: [`${mirror}/mirror.test.ts`],
  },
  {
    name: 'a copy takes rows after a gap',
    rule: 'I26',
    changes: one(
      `${mirror}/mirror.ts`,
      "if (fresh[0]?.sequence !== this.#head.sequence + 1) return 'gap'",
      '',
    ),
    tests: [`${mirror}/mirror.test.ts`],
  },
  {
    name: 'a copy says that it has what its disk refused',
    rule: 'I26',
    changes: one(
      `${mirror}/mirror.ts`,
      '    this.#store.transaction(() => {',
      '    this.#head = entries.at(-1)?.row ?? this.#head\n    this.#store.transaction(() => {',
    ),
    tests: [`${mirror}/mirror.test.ts`],
  },
  {
    name: 'a plan is believed that is not the one of its row',
    rule: 'I4',
    changes: one(
      `${mirror}/mirror.ts`,
      'return plan !== undefined && planDigest(plan) === digest',
      "return plan !== undefined && digest !== ''",
    ),
    tests: [`${mirror}/mirror.test.ts`],
  },
  {
    name: 'a hub goes on with a copy of another house',
    rule: 'I25',
    changes: one(
      feed,
      "return ours !== undefined && sameBytes(ours.hash, Buffer.from(theirs, 'base64'))",
      "return ours !== undefined && theirs !== ''",
    ),
    tests: [`${mirror}/mirror.test.ts`, ...copied],
  },
  {
    name: 'the answers of commands are not copied: they would be done again',
    rule: 'I24',
    changes: one(`${mirror}/mirror.ts`, 'this.#store.write(this.#unkept(answers))', ''),
    tests: copied,
  },
  {
    name: 'what a copy says of its seats is what it remembers, not what its rows say',
    rule: 'I26',
    changes: one(`${mirror}/mirror.ts`, '      this.#reader.forgetBoard(showId)\n', ''),
    tests: copied,
  },
  {
    name: 'a screen hears of a sale before its kiosk has it',
    rule: 'I28',
    changes: one(
      'src/main/engine/engine.ts',
      '    this.#inAnyCase(() => this.#feed.follow(recorded))\n    this.#inAnyCase(() => this.#abroad.publish(recorded))\n',
      '    this.#inAnyCase(() => this.#abroad.publish(recorded))\n    this.#inAnyCase(() => this.#feed.follow(recorded))\n',
    ),
    tests: copied,
  },
  {
    name: 'a screen that is cut off goes back to an older picture',
    rule: 'I28',
    changes: one(`${mirror}/mirror-office.ts`, 'isNewer(news) || listener(news)', 'listener(news)'),
    tests: copied,
  },
  {
    name: 'whoever stands before a kiosk that is cut off sees everything',
    rule: 'A7',
    changes: one(`${lan}/last-heard.ts`, 'return isLocked ? null : actor', 'return isLocked ? actor : actor'),
    tests: [`${lan}/last-heard.test.ts`],
  },
  {
    name: 'cut off, a clerk reads what only the office may',
    rule: 'A7',
    changes: one(`${mirror}/mirror-office.ts`, 'if (!roles.includes(actor.role))', 'if (false)'),
    tests: [`${mirror}/mirror-office.test.ts`],
  },
  {
    name: 'a hold that was asked for while the hub was away is taken when it is back',
    rule: 'S3',
    changes: one(
      `${lan}/cut-off.ts`,
      "return name === 'sign-out' ? null : {",
      "return name !== 'sign-in' ? null : {",
    ),
    tests: copied,
  },
  {
    name: 'what was on its way when the line went is called refused',
    rule: 'C3',
    changes: one(`${lan}/joined-office.ts`, 'if (this.#isCutOff() && !isKnown) {', 'if (this.#isCutOff()) {'),
    tests: copied,
  },
]
