// Files being uploaded: kept in memory piece by piece until they are complete, examined, and made into a plan. Owns the limits on
// that memory; must never write the house (the plan goes in through the engine's one commit).

import type { Decision } from '../../shared/domain/decision.ts'
import { accept, refuse } from '../../shared/domain/decision.ts'
import type { KioskId, PlanId } from '../../shared/domain/ids.ts'
import { findingCodes, type Finding, type PlanDraft } from '../../shared/domain/plan-import/draft.ts'
import { readPlanFile } from '../../shared/domain/plan-import/read-plan-file.ts'
import { makePlan } from '../../shared/domain/seat-plan/make-plan.ts'
import { type Plan, seatsIn } from '../../shared/domain/seat-plan/plan.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { planDigest } from '../store/plan-rows.ts'
import type { Store } from '../store/store.ts'
import { type FollowingPlan, following } from './plan-versions.ts'
import type { Reader } from './reader.ts'

/** Desks that may upload at once, one file each, of up to the maximum size; more is a mistake or an attack. */
const UPLOADS_MAX = 4
/** After this long without a new piece, an upload may be replaced by another. */
const ABANDONED_MS = 10 * MINUTE_MS

interface Upload {
  readonly pieces: (string | undefined)[]
  touchedAtMs: number
  report: Report | null
}

interface Report {
  readonly draft: PlanDraft | null
  readonly findings: readonly Finding[]
}

export class PlanUploads {
  readonly #uploads = new Map<string, Upload>()

  put(kiosk: KioskId, input: Input<'put-chunk'>, nowMs: number): Output<'put-chunk'> | Refusal {
    const { index, count, text } = input
    const upload = this.#open(kiosk, input, nowMs)
    if (!upload) return { code: 'BUSY', limit: 'uploads' }
    if (upload.pieces.length !== count || index >= count) {
      return { code: 'INVALID_INPUT', field: 'index', problem: 'malformed', detail: `${index}/${count}` }
    }
    upload.pieces[index] = text
    upload.touchedAtMs = nowMs
    upload.report = null
    return { missing: upload.pieces.filter((piece) => piece === undefined).length }
  }

  check(kiosk: KioskId, { uploadId }: Input<'check-plan'>): Output<'check-plan'> | Refusal {
    const report = this.#report(kiosk, uploadId)
    if ('code' in report) return report
    const { draft, findings } = report
    const seats = (draft?.sections ?? []).flatMap((section) => section.rows.flatMap((row) => row.seats))
    return {
      name: draft?.name ?? '',
      seats: seats.length,
      sections: (draft?.sections ?? []).map(({ name, rows }) => ({
        name,
        seats: rows.reduce((sum, row) => sum + row.seats.length, 0),
      })),
      categories: (draft?.categories ?? []).map(({ name, color }) => ({
        name,
        color,
        seats: seats.filter((seat) => seat.category === name).length,
      })),
      findings,
      isImportable: draft !== null && !findings.some(isError),
      plan: draft && !findings.some(isBeyondLimits) ? makePlan(draft, 1 as PlanId) : null,
    }
  }

  /** [L4] Any error that the plan doctor finds blocks the import, and says where in the file it is. */
  decideImport(
    house: { readonly store: Store; readonly reader: Reader },
    kiosk: KioskId,
    { uploadId, name, versionOf }: Input<'import-plan'>,
  ): { readonly decision: Decision<Output<'import-plan'>>; readonly plan: FollowingPlan | null } {
    const report = this.#report(kiosk, uploadId)
    if ('code' in report) return { decision: refuse(report), plan: null }
    const { draft, findings } = report
    if (!draft || findings.some(isError)) {
      return { decision: refuse({ code: 'PLAN_REFUSED', findings: findings.filter(isError) }), plan: null }
    }
    const planId = house.reader.read({ nextIds: true }).nextIds.plan as PlanId
    const made = makePlan({ ...draft, name }, planId)
    const follows = versionOf === undefined ? first(made) : following(house, made, versionOf)
    if ('code' in follows) return { decision: refuse(follows), plan: null }
    const { plan, version } = follows
    const seats = seatsIn(plan)
    const event = {
      type: 'plan-imported',
      planId,
      name,
      seats,
      digest: planDigest(plan),
      ...(version.versionOf !== null && { versionOf: version.versionOf, version: version.version }),
    } as const
    return { decision: accept([event], { planId, seats }), plan: follows }
  }

  /** [L4] The uploaded file as it would be the newest version of a plan: for previewing what that would change. */
  asVersion(
    house: { readonly store: Store; readonly reader: Reader },
    kiosk: KioskId,
    { uploadId, versionOf }: { readonly uploadId: string; readonly versionOf: PlanId },
  ): FollowingPlan | Refusal {
    const report = this.#report(kiosk, uploadId)
    if ('code' in report) return report
    const { draft, findings } = report
    if (!draft || findings.some(isError)) return { code: 'PLAN_REFUSED', findings: findings.filter(isError) }
    const planId = house.reader.read({ nextIds: true }).nextIds.plan as PlanId
    return following(house, makePlan(draft, planId), versionOf)
  }

  /** The whole text of an upload that is not a plan. */
  text(kiosk: KioskId, uploadId: string): string | Refusal {
    const upload = this.#whole(kiosk, uploadId)
    return 'code' in upload ? upload : upload.pieces.join('')
  }

  /** It has become a plan, or rows: its memory is free for the next. */
  close(kiosk: KioskId, uploadId: string): void {
    this.#uploads.delete(keyOf(kiosk, uploadId))
  }

  #open(kiosk: KioskId, { uploadId, count }: Input<'put-chunk'>, nowMs: number): Upload | null {
    const key = keyOf(kiosk, uploadId)
    const ready = this.#uploads.get(key)
    if (ready) return ready
    for (const [old, { touchedAtMs }] of this.#uploads) {
      // A desk that starts another file is done with its last one; files of other desks are dropped only when all places are
      // taken and they are abandoned.
      const isOwn = old.startsWith(keyOf(kiosk, ''))
      const isForgotten = this.#uploads.size >= UPLOADS_MAX && nowMs - touchedAtMs > ABANDONED_MS
      if (isOwn || isForgotten) this.#uploads.delete(old)
    }
    if (this.#uploads.size >= UPLOADS_MAX) return null
    const upload: Upload = { pieces: Array.from({ length: count }), touchedAtMs: nowMs, report: null }
    this.#uploads.set(key, upload)
    return upload
  }

  #report(kiosk: KioskId, uploadId: string): Report | Refusal {
    const upload = this.#whole(kiosk, uploadId)
    if ('code' in upload) return upload
    upload.report ??= readPlanFile(upload.pieces.join(''))
    return upload.report
  }

  #whole(kiosk: KioskId, uploadId: string): Upload | Refusal {
    const upload = this.#uploads.get(keyOf(kiosk, uploadId))
    if (!upload) return { code: 'NOT_FOUND', what: 'upload', id: uploadId }
    if (!upload.pieces.includes(undefined)) return upload
    return { code: 'INVALID_INPUT', field: 'uploadId', problem: 'incomplete', detail: uploadId }
  }
}

function first(plan: Plan): FollowingPlan {
  return { plan, version: { versionOf: null, version: 1 } }
}

function keyOf(kiosk: KioskId, uploadId: string): string {
  return `${kiosk} ${uploadId}`
}

/** The report of such a plan has no columns from which to draw it. */
function isBeyondLimits({ code }: Finding): boolean {
  return code === 'too-large'
}

function isError({ code }: Finding): boolean {
  return findingCodes[code] === 'error'
}
