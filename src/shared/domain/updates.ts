// When Guichet may be updated, and to which version. Owns what an update must be, and what in the house must be at rest; must never
// know how a file is fetched, verified or installed.

import type { Asks, Found } from './asks.ts'
import type { Actor } from './catalogue.ts'
import { type Decision, accept, refuse } from './decision.ts'
import type { KioskId } from './ids.ts'
import type { Refusal } from './refusal.ts'
import { HOUR_MS, MINUTE_MS } from '../lib/time.ts'

/** `at-close`: when the last open shift is closed; `never`: calls off an update that waits for that. */
export const updateTimes = ['now', 'at-close', 'never'] as const
export type UpdateTime = (typeof updateTimes)[number]

/** Somebody with the right asked for an update; whether it succeeded shows in the version of the next start. Part of events.ts. */
export interface UpdateAsked {
  readonly type: 'update-asked'
  readonly from: string
  readonly version: string
  /** SHA-512 of the file that was shown, in hex. */
  readonly digest: string
  readonly when: UpdateTime
}

/** What a signed manifest says about a version. */
export interface Release {
  readonly version: string
  /** Versions older than this must first update to one in between. */
  readonly minVersion: string
  /** The percentage of machines that are offered it over the network. */
  readonly rollout: number
  readonly files: Readonly<Record<string, ReleaseFile>>
}

export interface ReleaseFile {
  readonly name: string
  readonly sha512: string
  readonly size: number
}

/** The machine that is to be updated. */
export interface Installed {
  readonly version: string
  /** Which of a release's files is for it, such as `linux-x64-appimage`; null: it was not installed from a package. */
  readonly packageKind: string | null
  /** The version of its hub; null: it has no hub. */
  readonly hubVersion: string | null
  /** 0 to 99, constant for a machine and a version; null: a person brought the file, so the rollout does not apply. */
  readonly share: number | null
}

/**
 * Why a release is not for this machine. `too-far`: the installed version is too old to be updated directly; `past-hub`: the hub has
 * an older version, and is updated first; `not-for-here`: it has no file for this machine; `not-yet`: it is rolled out to others first.
 */
export const releaseProblems = ['same', 'older', 'too-far', 'past-hub', 'not-for-here', 'not-yet'] as const
export type ReleaseProblem = (typeof releaseProblems)[number]

/** The file for this machine, or why there is none. */
export function judgeRelease(release: Release, here: Installed): ReleaseFile | ReleaseProblem {
  const order = compareVersions(release.version, here.version)
  if (order === 0) return 'same'
  if (order < 0) return 'older'
  if (compareVersions(here.version, release.minVersion) < 0) return 'too-far'
  if (here.hubVersion !== null && compareVersions(release.version, here.hubVersion) > 0) return 'past-hub'
  const file = here.packageKind === null ? undefined : release.files[here.packageKind]
  if (!file) return 'not-for-here'
  return here.share !== null && here.share >= release.rollout ? 'not-yet' : file
}

/** Compares versions such as `1.2.3`: negative where the first is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  return left.reduce((order, part, at) => order || part - (right[at] ?? 0), 0)
}

/** People come for their tickets from an hour before the start; half an hour after it everybody is in. */
export const SHOW_HOURS = { beforeMs: HOUR_MS, afterMs: 30 * MINUTE_MS } as const

/** An update that was fetched, verified and shown; `from`: the version that it would replace. */
export interface OfferedUpdate {
  readonly version: string
  readonly digest: string
  readonly from: string
  /** It was asked for, and waits for the shifts to close. */
  readonly isWaiting: boolean
}

export interface ShowOn {
  readonly title: string
  readonly startsAtMs: number
}

export interface UpdateWish {
  readonly version: string
  readonly digest: string
  readonly when: UpdateTime
}

export function updateReads(nowMs: number): Asks<'atRest' | 'holds' | 'kiosks'> {
  return { atRest: { nowMs }, holds: {}, kiosks: true }
}

/**
 * `offered`: the update that the house's own machine offers; null: none. For a kiosk on the LAN only its own drawer and carts matter,
 * since the others go on selling; what it was offered, it knows itself.
 */
export function decideUpdate(
  found: Found<'atRest' | 'holds' | 'kiosks'>,
  { version, digest, when }: UpdateWish,
  { actor, offered }: { readonly actor: Actor; readonly offered: OfferedUpdate | null },
): Decision<{ readonly when: UpdateTime }> {
  const isMember = found.kiosks.some(({ kioskId }) => kioskId === actor.kioskId)
  const isOffered = offered?.version === version && offered.digest === digest
  // A kiosk's update never waits, so there is nothing to call off.
  const isThere = when === 'never' ? !isMember && isOffered && offered.isWaiting : isMember || isOffered
  if (!isThere) return refuse({ code: 'NOT_FOUND', what: 'update', id: version })
  // Nobody tells a kiosk when the hub's last shift is closed; and where none is open, none will be closed.
  const isNow = when === 'now' || isMember || found.atRest.openShifts.length === 0
  const refusal = isNow && when !== 'never' ? refusalOfUpdate(found, isMember ? actor.kioskId : null) : null
  if (refusal) return refuse(refusal)
  // Only the kiosk knows which version it has now.
  const from = isMember || offered === null ? '' : offered.from
  return accept([{ type: 'update-asked', from, version, digest, when }], { when })
}

/** Refuses what is not at rest now. `kioskId`: checks that kiosk alone; null: the whole house. */
export function refusalOfUpdate(
  { atRest: { openShifts, showOn }, holds }: Found<'atRest' | 'holds'>,
  kioskId: KioskId | null,
): Refusal | null {
  const isIts = (one: { readonly kioskId: KioskId }) => kioskId === null || one.kioskId === kioskId
  const shift = openShifts.find(isIts)
  if (shift) return { code: 'UPDATE_NOT_NOW', reason: 'shift', detail: shift.kioskId, atMs: null }
  const hold = holds.find((booking) => booking.purpose === 'hold' && isIts(booking))
  if (hold) return { code: 'UPDATE_NOT_NOW', reason: 'sale', detail: hold.kioskId, atMs: null }
  if (!showOn) return null
  return { code: 'UPDATE_NOT_NOW', reason: 'show', detail: showOn.title, atMs: showOn.startsAtMs }
}
