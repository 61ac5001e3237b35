// What a seller process is told and what it reports, one JSON line each. Owns the words between the two processes.

import type { Asked } from './load.ts'

export interface SellerOrders {
  /** The house's folder. */
  readonly data: string
  readonly seed: number
  /** Turns of the event loop, each with some commands; null: until it is ended. */
  readonly turns: number | null
  /** How often the house is closed and reopened on the way. */
  readonly restarts: number
  /** Null: the product's own `openHouse`. Otherwise the house is assembled from its parts with these pragmas. */
  readonly pragmas: readonly string[] | null
  /** A file of commands, one per line, that are sent again before anything else. */
  readonly repeat: string | null
  /** Where each answered command is written down; null: to the standard output. */
  readonly acks: string | null
  /** Ends abruptly, as in a power cut, without closing the house. */
  readonly endsOpen: boolean
}

export type SellerLine =
  | { readonly t: 'open'; readonly startMs: number }
  /** Before it is sent. */
  | { readonly t: 'asked'; readonly asked: Asked }
  /** After its answer. */
  | { readonly t: 'acked'; readonly id: string; readonly kind: string; readonly digest: string }
  | { readonly t: 'repeated'; readonly id: string; readonly kind: string; readonly digest: string }
  /** No answer: the house failed. */
  | { readonly t: 'fault'; readonly id: string; readonly reason: string }
  | { readonly t: 'selling' }

export type Acked = Extract<SellerLine, { t: 'acked' | 'repeated' }>

/** Whole lines only: a process that was killed leaves half a line. */
export function linesOf(text: string): SellerLine[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as SellerLine]))
}
