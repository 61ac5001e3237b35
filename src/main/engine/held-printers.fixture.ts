import type { PrintJob } from '../../shared/contract/print-operations.ts'
import type { PrintProblem, PrintWay } from '../../shared/domain/print-ways.ts'
import type { PrintOutcome, Printers } from './ports.ts'

/** Printers that answer when the test says so. */
export class HeldPrinters implements Printers {
  readonly ways = ['escpos'] as const
  readonly asked: { readonly way: PrintWay; readonly job: PrintJob }[] = []
  readonly #answers: PromiseWithResolvers<PrintOutcome>[] = []

  print(way: PrintWay, job: PrintJob): Promise<PrintOutcome> {
    this.asked.push({ way, job })
    const answer = Promise.withResolvers<PrintOutcome>()
    this.#answers.push(answer)
    return answer.promise
  }

  answer(problem: PrintProblem | null): Promise<void> {
    this.#answers.shift()?.resolve(problem ? { kind: 'failed', problem } : { kind: 'printed', file: null })
    return heard()
  }

  break(error: Error): Promise<void> {
    this.#answers.shift()?.reject(error)
    return heard()
  }

  /** A process that died does not hear the answers it waited for. */
  lose(): void {
    this.#answers.length = 0
  }

  get titles(): readonly string[] {
    return this.asked.map(({ job }) => job.title)
  }
}

/** Whoever awaits an answer continues in later turns. */
async function heard(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve()
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
