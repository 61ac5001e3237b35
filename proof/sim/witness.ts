// What the screens of all kiosks were told, kept outside of every process. Owns the first answer to each command and what must be
// true of every later one; must never ask the hub.

import type { CommandId } from '../../src/shared/domain/ids.ts'
import type { Answer } from '../../src/shared/contract/port.ts'
import { digestOf } from '../digest.ts'
import type { Tally } from '../proof.ts'
import type { Acked } from '../seller-lines.ts'

/** As in the contract: with these refusals nothing was executed, and nothing is kept. */
const notHeard: ReadonlySet<string> = new Set(['SIGN_IN_REQUIRED', 'NOT_ALLOWED', 'BUSY', 'HUB_AWAY'])

export class Witness {
  readonly acked = new Map<CommandId, Acked>()
  /** Told that it was not executed, and nothing else since. */
  readonly turnedAway = new Set<CommandId>()
  /** The house may have forgotten its answers to these: it went back, and no copy had them. */
  readonly forgettable = new Set<CommandId>()
  readonly #unknown = new Set<CommandId>()
  /** How often it is being asked at the moment: as long as a repeat is under way, the outcome is open. */
  readonly #asking = new Map<CommandId, number>()
  readonly #tally: Tally

  constructor(tally: Tally) {
    this.#tally = tally
  }

  /** What it was told before is no longer final. */
  ask(id: CommandId): void {
    this.turnedAway.delete(id)
    this.#asking.set(id, (this.#asking.get(id) ?? 0) + 1)
  }

  hear(id: CommandId, answer: Answer<unknown>): void {
    const asking = (this.#asking.get(id) ?? 1) - 1
    this.#asking.set(id, asking)
    if (answer.kind === 'fault') {
      this.#unknown.add(id)
      return this.#tally.count('answers unknown')
    }
    if (answer.kind === 'refused' && notHeard.has(answer.refusal.code)) {
      this.#tally.count(`turned away: ${answer.refusal.code}`)
      // A kiosk that is cut off cannot know the outcome of an earlier attempt, and does not claim to.
      if (asking > 0) return
      if (answer.refusal.code !== 'HUB_AWAY' || !this.#unknown.has(id)) this.turnedAway.add(id)
      return
    }
    this.turnedAway.delete(id)
    const first = this.acked.get(id)
    const acked: Acked = { t: 'acked', id, kind: answer.kind, digest: digestOf(answer) }
    if (!first) this.acked.set(id, acked)
    this.#tally.count(first ? 'answers repeated' : `answers ${answer.kind}`)
    if (!first || first.digest === acked.digest) return
    if (this.forgettable.has(id)) this.#tally.count('answers given anew after a restore')
    else
      this.#tally.violate(`I24 ${id} was first answered ${first.kind}, then ${acked.kind} of another content`)
  }
}
