// What a screen can follow, and what it then hears. Whoever falls behind gets a whole picture, never a silent gap [S2].

import { z } from 'zod'
import { alertKinds } from '../domain/alert-events.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { digestNews, foreignNews, journalNews, journalTopic, wantedNews } from './journal-news.ts'
import { recoveryNews } from './recovery-news.ts'
import { printingNews } from './print-operations.ts'
import { bytes, instant, showRow } from './shapes.ts'

/** [I43] What everybody at every desk must know: the check of all that was recorded found what does not add up. */
const houseAlarm = z.object({
  /** By their numbers, as the log and `db:check` name them. */
  rules: z.array(z.string()),
  /** How often they do not hold. */
  findings: z.int(),
  foundAtMs: instant,
})
export type HouseAlarm = Frozen<z.output<typeof houseAlarm>>

/** [K3] What the office should look at; `untilMs` null: it is so now. */
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
 * [SYNC 5.9] What is wrong with the last backup. `failed`: none could be made; `unsound`: what was copied did not add up;
 * `elsewhere-missing`, `elsewhere-failed`: it is on this disk alone.
 */
export const backupTroubles = ['failed', 'unsound', 'elsewhere-missing', 'elsewhere-failed'] as const
export type BackupTroubleKind = (typeof backupTroubles)[number]

/**
 * Why there is no line to the hub. `wrong-hub`: another key answers there. `unpaired`: it does not know this kiosk. `shut-out`: a manager
 * said no. `full`: it has as many kiosks as it takes. `replaced`: another machine has this one's key, and is connected.
 * `outdated`: it speaks another version.
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

/** [SYNC 5.6] The house that revisions are of, in its own word: after a restore or a new start the same numbers may be of other deeds. */
const ofHouse = z.string().max(90).optional()

export const topic = z.discriminatedUnion('kind', [
  /** How the house itself is. */
  z.strictObject({ kind: z.literal('house') }),
  /** Every show with its counts. */
  z.strictObject({ kind: z.literal('shows') }),
  /** [V10] How the house's disk is: whoever sells must hear of it before a sale is refused. */
  z.strictObject({ kind: z.literal('disk') }),
  /** The seats of one show. `afterRevision`: what the screen has already, and of which `house`; null: nothing. */
  z.strictObject({
    kind: z.literal('seats'),
    showId: id.showId,
    afterRevision: z.int().min(0).nullable(),
    house: ofHouse,
  }),
  /** [P6] Whose payments a terminal has answered. */
  z.strictObject({ kind: z.literal('payments') }),
  /** [A1] Which bookings change. */
  z.strictObject({ kind: z.literal('bookings') }),
  /** [P5] Pictures of transfers that somebody must look at. */
  z.strictObject({ kind: z.literal('proofs') }),
  /** [H15] What this kiosk waits for. */
  z.strictObject({ kind: z.literal('standby') }),
  /** [T2] How this kiosk prints, and what is on its way. */
  z.strictObject({ kind: z.literal('printing') }),
  /** [T3] How many of a show are in. */
  z.strictObject({ kind: z.literal('door'), showId: id.showId }),
  /** [T2] That something changed about messages to customers. */
  z.strictObject({ kind: z.literal('messages') }),
  /** [S3] How the way to the hub is, on a joined kiosk; a house of its own has none. */
  z.strictObject({ kind: z.literal('link') }),
  /** [SYNC 4.7] What a house that came back from a backup waits for. */
  z.strictObject({ kind: z.literal('recovery') }),
  /** [S5] That something changed about the kiosks of the LAN. */
  z.strictObject({ kind: z.literal('kiosks') }),
  /** [A5] That something happened to a drawer. */
  z.strictObject({ kind: z.literal('shifts') }),
  /** [A2] How far a change to many rows has come. */
  z.strictObject({ kind: z.literal('changes') }),
  /** [A7] That somebody's role, place in the house or PIN is another: heard whether anybody is signed in or not. */
  z.strictObject({ kind: z.literal('who') }),
  /** [S3] Everything, for the copy that a joined kiosk keeps; no screen may follow it. */
  journalTopic,
])
export type Topic = Frozen<z.output<typeof topic>>

