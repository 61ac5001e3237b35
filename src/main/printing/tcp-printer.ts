// A receipt printer on the net, by TCP (its port 9100 as a rule). Owns the talk with it: is it ready, is there paper, has it taken all of
// it; must never wait longer than a seller would, and never throw.

import { type Socket, connect } from 'node:net'
import type { PrintProblem } from '../../shared/domain/print-ways.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'

/** Until it accepts the connection: on the local network an instant, up to three seconds after a switch woke up. */
const CONNECT_MS = 3 * SECOND_MS
/** Until it reports its state. */
const STATUS_MS = SECOND_MS
/** Longest time without taking or sending a byte: the roll is being changed, or it hangs. */
const STALL_MS = 8 * SECOND_MS
/**
 * What a slow printer puts on paper per millisecond: a wide roll at 35 mm a second. It may be handed all of a group's tickets in an
 * instant.
 */
const PRINTED_BYTES_A_MS = 20

export interface Patience {
  readonly connectMs: number
  readonly statusMs: number
  readonly stallMs: number
  readonly bytesAMs: number
}
const usual: Patience = {
  connectMs: CONNECT_MS,
  statusMs: STATUS_MS,
  stallMs: STALL_MS,
  bytesAMs: PRINTED_BYTES_A_MS,
}

/** A real-time question, answered even in the middle of a job (DLE EOT): why it is not ready, and its paper. */
const ASK_CAUSE = Buffer.from([0x10, 0x04, 2])
const ASK_PAPER = Buffer.from([0x10, 0x04, 4])
/** A queued question (GS r): answered when everything before it is done. */
const ASK_DONE = Buffer.from([0x1d, 0x72, 1])

/** Every answer to DLE EOT has these bits set this way; anything else is no answer. */
const FORM = { mask: 0x93, value: 0x12 }
const COVER_OPEN = 0x04
const PAPER_STOP = 0x20
const OUT_OF_ORDER = 0x40
const PAPER_END = 0x60

class NotPrinted extends Error {
  readonly problem: PrintProblem

  constructor(problem: PrintProblem) {
    super(problem)
    this.problem = problem
  }
}

/** Null: it is printed, as far as this printer tells. */
export async function printOverTcp(
  { host, port, tellsState }: { readonly host: string; readonly port: number; readonly tellsState: boolean },
  bytes: Uint8Array,
  patience: Patience = usual,
): Promise<PrintProblem | null> {
  const socket = connect({ host, port })
  const talk = new Talk(socket, patience)
  try {
    await talk.connected()
    if (tellsState) await talk.look()
    await talk.write(bytes)
    if (tellsState) await talk.done(bytes.length)
    await talk.end()
    return null
  } catch (error) {
    return error instanceof NotPrinted ? error.problem : 'failed'
  } finally {
    socket.destroy()
  }
}

class Talk {
  readonly #socket: Socket
  readonly #patience: Patience
  /** Bytes received and not read yet. */
  readonly #heard: number[] = []
  #isConnected = false
  #isOver = false
  #isBroken = false
  #wake: () => void = () => undefined

  constructor(socket: Socket, patience: Patience) {
    this.#socket = socket
    this.#patience = patience
    socket.setNoDelay(true)
    socket.on('connect', () => {
      this.#isConnected = true
      this.#wake()
    })
    socket.on('data', (data: Buffer) => {
      this.#heard.push(...data)
      this.#wake()
    })
    socket.on('drain', () => this.#wake())
    socket.on('error', () => {
      this.#isBroken = true
    })
    socket.on('close', () => {
      this.#isOver = true
      this.#wake()
    })
  }

  async connected(): Promise<void> {
    const is = await this.#until(() => this.#isConnected, this.#patience.connectMs)
    if (!is) throw new NotPrinted('no-answer')
  }

  /** Refuses to print on a printer that is not ready. */
  async look(): Promise<void> {
    const cause = await this.#ask(ASK_CAUSE)
    if (cause === null) throw new NotPrinted('no-answer')
    if (cause & PAPER_STOP) throw new NotPrinted('no-paper')
    if (cause & COVER_OPEN) throw new NotPrinted('cover-open')
    if (cause & OUT_OF_ORDER) throw new NotPrinted('not-ready')
    const paper = await this.#ask(ASK_PAPER)
    if (paper !== null && (paper & PAPER_END) === PAPER_END) throw new NotPrinted('no-paper')
  }

  /** A printer may be slow, as long as it takes something now and then. */
  async write(bytes: Uint8Array): Promise<void> {
    this.#socket.write(bytes)
    let left = this.#socket.writableLength
    while (left > 0) {
      const before = left
      // oxlint-disable-next-line no-await-in-loop -- one look after the other
      await this.#until(() => this.#socket.writableLength < before, this.#patience.stallMs)
      this.#throwIfOver('cut-off')
      left = this.#socket.writableLength
      if (left === before) throw new NotPrinted('stalled')
    }
  }

  /**
   * It answers when everything before the question is on paper, which takes time in proportion to the length; out of paper in the middle,
   * it does not answer.
   */
  async done(length: number): Promise<void> {
    this.#heard.length = 0
    this.#socket.write(ASK_DONE)
    const { stallMs, bytesAMs } = this.#patience
    const has = await this.#until(() => this.#heard.length > 0, stallMs + length / bytesAMs)
    this.#throwIfOver('cut-off')
    if (has) return
    await this.look()
    throw new NotPrinted('stalled')
  }

  async end(): Promise<void> {
    this.#throwIfOver('cut-off')
    this.#socket.end()
    // The printer closes its side in its own time; an error instead means that the line was cut.
    await this.#until(() => this.#isOver, this.#patience.statusMs)
    if (this.#isBroken) throw new NotPrinted('cut-off')
  }

  async #ask(question: Buffer): Promise<number | null> {
    this.#heard.length = 0
    this.#socket.write(question)
    await this.#until(() => this.#heard.some(isAnswer), this.#patience.statusMs)
    this.#throwIfOver('cut-off')
    return this.#heard.find(isAnswer) ?? null
  }

  #throwIfOver(problem: PrintProblem): void {
    if (this.#isOver) throw new NotPrinted(problem)
  }

  /** False: the time was up, or the line ended, first. */
  async #until(is: () => boolean, patienceMs: number): Promise<boolean> {
    const until = performance.now() + patienceMs
    while (!is() && !this.#isOver) {
      const leftMs = until - performance.now()
      if (leftMs <= 0) return false
      // oxlint-disable-next-line no-await-in-loop -- woken by whatever the printer does, or by the clock
      await this.#woken(leftMs)
    }
    return is()
  }

  #woken(leftMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, leftMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

function isAnswer(byte: number): boolean {
  return (byte & FORM.mask) === FORM.value
}
