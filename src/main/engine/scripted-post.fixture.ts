// A post for tests that answers as it is told to: at once, or when the test says so, or never. Owns its memory of the letters it
// was handed.

import type { Delivery } from '../../shared/domain/message.ts'
import type { Letter, Post } from './ports.ts'
import type { TestHouse } from './test-house.ts'

export class ScriptedPost implements Post {
  /** The letters it was handed, in order. */
  readonly letters: Letter[] = []
  /** Its answer to each letter, until it is told otherwise; null: none yet. */
  says: Delivery | null = { kind: 'sent' }
  mayClaim = true
  readonly passwords: string[] = []
  #waiting: ((delivery: Delivery) => void)[] = []

  send(letter: Letter): Promise<Delivery> {
    this.letters.push(letter)
    const { says } = this
    return says ? Promise.resolve(says) : new Promise((settle) => this.#waiting.push(settle))
  }

  /** Answers all letters that wait. */
  answer(delivery: Delivery): void {
    for (const settle of this.#waiting.splice(0)) settle(delivery)
  }

  hasPassword(): boolean {
    return this.passwords.length > 0
  }

  keepPassword(_channel: string, _ways: unknown, password: string): void {
    this.passwords.push(password)
  }

  claim(): boolean {
    return this.mayClaim
  }
}

/** Turns in which an answer becomes a commit and its message's row: hand over, hear the answer, queue, commit, follow the commit. */
const TURNS = 12

/** Lets woken work finish without any time passing. */
export async function settled(house: TestHouse): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    house.scheduler.wakeUntil(house.clock.atMs)
    // oxlint-disable-next-line no-await-in-loop -- what was answered is recorded before it goes on
    await Promise.resolve()
  }
}
