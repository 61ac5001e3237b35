// Joins everything that can print here into the one port that the engine knows. Owns that two papers never talk to one printer at once,
// whoever sent them; must never decide which way a kiosk prints.

import type { PrintWay } from '../../shared/domain/print-ways.ts'
import type { PrintJob } from '../../shared/contract/print-operations.ts'
import type { PrintOutcome, Printers } from '../engine/ports.ts'
import { printOverTcp } from './tcp-printer.ts'

export type PageWay = Exclude<PrintWay, { way: 'escpos' }>

/** Prints whole documents: a window of the desktop, or a browser without one. */
export interface PagePrinter {
  readonly ways: readonly PageWay['way'][]
  /** As a `Printers` does: it may reject. */
  print(way: PageWay, html: string, job: PrintJob): Promise<PrintOutcome>
}

const printed: PrintOutcome = { kind: 'printed', file: null }
const notHere: PrintOutcome = { kind: 'failed', problem: 'not-here' }

export function makePrinters(pages: PagePrinter | null): Printers {
  const net = new NetPrinters()
  return {
    ways: [...(pages?.ways ?? []), 'escpos'],
    print: async (way, job) => {
      if (way.way === 'escpos') return net.print(way, job)
      if (job.html === null) return printed
      return pages?.ways.includes(way.way) ? pages.print(way, job.html, job) : notHere
    },
  }
}

/** A printer takes one connection at a time; a second one would get no answer, and be reported to a seller as a failure. */
class NetPrinters {
  readonly #last = new Map<string, Promise<unknown>>()

  print(way: Extract<PrintWay, { way: 'escpos' }>, job: PrintJob): Promise<PrintOutcome> {
    const name = `${way.host}:${way.port}`
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(() => printOn(way, job))
    // What became of one paper is nothing to the next.
    this.#last.set(
      name,
      turn.catch(() => {}),
    )
    return turn
  }
}

/** The code for the printer's language is loaded with its first paper. */
async function printOn(way: Extract<PrintWay, { way: 'escpos' }>, job: PrintJob): Promise<PrintOutcome> {
  const { escposBytes } = await import('./escpos.ts')
  const problem = await printOverTcp(way, escposBytes(job, way.roll))
  return problem === null ? printed : { kind: 'failed', problem }
}
