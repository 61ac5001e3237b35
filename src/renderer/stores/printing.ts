// How this kiosk prints, and the papers that are queued or failed. Owns what the house reports of it; must never print by itself.

import { createStore } from 'zustand/vanilla'
import { plainPrinting } from '../../shared/domain/print-ways.ts'
import type { PrintRole } from '../../shared/domain/paper.ts'
import type { PrintingNews } from '../../shared/contract/print-operations.ts'
import { ask, boxOffice } from '../box-office.ts'

type State = Pick<PrintingNews, 'ways' | 'printing' | 'jobs'> & {
  /** Where the newest PDF was saved. */
  readonly file: string | null
  /** A paper that the house did not even accept: its title, and whether too many papers are waiting already. */
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

/** A paper that is in no queue and cannot be retried there: its seller must be told. */
export function tellUnsent(title: string, isFull: boolean): void {
  printing.setState({ unsent: { title, isFull } })
}

export function forgetUnsent(): void {
  printing.setState({ unsent: null })
}
