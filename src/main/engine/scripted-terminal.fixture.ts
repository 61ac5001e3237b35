// A payment terminal for tests that answers as it is told to, when it is told to: now, twice, later, or only when looked up. Owns
// its memory of what it was asked and answered; must never know what an answer is worth.

import type { PaymentId } from '../../shared/domain/ids.ts'
import type { TerminalAnswer } from '../../shared/domain/settle.ts'
import type { Terminal, TerminalRefund, TerminalRequest } from './ports.ts'

interface Asked {
  readonly request: TerminalRequest
  /** Null once the process that asked is gone. */
  onAnswer: ((answer: TerminalAnswer) => void) | null
  said: TerminalAnswer | null
}

export interface Heard {
  readonly paymentId: PaymentId
  readonly answer: TerminalAnswer
}

export class ScriptedTerminal implements Terminal {
  readonly #asked: Asked[] = []
  /** Every answer that was given, in order, until the test takes them. */
  #heard: Heard[] = []
  /** What it refunded, by key: each once. */
  readonly #refunds = new Map<string, number>()
  #refundAsks = 0

  pay(request: TerminalRequest, onAnswer: (answer: TerminalAnswer) => void): void {
    this.#asked.push({ request, onAnswer, said: null })
  }

  lookUp(paymentId: PaymentId, onAnswer: (answer: TerminalAnswer) => void): void {
    const asked = this.#asked.find(({ request }) => request.paymentId === paymentId)
    if (!asked) return
    asked.onAnswer ??= onAnswer
    if (!asked.said) return
    this.#heard.push({ paymentId, answer: asked.said })
    onAnswer(asked.said)
  }

  /** Does not answer every second time, and is then asked again. */
  refund({ key, amountMinor }: TerminalRefund, onDone: () => void): void {
    this.#refunds.set(key, amountMinor)
    this.#refundAsks += 1
    if (this.#refundAsks % 2 === 0) onDone()
  }

  /** What it was asked for: unanswered requests first, newest first. */
  get requests(): readonly TerminalRequest[] {
    const open = this.#asked.filter(({ said }) => said === null)
    const over = this.#asked.filter(({ said }) => said !== null)
    return [...over, ...open].map(({ request }) => request).toReversed()
  }

  get refundedMinor(): number {
    return [...this.#refunds.values()].reduce((sum, amountMinor) => sum + amountMinor, 0)
  }

  /** Decides, once and for all. The process that asked hears the answer `times` times; at 0, a look-up will. */
  say({ paymentId }: TerminalRequest, answer: TerminalAnswer, times: number): void {
    const asked = this.#asked.find(({ request }) => request.paymentId === paymentId)
    if (!asked) return
    asked.said ??= answer
    const { onAnswer, said } = asked
    if (!onAnswer) return
    for (let time = 0; time < times; time += 1) {
      this.#heard.push({ paymentId, answer: said })
      onAnswer(said)
    }
  }

  /** The process that asked is gone. */
  hangUp(): void {
    for (const asked of this.#asked) asked.onAnswer = null
    this.#heard = []
  }

  takeHeard(): readonly Heard[] {
    const heard = this.#heard
    this.#heard = []
    return heard
  }
}
