// What a screen can follow, and what it then hears. A screen that falls behind gets a snapshot, never a silent gap [S2].

import { z } from 'zod'
import { alertKinds } from '../domain/alert-events.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { digestNews, foreignNews, journalNews, journalTopic, wantedNews } from './journal-news.ts'
import { recoveryNews } from './recovery-news.ts'
import { printingNews } from './print-operations.ts'
import { bytes, instant, showRow } from './shapes.ts'

/** [I43] Shown at every desk: the check of everything recorded found something that does not add up. */
const houseAlarm = z.object({
  /** The violated rules, numbered as in the log and `db:check`. */
  rules: z.array(z.string()),
  /** The number of violations. */
  findings: z.int(),
  foundAtMs: instant,
})
export type HouseAlarm = Frozen<z.output<typeof houseAlarm>>

/** [K3] What the office should look at; `untilMs` null: it has not ended. */
export const alert = z.object({
  alertId: z.int(),
  showId: id.showId,
  kind: z.enum(alertKinds),
  count: z.int(),
  beside: z.int(),
  sinceMs: instant,
  untilMs: instant.nullable(),
})
export type Alert = Frozen<z.output<typeof alert>>

/**
 * [SYNC 5.9] What is wrong with the last backup. `failed`: it could not be made; `unsound`: the copy failed its check;
 * `elsewhere-missing`, `elsewhere-failed`: it is only on this disk.
 */
export const backupTroubles = ['failed', 'unsound', 'elsewhere-missing', 'elsewhere-failed'] as const
export type BackupTroubleKind = (typeof backupTroubles)[number]

/**
 * Why there is no connection to the hub. `wrong-hub`: another key answers there. `unpaired`: it does not know this kiosk. `shut-out`: a
 * manager shut this kiosk out. `full`: it has its maximum of kiosks. `replaced`: another machine with the same key is connected.
 * `outdated`: it speaks another protocol version.
 */
export const linkProblems = [
  'unreachable',
  'wrong-hub',
  'unpaired',
  'shut-out',
  'full',
  'replaced',
  'outdated',
] as const
export type LinkProblem = (typeof linkProblems)[number]

/** [SYNC 5.6] An opaque name of the house that revisions belong to: after a restore or restart the same numbers may mean other events. */
const ofHouse = z.string().max(90).optional()

export const topic = z.discriminatedUnion('kind', [
  /** The state of the house itself. */
  z.strictObject({ kind: z.literal('house') }),
  /** Every show with its counts. */
  z.strictObject({ kind: z.literal('shows') }),
  /** [V10] The state of the house's disk, so that sellers hear of trouble before a sale is refused. */
  z.strictObject({ kind: z.literal('disk') }),
  /** The seats of one show. `afterRevision`: the revision that the screen has, and of which `house`; null: none. */
  z.strictObject({
    kind: z.literal('seats'),
    showId: id.showId,
    afterRevision: z.int().min(0).nullable(),
    house: ofHouse,
  }),
  /** [P6] Which bookings' payments a terminal has answered. */
  z.strictObject({ kind: z.literal('payments') }),
  /** [A1] Which bookings change. */
  z.strictObject({ kind: z.literal('bookings') }),
  /** [P5] Pictures of transfers that somebody must review. */
  z.strictObject({ kind: z.literal('proofs') }),
  /** [H15] What this kiosk waits for. */
  z.strictObject({ kind: z.literal('standby') }),
  /** [T2] How this kiosk prints, and what is on its way. */
  z.strictObject({ kind: z.literal('printing') }),
  /** [T3] How many people of a show have been let in. */
  z.strictObject({ kind: z.literal('door'), showId: id.showId }),
  /** [T2] That something changed about messages to customers. */
  z.strictObject({ kind: z.literal('messages') }),
  /** [S3] The state of a joined kiosk's connection to its hub; other houses have none. */
  z.strictObject({ kind: z.literal('link') }),
  /** [SYNC 4.7] What a house restored from a backup waits for. */
  z.strictObject({ kind: z.literal('recovery') }),
  /** [S5] That something changed about the kiosks of the LAN. */
  z.strictObject({ kind: z.literal('kiosks') }),
  /** [A5] That something happened to a drawer. */
  z.strictObject({ kind: z.literal('shifts') }),
  /** [A2] The progress of a change to many rows. */
  z.strictObject({ kind: z.literal('changes') }),
  /** [A7] That somebody's role, employment or PIN changed: heard whether anybody is signed in or not. */
  z.strictObject({ kind: z.literal('who') }),
  /** [S3] Everything, for the copy that a joined kiosk keeps; no screen may follow it. */
  journalTopic,
])
export type Topic = Frozen<z.output<typeof topic>>

