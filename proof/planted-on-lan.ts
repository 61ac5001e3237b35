// Planted bugs between a hub and its kiosks: what is written down, asked again, answered and shown. Owns the changes; simulated
// evenings must notice each, or the narrow test named for it.

import { type Mutant, one } from './mutant.ts'

const office = 'src/main/lan/joined-office.ts'
const evenings = 'proof/sim/simulation.test.ts'

export const plantedOnLan: readonly Mutant[] = [
  {
    name: 'a command is sent before it is written down',
    rule: 'I23',
    changes: [
      {
        file: office,
        find: '    try {\n      this.#kept.put(',
        put: '    const sent = this.#asked(name, input, id) as Promise<Answer<Output<Name>>>\n    try {\n      this.#kept.put(',
      },
      {
        file: office,
        find: 'return this.#asked(name, input, id) as Promise<Answer<Output<Name>>>\n  }',
        put: 'return sent\n  }',
      },
    ],
    tests: [evenings],
  },
  {
    name: 'a command that is asked again has another id',
    rule: 'I24',
    changes: one(
      office,
      'this.#client.call(name, input as never, commandId)',
      'this.#client.call(name, input as never, `${commandId}-again` as CommandId)',
    ),
    tests: [evenings, 'src/main/lan/joined-office.test.ts'],
  },
  {
    name: 'a command that comes again is run again',
    rule: 'I24',
    changes: one(
      'src/main/engine/commands.ts',
      "const earlier = isTrusting ? undefined : store.get('command', commandId)",
      "const earlier = isTrusting || !name.startsWith('hold') ? undefined : store.get('command', commandId)",
    ),
    tests: [evenings],
  },
  {
    name: 'whoever comes again is told to sign in, whatever was done',
    rule: 'SYNC 5.3',
    changes: one(
      'src/main/engine/engine.ts',
      '(this.#commands.answered(told) ?? this.#turnAway(told, actor))',
      'this.#turnAway(told, actor)',
    ),
    tests: ['src/main/engine/sign-in.test.ts'],
  },
  {
    name: 'a kiosk forgets its commands when the line breaks',
    rule: 'SYNC 5.5',
    changes: one(
      'src/shared/contract/frame-client.ts',
      "pipe.onLost(() => this.#become(this.#connection === 'outdated' ? 'outdated' : 'lost'))",
      "pipe.onLost(() => (this.#calls.clear(), this.#become('lost')))",
    ),
    tests: [evenings],
  },
  {
    name: 'a gap in what a screen follows is shown over',
    rule: 'S2',
    changes: one(
      'src/shared/contract/frame-client.ts',
      'if (data.from > following.revision) {',
      'if (data.from > following.revision + 1000) {',
    ),
    tests: ['src/shared/contract/frame-client.test.ts'],
  },
  {
    name: 'a screen that comes back is not caught up',
    rule: 'I29',
    changes: one(
      'src/shared/contract/frame-client.ts',
      'for (const [id, one] of following) if (this.#following.has(id)) this.#ask(id, one)',
      '',
    ),
    tests: [evenings],
  },
  {
    name: 'answers come before the picture in which they are seen',
    rule: 'I28',
    changes: one(
      'src/shared/contract/frame-client.ts',
      "    this.#become('open')\n    // Then",
      "    this.#become('open')\n    for (const { frame } of this.#calls.values()) this.#pipe.send(frame)\n    // Then",
    ),
    tests: [evenings],
  },
  {
    name: 'holds wait for a clock that was set back',
    rule: 'I6',
    changes: one(
      'src/main/engine/house-scheduler.ts',
      'scheduler.at(instantMs, work, nowMs)',
      'scheduler.at(instantMs, work)',
    ),
    tests: [evenings, 'src/main/engine/deadline-clock.test.ts'],
  },
  {
    name: 'a board that is read anew shows a hold whose end is recorded',
    rule: 'I26',
    changes: one('src/main/engine/seat-board.ts', "isLapsed ? 'available' : shown", 'shown'),
    tests: ['src/main/engine/seat-board.test.ts'],
  },
  {
    name: 'a kiosk believes in a line that has fallen silent',
    rule: 'I29',
    changes: one(
      'src/main/lan/hub-pipe.ts',
      'if (clock.elapsedMs() - this.#heardAtMs >= SILENCE_MAX_MS) this.#line?.end()',
      'if (clock.elapsedMs() < 0) this.#line?.end()',
    ),
    tests: [evenings],
  },
  {
    name: 'what a busy hub put off is taken for its no',
    rule: 'SYNC 5.3',
    changes: one(office, "answer.refusal.code === 'BUSY'", "answer.refusal.code === 'COMMAND_REUSED'"),
    tests: ['src/main/lan/joined-office.test.ts'],
  },
  {
    name: 'a fault ends what nobody waits for',
    rule: 'I29',
    changes: one(office, "if (answer.kind !== 'fault' && !isBusy(answer))", 'if (!isBusy(answer))'),
    tests: ['src/main/lan/joined-office.test.ts'],
  },
  {
    name: 'what was asked before forgets what is asked again',
    rule: 'SYNC 5.2',
    changes: one(office, 'if (this.#newest.get(commandId) !== asking) return true', ''),
    tests: ['src/main/lan/joined-office.test.ts'],
  },
  {
    name: 'nothing was executed, says a kiosk that will ask again',
    rule: 'SYNC 5.3',
    changes: one(office, 'return isKept || !isUnheard ? answer', 'return isKept || isUnheard ? answer'),
    tests: ['src/main/lan/joined-office.test.ts'],
  },
  {
    name: 'a lock is opened by an answer of a later line',
    rule: 'A7',
    changes: one(
      office,
      '(await this.#client.callNow(name, input)) ?? hubAway',
      'this.#client.call(name, input)',
    ),
    tests: ['src/main/lan/joined-office.test.ts'],
  },
  {
    name: 'a restored house sells before its kiosks have spoken',
    rule: 'SYNC 4.7',
    changes: one(
      'src/shared/domain/recovery.ts',
      'return awaits.length === 0 && unheard.length === 0 && doubled.length === 0 && seen <= newest',
      'return awaits.length >= 0 && unheard.length >= 0 && doubled.length >= 0',
    ),
    tests: [evenings],
  },
  {
    name: 'a house goes on under the number that it had before it was restored',
    rule: 'SYNC 4.7',
    changes: one(
      'src/main/house/new-recovery.ts',
      'Math.max(earlier, epochOf(store).epoch) + 1',
      'Math.max(earlier, epochOf(store).epoch)',
    ),
    tests: [evenings],
  },
  {
    name: 'old files that were put back sell on, since their number is the one that kiosks know',
    rule: 'SYNC 5.9',
    changes: one(
      'src/main/engine/journal-feed.ts',
      'if (!onPutBack || !isOurs || !isOfNow) return false',
      'if (!onPutBack || !isOurs || !isOfNow || epoch <= ours.epoch) return false',
    ),
    tests: [evenings],
  },
  {
    name: 'a screen goes on from a revision of the house before the restore',
    rule: 'SYNC 5.6',
    changes: one(
      'src/main/engine/publisher.ts',
      'if (house !== this.#name) return this.#snapshot(showId)',
      '',
    ),
    tests: [evenings],
  },
  {
    name: 'a kiosk has things done before it says what its copy has',
    rule: 'SYNC 5.9',
    changes: [
      {
        file: 'src/shared/contract/frame-client.ts',
        find: "    this.#become('open')\n    // Then",
        put: '    // Then',
      },
      {
        file: 'src/shared/contract/frame-client.ts',
        find: 'if (this.#calls.has(id)) this.#pipe.send(frame)\n',
        put: "if (this.#calls.has(id)) this.#pipe.send(frame)\n    this.#become('open')\n",
      },
    ],
    tests: ['src/shared/contract/frame-client.test.ts'],
  },
  {
    name: 'two machines with one key take the line from each other without end',
    rule: 'SYNC 4.7',
    changes: one(
      'src/main/lan/kiosk-starts.ts',
      'here === null || here === start) return true',
      'here !== null || here === start) return true',
    ),
    tests: [evenings],
  },
  {
    name: 'the hub does not look who else has a key',
    rule: 'SYNC 4.7',
    changes: one(
      'src/main/lan/lan-listener.ts',
      'if (!starts.admits(kioskId, start)) {',
      "if (start === '') {",
    ),
    tests: ['src/main/lan/kiosk.test.ts'],
  },
]
