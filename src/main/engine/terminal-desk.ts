// The house's conversation with its payment terminal [P6]: asks when a payment has begun, takes the answer to the engine, looks
// up what was not answered, and refunds. What is still open is in the table `terminal_task`, so after a crash the next process
// goes on from there. Must never decide what an answer means.

import {
  type TerminalAnswer,
  decideRefundSettled,
  decideSettle,
  settleReads,
} from '../../shared/domain/settle.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { JournalEntry } from '../store/journal.ts'
import type { Row, Store } from '../store/store.ts'
import { terminalTasksOf } from '../store/terminal-tasks.ts'
import type { ByItself } from './by-itself.ts'
import type { Log, Scheduler, Terminal } from './ports.ts'
import type { Reader } from './reader.ts'

/** Unanswered payments are looked up this often: rarely enough for a terminal that is off, soon enough for a customer who waits. */
const LOOK_AGAIN_MS = 15 * SECOND_MS

interface Parts {
  readonly store: Store
  readonly terminal: Terminal
  readonly scheduler: Scheduler
  readonly log: Log
  readonly nowMs: () => number
  readonly reader: Reader
  readonly byItself: ByItself
  readonly onTrouble: (error: unknown) => void
}

export class TerminalDesk {
  readonly #parts: Parts
  #callOff: (() => void) | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** At the start: whatever was open when the last process ended is looked up, never asked for again. */
  resume(): void {
    this.#lookUpAll()
  }

  /** After a commit: what was recorded here is asked for here, even if other processes write this house. */
  follow(recorded: readonly JournalEntry[]): void {
    for (const write of recorded.flatMap(terminalTasksOf))
      if ('put' in write && write.put === 'terminalTask') this.#ask(write.row)
  }

  stop(): void {
    this.#callOff?.()
    this.#callOff = null
  }

  #ask(task: Row<'terminalTask'>): void {
    const { terminal } = this.#parts
    const { paymentId, amountMinor, currency, mode } = task
    this.#wakeLater()
    this.#carefully(task, () => {
      if (task.kind === 'refund') return this.#giveBack(task)
      terminal.pay({ paymentId, amountMinor, currency, mode }, (answer) => this.#answered(task, answer))
    })
  }

  #giveBack(task: Row<'terminalTask'>): void {
    const { taskKey, reference, amountMinor, currency } = task
    const request = { key: taskKey, reference: reference ?? '', amountMinor, currency }
    this.#parts.terminal.refund(request, () => this.#refunded(task))
  }

  #answered({ bookingId, paymentId }: Row<'terminalTask'>, answer: TerminalAnswer): void {
    const { byItself, reader } = this.#parts
    const request = { bookingId, paymentId, answer }
    void byItself('settle-payment', (context) =>
      decideSettle(reader.read(settleReads(request, context.nowMs)), request, context),
    )
  }

  #refunded({ bookingId, taskKey }: Row<'terminalTask'>): void {
    const { byItself, reader } = this.#parts
    void byItself('settle-refund', () =>
      decideRefundSettled(reader.read({ booking: bookingId, taskOpen: taskKey }), taskKey),
    )
  }

  #lookUpAll(): void {
    const { store, terminal } = this.#parts
    const open = store.all('terminalTask')
    for (const task of open) {
      this.#carefully(task, () => {
        if (task.kind === 'refund') return this.#giveBack(task)
        terminal.lookUp(task.paymentId, (answer) => this.#answered(task, answer))
      })
    }
    if (open.length > 0) this.#wakeLater()
  }

  /** What was asked for since does not put off what waits already. */
  #wakeLater(): void {
    const { scheduler, nowMs } = this.#parts
    this.#callOff ??= scheduler.at(nowMs() + LOOK_AGAIN_MS, () => this.#wake())
  }

  #wake(): void {
    this.#callOff = null
    try {
      this.#lookUpAll()
    } catch (error) {
      // The disk does not answer; what is open is still in its rows.
      this.#parts.onTrouble(error)
      this.#wakeLater()
    }
  }

  /** A terminal that throws has not answered: the task stays open and comes up again. */
  #carefully(task: Row<'terminalTask'>, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#parts.log.error({ task: task.taskKey, error: String(error) }, 'the terminal failed')
    }
  }
}
