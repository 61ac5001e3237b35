// [S3] A joined kiosk's box office is its hub's, but the program that it runs is its own. Owns what is answered here: which updates this
// machine found; must never answer somebody whom the hub would refuse, nor install what the hub has not recorded.

import { type Input, type OperationName, type Output, isCommand } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { Updates } from '../engine/ports.ts'

export class OwnUpdates<Own extends Updates = Updates> implements BoxOffice {
  readonly #hub: BoxOffice
  /** Updates of this machine's own program. */
  readonly updates: Own
  readonly subscribe: BoxOffice['subscribe']
  #hubVersion: string | null = null
  /** Number of other commands that went to the hub; a sign-out begins nothing and is not counted. */
  #told = 0

  /** `updates`: made here, since what is found depends on the hub's version. */
  constructor(hub: BoxOffice, updates: (hubVersion: () => string | null) => Own) {
    this.#hub = hub
    this.updates = updates(() => this.#hubVersion)
    this.subscribe = (topic, listener) => hub.subscribe(topic, listener)
  }

  async call<Name extends OperationName>(
    name: Name,
    input: Input<Name>,
    commandId?: CommandId,
  ): Promise<Answer<Output<Name>>> {
    if (name === 'ask-update') return this.#ask(input as Input<'ask-update'>, commandId) as never
    if (isCommand(name) && name !== 'sign-out') this.#told += 1
    if (name !== 'updates' && name !== 'look-for-updates') return this.#hub.call(name, input, commandId)
    // The hub says who may see updates, and with that which version it has itself.
    const asked = await this.#hub.call('updates', {})
    if (asked.kind !== 'done') return asked
    // While the hub cannot be reached the kiosk's own copy answers, which knows no version.
    if (asked.value.houseVersion !== '') this.#hubVersion = asked.value.houseVersion
    if (name === 'look-for-updates') this.updates.look((input as Input<'look-for-updates'>).from)
    const houseVersion = this.#hubVersion ?? ''
    const value = name === 'updates' ? { houseVersion, state: this.updates.state() } : { isAsked: true }
    return { kind: 'done', value: value as Output<Name> }
  }

  async #ask(wish: Input<'ask-update'>, id: CommandId | undefined): Promise<Answer<Output<'ask-update'>>> {
    const offered = this.updates.offered()
    if (offered?.version !== wish.version || offered.digest !== wish.digest)
      return { kind: 'refused', refusal: { code: 'NOT_FOUND', what: 'update', id: wish.version } }
    const told = this.#told
    const answer = await this.#hub.call('ask-update', wish, id)
    // The hub checked this kiosk's drawer and carts in the commit that said yes; what was begun since has passed through here.
    if (answer.kind === 'done') this.updates.install(wish, () => this.#told === told)
    return answer
  }
}
