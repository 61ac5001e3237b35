// What moving shows to another version of their plan would do, show by show, with the seats that prevent it [L4]. Uses the same
// functions as the move itself; must never change a row.

import { displacedSeats, replanShows } from '../../shared/domain/changes/replan-shows.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import type { KioskId, PlanId, ShowId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { isGone } from '../../shared/domain/seat-plan/plan.ts'
import { isOnSale } from '../../shared/domain/show.ts'
import type { ShowRecord } from '../../shared/domain/asks.ts'
import { DISPLACED_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { known } from '../../shared/lib/assert.ts'
import type { Store } from '../store/store.ts'
import { showRecord } from './changing-rows.ts'
import { foundReplan, withReplan } from './found-replan.ts'
import type { PlanUploads } from './plan-uploads.ts'
import { firstVersionOf } from './plan-versions.ts'
import type { Reader } from './reader.ts'

interface Parts {
  readonly store: Store
  readonly reader: Reader
  readonly uploads: PlanUploads
  readonly nowMs: () => number
}

type ShowPreview = Output<'preview-replan'>['shows'][number]

export function previewReplan(
  parts: Parts,
  kiosk: KioskId,
  { showIds, to }: Input<'preview-replan'>,
): Output<'preview-replan'> | Refusal {
  const { store, reader, uploads, nowMs } = parts
  const atMs = nowMs()
  const drawn = 'uploadId' in to ? uploads.asVersion(parts, kiosk, to) : null
  if (drawn && isRefusal(drawn)) return drawn
  const planId = 'planId' in to ? to.planId : known(drawn, 'what was drawn').plan.planId
  const recordOf = (showId: ShowId): ShowRecord | null => {
    const record = showRecord(store, reader, showId, atMs)
    if (!record) return null
    return drawn ? ofDrawn(parts, record, drawn) : withReplan(store, reader, record, planId)
  }
  return { shows: showIds.map((showId) => previewOf(showId, recordOf(showId), planId, atMs)) }
}

/** The show with a version that is not in the house yet. */
function ofDrawn(
  { store, reader }: Parts,
  record: ShowRecord,
  { plan, version }: { readonly plan: Plan; readonly version: { readonly versionOf: PlanId | null } },
): ShowRecord {
  const isOwn = firstVersionOf(store, record.entry.planId) === version.versionOf
  return { ...record, replan: isOwn ? foundReplan(reader, record.entry.showId, plan) : null }
}

function previewOf(showId: ShowId, record: ShowRecord | null, planId: PlanId, nowMs: number): ShowPreview {
  const byId = new Map(record ? [[showId, record]] : [])
  const { outcome, reason } = known(
    replanShows(byId, planId, [showId], nowMs).outcomes[0],
    'outcome of a show',
  )
  return { showId, outcome, reason, ...countsOf(record, nowMs) }
}

function countsOf(
  record: ShowRecord | null,
  nowMs: number,
): Omit<ShowPreview, 'showId' | 'outcome' | 'reason'> {
  const none = { added: 0, gone: 0, moved: 0, recategorised: 0, goneBlocked: 0, unpriced: 0 }
  if (!record?.replan) return { ...none, displaced: [], displacedCount: 0 }
  const { replan, show } = record
  const { added, gone, moved, recategorised } = replan.differences
  const displaced = displacedSeats(replan, show.prices, nowMs)
  return {
    added: added.length,
    gone: gone.length,
    moved: moved.length,
    recategorised: recategorised.length,
    goneBlocked: gone.filter((seatId) => replan.blocked.has(seatId)).length,
    unpriced: unpricedIn(replan.to, show.prices),
    displaced: displaced.slice(0, DISPLACED_MAX),
    displacedCount: displaced.length,
  }
}

function unpricedIn(plan: Plan, prices: ShowRecord['show']['prices']): number {
  const isPriced = plan.categories.map((_, category) => isOnSale(category, prices))
  let count = 0
  for (let seat = 0; seat < plan.count; seat += 1)
    if (!isGone(plan, seat) && isPriced[plan.category[seat] ?? 0] !== true) count += 1
  return count
}
