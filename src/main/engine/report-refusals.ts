import type { CommandId } from '../../shared/domain/ids.ts'
import { REPORT_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/lib/time.ts'
import { Ulids } from '../../shared/lib/ulid.ts'
import { commandsBetween } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { KeptRefusal } from './kept-answers.ts'

/** A desk makes the id by the house's time as it last heard it, and keeps sending it for as long as it is cut off. */
const SLACK_MS = HOUR_MS

/** Every time zone's hours begin on a quarter: fine enough to be grouped by the hours of any venue. */
const QUARTER_MS = 15 * MINUTE_MS

const isRefused = '{"kind":"refused"'

/** [K3] The kept answers of a stretch of time, a page at a time: those of refused holds say which show they were for. */
export function reportRefusals(store: Store, input: Input<'report-refusals'>): Output<'report-refusals'> {
  const { fromMs, untilMs, after } = input
  const first = after ?? firstIdAt(Math.max(0, fromMs - SLACK_MS))
  const rows = store.select(commandsBetween, first, firstIdAt(untilMs + SLACK_MS), REPORT_ROWS_MAX)
  const counts = new Map<string, Refused>()
  for (const { answer, atMs } of rows) {
    if (atMs < fromMs || atMs >= untilMs || !answer.startsWith(isRefused)) continue
    const { showId, refusal } = JSON.parse(answer) as KeptRefusal
    if (showId !== undefined) add(counts, { showId, code: refusal.code, atMs: atMs - (atMs % QUARTER_MS) })
  }
  const next = rows.length < REPORT_ROWS_MAX ? null : (rows.at(-1)?.commandId ?? null)
  return { refusals: [...counts.values()], next }
}

type Refused = Output<'report-refusals'>['refusals'][number]

function add(counts: Map<string, Refused>, refused: Omit<Refused, 'count'>): void {
  const key = `${refused.showId} ${refused.code} ${refused.atMs}`
  counts.set(key, { ...refused, count: (counts.get(key)?.count ?? 0) + 1 })
}

/** The lowest id of an instant. */
function firstIdAt(atMs: number): CommandId {
  return new Ulids((count) => new Uint8Array(count)).next(atMs) as CommandId
}