export const news = z.discriminatedUnion('kind', [
  /** `alarm` null: nothing is known to be wrong. `alerts`: the present ones, for the office. `backup` null: as it should be. */
  z.object({
    kind: z.literal('house'),
    alarm: houseAlarm.nullable(),
    alerts: z.array(alert),
    backup: z.enum(backupTroubles).nullable(),
  }),
  /** `whole`: these are all rows; otherwise they replace those with the same ids. */
  z.object({ kind: z.literal('shows'), whole: z.boolean(), rows: z.array(showRow) }),
  /**
   * `low`: there is little space left. `full`: the last sale found none; the next one tries again. `failed`: a commit was not
   * confirmed, and nothing is sold until a restart [V4c].
   */
  z.object({ kind: z.literal('disk'), state: z.enum(['sound', 'low', 'full', 'failed']) }),
  /** `failed`: how many were given up. Screens ask for everything else. */
  z.object({ kind: z.literal('messages'), failed: z.int() }),
  /**
   * Codes of `seatStates`, index = seat id of the plan with `planId`, which may change to another version [L4]. All deltas that
   * follow refer to that plan, until the next snapshot.
   */
  z.object({
    kind: z.literal('snapshot'),
    showId: id.showId,
    planId: id.planId,
    revision: z.int(),
    house: ofHouse,
    states: bytes,
  }),
  /** Applies to a snapshot at `from` or later and brings it to `to`; `states[i]` is the new code of `seatIds[i]`. */
  z.object({
    kind: z.literal('delta'),
    showId: id.showId,
    from: z.int(),
    to: z.int(),
    seatIds: z.array(id.seatId),
    states: z.array(z.int()),
  }),
  /** [P6] [P8] Bookings whose payments were answered just now; empty: screens that wait for an answer must look for themselves. */
  z.object({ kind: z.literal('payments'), bookingIds: z.array(id.bookingId) }),
  /** [A1] Bookings that something happened to just now; empty: screens must reread all bookings that they show. */
  z.object({ kind: z.literal('bookings'), bookingIds: z.array(id.bookingId) }),
  /** [A7] Screens ask who is signed in, and what they may do. */
  z.object({ kind: z.literal('who') }),
  /** [P5] A picture came, was reviewed, or something happened to its booking: screens ask what waits now. */
  z.object({ kind: z.literal('proofs') }),
  /** [H15] Everything that this kiosk waits for, first come first; `served`: what has just been held for it. */
  z.object({
    kind: z.literal('standby'),
    waiting: z.array(
      z.object({
        showId: id.showId,
        cartId: id.cartId,
        count: z.int(),
        /** The labels of the wanted seats; empty: any `count` together. */
        labels: z.array(z.string()),
        /** How many are ahead in the queue for the same show. */
        ahead: z.int(),
      }),
    ),
    served: z.array(z.object({ showId: id.showId, cartId: id.cartId, bookingId: id.bookingId })),
  }),
  printingNews,
  z.object({ kind: z.literal('kiosks') }),
  z.object({ kind: z.literal('shifts') }),
  recoveryNews,
  journalNews,
  foreignNews,
  wantedNews,
  digestNews,
  /**
   * [S3] `hub` null: this is no joined kiosk. `problem` null: connected, or not tried yet. `copy`: the kiosk's own copy, as of when, and
   * how many rows it was behind the hub's journal when last known; null: none yet.
   */
  z.object({
    kind: z.literal('link'),
    hub: z
      .object({
        host: z.string(),
        isOpen: z.boolean(),
        problem: z.enum(linkProblems).nullable(),
        copy: z.object({ asOfMs: instant, behind: z.int() }).nullable(),
      })
      .nullable(),
    /** [A7] Set by the window itself: it is locked, and `leave-kiosk` unlocks it. It is here because this works without the hub. */
    isKiosk: z.literal(true).exactOptional(),
  }),
  /** [A2] How many of its `parts` are `done`; null: nothing has changed since the screen subscribed. */
  z.object({
    kind: z.literal('changes'),
    newest: z.object({ changeId: id.changeId, done: z.int(), parts: z.int() }).nullable(),
  }),
  /** [T3] `letIn`: how many of those sold. */
  z.object({
    kind: z.literal('door'),
    showId: id.showId,
    sections: z.array(z.object({ name: z.string(), sold: z.int(), letIn: z.int() })),
  }),
])
export type News = Frozen<z.output<typeof news>>
export type SeatNews = Extract<News, { kind: 'snapshot' | 'delta' }>
