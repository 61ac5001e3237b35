import type { PrintJob } from '../../shared/contract/print-operations.ts'
import type { PrintProblem, PrintWay } from '../../shared/domain/print-ways.ts'
import type { PrintOutcome, Printers } from './ports.ts'

/** Printers that answer when the test says so. */
export class HeldPrinters implements Printers {
  readonly ways = ['escpos'] as const
  readonly asked: { readonly way: PrintWay; readonly job: PrintJob }[] = []
  readonly #answers: ((outcome: PrintOutcome) => void)[] = []

  print(way: PrintWay, job: PrintJob): Promise<PrintOutcome> {
    this.asked.push({ way, job })
    return new Promise((resolve) => this.#answers.push(resolve))
  }

  async answer(problem: PrintProblem | null): Promise<void> {
    this.#answers.shift()?.(problem ? { kind: 'failed', problem } : { kind: 'printed', file: null })
    // Callers that await the answer continue in later turns.
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve()
  }

  /** A process that died does not hear the answers it waited for. */
  lose(): void {
    this.#answers.length = 0
  }

  get titles(): readonly string[] {
    return this.asked.map(({ job }) => job.title)
  }
}

export const net = (port: number): PrintWay => {
  return { way: 'escpos', host: '10.0.0.9', port, roll: '80mm', tellsState: true }
}

export function jobOf(title: string): PrintJob {
  const papers = [[{ kind: 'line', text: title } as const]]
  return { title, sheet: '80mm', papers, html: null, heightMm: 100, opensDrawer: false }
}
export const textOf = (title: string) => JSON.stringify(jobOf(title))
/** A job that only opens the drawer. */
export const drawerOf = (title: string): PrintJob => ({ ...jobOf(title), papers: [], opensDrawer: true })