export const news = z.discriminatedUnion('kind', [
  /** `alarm` null: nothing is wrong as far as is known. `alerts`: what stands now, for the office. `backup` null: as it should be. */
  z.object({
    kind: z.literal('house'),
    alarm: houseAlarm.nullable(),
    alerts: z.array(alert),
    backup: z.enum(backupTroubles).nullable(),
  }),
  /** `whole`: these rows are all there are; else they replace those with their ids. */
  z.object({ kind: z.literal('shows'), whole: z.boolean(), rows: z.array(showRow) }),
  /**
   * `low`: there is little room left. `full`: the last sale found none; it is tried anew with the next. `failed`: a commit was not
   * confirmed, and nothing is sold until a new start [V4c].
   */
  z.object({ kind: z.literal('disk'), state: z.enum(['sound', 'low', 'full', 'failed']) }),
  /** `failed`: how many were given up. What else there is to know is asked for. */
  z.object({ kind: z.literal('messages'), failed: z.int() }),
  /**
   * Codes of `seatStates`, index = seat id of the plan with `planId`: which a show may change for another version of it [L4]. What
   * follows is of that plan, until another whole picture comes.
   */
  z.object({
    kind: z.literal('snapshot'),
    showId: id.showId,
    planId: id.planId,
    revision: z.int(),
    house: ofHouse,
    states: bytes,
  }),
  /** Applies to a picture at `from` or later and makes it one at `to`; `states[i]` is the new code of `seatIds[i]`. */
  z.object({
    kind: z.literal('delta'),
    showId: id.showId,
    from: z.int(),
    to: z.int(),
    seatIds: z.array(id.seatId),
    states: z.array(z.int()),
  }),
  /** [P6] [P8] Bookings whose payments were answered just now; none: whoever waits for an answer looks for itself. */
  z.object({ kind: z.literal('payments'), bookingIds: z.array(id.bookingId) }),
  /** [A1] Bookings that something happened to just now; none: whoever shows some reads them all anew. */
  z.object({ kind: z.literal('bookings'), bookingIds: z.array(id.bookingId) }),
  /** [A7] Who is in here, and what they may do, is asked for. */
  z.object({ kind: z.literal('who') }),
  /** [P5] One came, was looked at, or something happened to its booking: what waits now is asked for. */
  z.object({ kind: z.literal('proofs') }),
  /** [H15] All that this kiosk waits for now, the first first; `served`: what has just been held for it. */
  z.object({
    kind: z.literal('standby'),
    waiting: z.array(
      z.object({
        showId: id.showId,
        cartId: id.cartId,
        count: z.int(),
        /** What is waited for by name; none: any so many together. */
        labels: z.array(z.string()),
        /** How many came before for the same show. */
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
   * [S3] `hub` null: this is no joined kiosk. `problem` null: connected, or not tried yet. `copy`: what the kiosk can show by itself, as of
   * when, and how many rows of the hub's journal it was behind at last hearing; null: nothing yet.
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
    /** [A7] Said by the window alone: it is locked, and `leave-kiosk` opens it. Known here, because no hub is needed for it. */
    isKiosk: z.literal(true).exactOptional(),
  }),
  /** [A2] Some of its `parts` are `done`; null: nothing was changed since the screen listened. */
  z.object({
    kind: z.literal('changes'),
    newest: z.object({ changeId: id.changeId, done: z.int(), parts: z.int() }).nullable(),
  }),
  /** [T3] `letIn`: of those sold. */
  z.object({
    kind: z.literal('door'),
    showId: id.showId,
    sections: z.array(z.object({ name: z.string(), sold: z.int(), letIn: z.int() })),
  }),
])
export type News = Frozen<z.output<typeof news>>
export type SeatNews = Extract<News, { kind: 'snapshot' | 'delta' }>
