// A seller process as its parent sees it: started, listened to, killed. Owns the process and what it reported; must never outlive
// its parent.

import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { type SellerLine, type SellerOrders, linesOf } from './seller-lines.ts'

/** Enough for a start with a check of the whole file, on a busy machine. */
const PATIENCE_MS = 60_000

export class SellerProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<string>
  #text = ''
  #errors = ''
  #onLine: (line: SellerLine) => void = () => {}

  /** `before`: a program with its arguments that starts it under some condition. */
  constructor(
    orders: SellerOrders,
    env: Readonly<Record<string, string>> = {},
    before: readonly string[] = [],
  ) {
    const program = join(import.meta.dirname, 'seller.ts')
    const words = [...before, process.execPath, program, JSON.stringify(orders)]
    const child = spawn(words[0] ?? process.execPath, words.slice(1), {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    const end = () => child.kill('SIGKILL')
    process.once('exit', end)
    child.stdout.setEncoding('utf8').on('data', (text: string) => this.#hear(text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#errors += text
    })
    this.#child = child
    this.#ended = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        process.off('exit', end)
        resolve(signal ?? String(code))
      })
    })
  }

  /** Whole lines so far. */
  get lines(): readonly SellerLine[] {
    return linesOf(this.#text)
  }

  /** Waits for this many lines of this kind from now; false if it ended before. */
  async heard(kind: SellerLine['t'], count = 1): Promise<boolean> {
    let left = count
    return this.#until((line) => line.t === kind && (left -= 1) <= 0)
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  async kill(): Promise<readonly SellerLine[]> {
    this.#child.kill('SIGKILL')
    await this.#ended
    return this.lines
  }

  /** Ended by itself, properly or (`endsOpen`) abruptly; if it failed, throws what it printed. */
  async end(): Promise<void> {
    const how = await this.#patiently(this.#ended)
    if (how !== '0' && how !== 'SIGKILL') throw new Error(`the seller ended with ${how}: ${this.#errors}`)
  }

  get errors(): string {
    return this.#errors
  }

  async #until(isThere: (line: SellerLine) => boolean): Promise<boolean> {
    const heard = new Promise<true>((resolve) => {
      this.#onLine = (line) => {
        if (isThere(line)) resolve(true)
      }
    })
    return (await this.#patiently(Promise.race([heard, this.#ended]))) === true
  }

  async #patiently<Result>(work: Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        this.#child.kill('SIGKILL')
        reject(new Error(`the seller said nothing for ${PATIENCE_MS} ms: ${this.#errors}`))
      }, PATIENCE_MS)
    })
    return Promise.race([work, late]).finally(() => clearTimeout(timer))
  }

  #hear(text: string): void {
    const before = this.#text.lastIndexOf('\n') + 1
    this.#text += text
    for (const line of linesOf(this.#text.slice(before))) this.#onLine(line)
  }
}
