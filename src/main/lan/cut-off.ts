// What a joined kiosk does while its hub cannot be reached [S3]: it shows what its copy has to whoever was signed in, and refuses the
// rest at once. Owns what may be done in that state; must never accept a command for later.

import { type Input, type OperationName, type Output, isCommand } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import type { News, Topic } from '../../shared/contract/topics.ts'
import { LastHeard } from './last-heard.ts'
import type { MirrorOffice } from '../mirror/mirror-office.ts'

export class CutOff {
  readonly heard = new LastHeard()
  readonly #shown: MirrorOffice

  constructor(shown: MirrorOffice) {
    this.#shown = shown
  }

  /** Null: this waits for the hub. */
  answer<Name extends OperationName>(
    name: Name,
    input: Input<Name>,
    nowMs: number,
  ): Promise<Answer<Output<Name>>> | Answer<Output<Name>> | null {
    const own = this.#ownAnswer(name, nowMs)
    if (own) return own as Answer<Output<Name>>
    // [SYNC 5.2] Not executed later, when nobody waits for it any more. But whoever signs out must be signed out at the hub as well.
    if (isCommand(name))
      return name === 'sign-out' ? null : { kind: 'refused', refusal: { code: 'HUB_AWAY' } }
    if (!this.#shown.canAnswer(name, input)) return null
    const actor = this.heard.actor(nowMs)
    if (!actor) return { kind: 'refused', refusal: { code: 'SIGN_IN_REQUIRED' } }
    return this.#shown.answer(actor, name, input)
  }

  /** What a screen that opens now shows until the hub is back. */
  picture(topic: Topic, listener: (news: News) => void, nowMs: number): void {
    const actor = this.heard.actor(nowMs)
    if (actor) this.#shown.picture(actor, topic, listener)
  }

  /** The hub is back. */
  end(): void {
    this.#shown.rest()
  }

  /** Answers about whoever is signed in here. */
  #ownAnswer(name: OperationName, nowMs: number): Answer<unknown> | null {
    if (name === 'sign-out') this.heard.signOut()
    if (name === 'stay-signed-in') return { kind: 'done', value: { lockAtMs: this.heard.touch(nowMs) } }
    if (name !== 'house') return null
    const house = this.heard.house(nowMs)
    return house && { kind: 'done', value: house }
  }
}
