// Planted bugs in how screens are told: what waits for a slow one, which are given up on, in which order the news of a turn is
// sent. Owns the changes and which test must notice each.

import { type Mutant, one } from './mutant.ts'

const carriers = 'src/main/carriers'

export const plantedInNews: readonly Mutant[] = [
  {
    name: 'what comes behind a foreign frame is still heard',
    rule: 'V7',
    changes: one(
      'src/main/carriers/session.ts',
      '    this.close()\n    this.#parts.onForeignFrame()',
      '    this.#parts.onForeignFrame()',
    ),
    tests: ['src/main/carriers/session.test.ts'],
  },
  {
    name: 'questions that wait are not bounded',
    rule: 'SYNC 5.7',
    changes: one('src/main/carriers/session.ts', 'this.#waiting.add(putOff)', ''),
    tests: ['src/main/carriers/session.test.ts'],
  },
  {
    name: 'a queue of news without limit',
    rule: 'V13',
    changes: one(`${carriers}/ws-server.ts`, 'outbox.waitingBytes > BEHIND_BYTES', 'false'),
    tests: [`${carriers}/ws-server.test.ts`],
  },
  {
    name: 'who answers no ping is kept for ever',
    rule: 'V13',
    changes: one(`${carriers}/pulse.ts`, 'this.#unansweredSinceMs ??= nowMs', ''),
    tests: [`${carriers}/ws-server.test.ts`],
  },
  {
    name: 'a ping is as good as its answer',
    rule: 'V13',
    changes: one(
      `${carriers}/pulse.ts`,
      'this.#unansweredSinceMs ??= nowMs',
      'this.#unansweredSinceMs = nowMs',
    ),
    tests: [`${carriers}/ws-server.test.ts`],
  },
  {
    name: 'a slow screen goes on from news that it never got',
    rule: 'S2',
    changes: one(
      `${carriers}/session.ts`,
      'if (!isMissed) reached = after(reached, news)',
      'reached = after(reached, news)',
    ),
    tests: [`${carriers}/slow-screen.test.ts`],
  },
  {
    name: 'whoever asked hears yes before the others hear of it',
    rule: 'S2',
    changes: one(
      `${carriers}/outbox.ts`,
      'for (const outbox of told) if (!outbox.hasAnswer) outbox.flush()\n    for (const outbox of answered) outbox.flush()',
      'for (const outbox of answered) outbox.flush()\n    for (const outbox of told) if (!outbox.hasAnswer) outbox.flush()',
    ),
    tests: [`${carriers}/outbox.test.ts`],
  },
]
