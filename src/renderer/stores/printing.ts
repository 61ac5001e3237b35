// How this kiosk prints, and the papers that are on their way or did not come. Owns what the house says of it; must never print by itself.

import { createStore } from 'zustand/vanilla'
import { plainPrinting } from '../../shared/domain/print-ways.ts'
import type { PrintRole } from '../../shared/domain/paper.ts'
import type { PrintingNews } from '../../shared/contract/print-operations.ts'
import { ask, boxOffice } from '../box-office.ts'

type State = Pick<PrintingNews, 'ways' | 'printing' | 'jobs'> & {
  /** Where the newest PDF was written. */
  readonly file: string | null
  /** What the house did not even take: its title, and whether too many papers wait already. */
  readonly unsent: { readonly title: string; readonly isFull: boolean } | null
}

export const printing = createStore<State>(() => ({
  ways: [],
  printing: plainPrinting,
  jobs: [],
  file: null,
  unsent: null,
}))

boxOffice.subscribe({ kind: 'printing' }, (news) => {
  if (news.kind !== 'printing') return
  const { ways, printing: chosen, jobs, printed } = news
  const file = printed.find((one) => one.file !== null)?.file
  printing.setState({ ways, printing: chosen, jobs, ...(file !== undefined && { file }) })
})

export function printAgain(jobId: string, by: PrintRole | null): void {
  void ask('print-again', { jobId, by })
}

export function dropPrint(jobId: string): void {
  void ask('drop-print', { jobId })
}

export function forgetFile(): void {
  printing.setState({ file: null })
}

/** A paper that is in no queue and comes by no “again”: whoever sold it must know. */
export function tellUnsent(title: string, isFull: boolean): void {
  printing.setState({ unsent: { title, isFull } })
}

export function forgetUnsent(): void {
  printing.setState({ unsent: null })
}
