// A plan as it is read from a file or drawn by a generator, before it has an id. Owns the shape between the readers
// (pretix, seats.io, spreadsheet) and the doctor; must never hold anything that only one format knows.

import type { Area, Category, SeatFlag, Section } from '../seat-plan/plan.ts'

export interface DraftSeat {
  /** The file's own identity of the seat; unique within the plan. */
  readonly uuid: string
  /** The file's printed identity (pretix `seat_guid`); may repeat in real files. */
  readonly guid: string
  readonly number: string
  /** Absolute centre in plan units. */
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly category: string
  readonly flags: readonly SeatFlag[]
}

export interface DraftRow {
  readonly label: string
  readonly seats: readonly DraftSeat[]
}

export interface DraftSection extends Section {
  readonly rows: readonly DraftRow[]
  readonly areas: readonly Area[]
}

export interface PlanDraft {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly categories: readonly Category[]
  readonly sections: readonly DraftSection[]
}

/** Where in the file a finding is, in the words printed there. A missing part is left out. */
export interface Place {
  readonly section?: string
  readonly row?: string
  readonly seat?: string
  /** JSON path into the file: `zones[0].rows[3].seats[7].position.x`. */
  readonly path?: string
  /** Line of a table, from 1. */
  readonly line?: number
  /** The title of the column. */
  readonly column?: string
}

/** `error` blocks the import, `warning` needs a person's attention, `note` only says what was ignored. */
export type FindingLevel = 'error' | 'warning' | 'note'

export const findingCodes = {
  'not-json': 'error',
  'unknown-format': 'error',
  malformed: 'error',
  'too-large': 'error',
  empty: 'error',
  'repeated-uuid': 'error',
  overlap: 'error',
  'off-canvas': 'error',
  'repeated-guid': 'warning',
  'repeated-name': 'warning',
  'unknown-category': 'warning',
  'category-without-price': 'warning',
  'stacked-sections': 'warning',
  'unused-category': 'note',
  'ignored-keys': 'note',
} as const satisfies Record<string, FindingLevel>

export type FindingCode = keyof typeof findingCodes

/** One finding of the plan doctor or a reader. `count`: how often; `places`: the first few; `about`: the key, category or id meant. */
export interface Finding {
  readonly code: FindingCode
  readonly count: number
  readonly places: readonly Place[]
  readonly about: string
}

/** The result of reading a file. */
export interface ReadPlan {
  /** Null when the file could not be read as a plan; then at least one finding is an error. */
  readonly draft: PlanDraft | null
  readonly findings: readonly Finding[]
}
