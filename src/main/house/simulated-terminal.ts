// A simulated payment terminal [P6]: approves, declines, keeps silent, answers late or twice, loses its answer on the way. For demos and
// tests. Owns its memory of what it said; must never take payments in a house with real customers.

import type { PaymentId } from '../../shared/domain/ids.ts'
import type { TerminalAnswer } from '../../shared/domain/settle.ts'
import { MINUTE_MS, SECOND_MS } from '../../shared/lib/time.ts'
import type { Clock, Scheduler, Terminal, TerminalRefund, TerminalRequest } from '../engine/ports.ts'

/** `silent`: never answers, and knows nothing when it is looked up. `lost`: approved, but only a look-up learns of it. */
export const terminalMoods = ['approve', 'decline', 'silent', 'late', 'twice', 'lost'] as const
export type TerminalMood = (typeof terminalMoods)[number]

/** The time a customer takes to tap a card. */
const ANSWER_MS = 1.5 * SECOND_MS
/** Later than any hold waits for it [H6]. */
const LATE_MS = 3 * MINUTE_MS

export class SimulatedTerminal implements Terminal {
  readonly #clock: Clock
  readonly #scheduler: Scheduler
  readonly #mood: (request: TerminalRequest) => TerminalMood
  readonly #said = new Map<PaymentId, TerminalAnswer>()
  readonly #refunded = new Map<string, number>()

  constructor(clock: Clock, scheduler: Scheduler, mood: (request: TerminalRequest) => TerminalMood) {
    this.#clock = clock
    this.#scheduler = scheduler
    this.#mood = mood
  }

  pay(request: TerminalRequest, onAnswer: (answer: TerminalAnswer) => void): void {
    const mood = this.#mood(request)
    if (mood === 'silent') return
    this.#later(mood === 'late' ? LATE_MS : ANSWER_MS, () => {
      const answer = answerTo(request, mood)
      this.#said.set(request.paymentId, answer)
      if (mood !== 'lost') onAnswer(answer)
      if (mood === 'twice') onAnswer(answer)
    })
  }

  lookUp(paymentId: PaymentId, onAnswer: (answer: TerminalAnswer) => void): void {
    const said = this.#said.get(paymentId)
    if (said) this.#later(0, () => onAnswer(said))
  }

  refund({ key, amountMinor }: TerminalRefund, onDone: () => void): void {
    this.#refunded.set(key, amountMinor)
    this.#later(ANSWER_MS, onDone)
  }

  /** What it has refunded, by key: each once. */
  get refunded(): ReadonlyMap<string, number> {
    return this.#refunded
  }

  #later(delayMs: number, work: () => void): void {
    this.#scheduler.at(this.#clock.nowMs() + delayMs, work)
  }
}

function answerTo({ paymentId, amountMinor, currency }: TerminalRequest, mood: TerminalMood): TerminalAnswer {
  if (mood === 'decline') return { kind: 'declined' }
  return { kind: 'approved', reference: `SIM-${paymentId}`, amountMinor, currency }
}
