// Every change of a plan, by name. Owns the list; each change is a function in a file beside this one, from a draft and what is chosen
// to the next. Must never fail: a change that makes no sense changes nothing.

import { zoneColor } from '../plan-import/zone-colors.ts'
import type { PlanDraft } from '../plan-import/draft.ts'
import type { Area, Category, SeatFlag } from '../seat-plan/plan.ts'
import {
  type Added,
  addPlaces,
  addRows,
  addShape,
  addTable,
  type NewRows,
  type NewShape,
} from './add-parts.ts'
import { duplicated, flagged, moved, openAisle, removed, zoned } from './change-chosen.ts'
import { labelled, numbered, reshaped } from './change-rows.ts'
import { type Chosen, withAreas } from './chosen.ts'
import { type FixableCode, fixed } from './fix-plan.ts'
import { stretched } from './outline.ts'
import type { Numbering, RowNaming } from './row-names.ts'
import type { RowShape } from './row-shape.ts'

export type Change =
  | NewRows
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'add-section'; readonly name: string }
  | { readonly kind: 'rename-section'; readonly section: number; readonly name: string }
  | { readonly kind: 'remove-section'; readonly section: number }
  | { readonly kind: 'add-table'; readonly section: number; readonly seats: number }
  | { readonly kind: 'add-places'; readonly name: string; readonly places: number }
  | { readonly kind: 'add-shape'; readonly shape: NewShape; readonly text: string }
  | {
      readonly kind: 'set-shape'
      readonly set: Partial<Pick<Area, 'text' | 'width' | 'height' | 'rotation' | 'color' | 'borderColor'>>
    }
  | { readonly kind: 'move'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'flag'; readonly flag: SeatFlag; readonly isOn: boolean }
  | { readonly kind: 'zone'; readonly category: string }
  | { readonly kind: 'number'; readonly numbering: Numbering }
  | { readonly kind: 'label'; readonly naming: RowNaming }
  | { readonly kind: 'reshape'; readonly shape: RowShape }
  | { readonly kind: 'aisle'; readonly width: number }
  | { readonly kind: 'add-zone'; readonly name: string }
  | { readonly kind: 'set-zone'; readonly zone: number; readonly set: Partial<Category> }
  | { readonly kind: 'fix'; readonly code: FixableCode }

/** Applies a change; returns the same draft where nothing changes. */
export function changed(state: Added, change: Change): Added {
  const { seats, areas } = state.chosen
  const isOfChosen = change.kind === 'duplicate' || Object.hasOwn(ofChosen, change.kind)
  if (isOfChosen && seats.size + areas.size === 0) return state
  if (isAdding(change)) return run(adds, state, change) as Added
  return { ...state, draft: run(redraws, state, change) as PlanDraft }
}

type Adding = Extract<Change, { readonly kind: keyof typeof adds }>

function isAdding(change: Change): change is Adding {
  return Object.hasOwn(adds, change.kind)
}

/** Runs the change of that name; cast, because the compiler cannot relate a name to its change. */
function run(all: Readonly<Record<string, unknown>>, { draft, chosen }: Added, change: Change): unknown {
  return (all[change.kind] as (draft: PlanDraft, change: Change, chosen: Chosen) => unknown)(
    draft,
    change,
    chosen,
  )
}

type Of<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>

type Redraws<Kind extends Change['kind']> = {
  readonly [K in Kind]: (draft: PlanDraft, change: Of<K>, chosen: Chosen) => PlanDraft
}

/** Changes to what is chosen, which stays chosen. */
const ofChosen = {
  'set-shape': (draft, { set }, { areas: own }) =>
    withAreas(draft, (areas) => areas.map((area, at) => (own.has(at) ? shapeSet(area, set) : area))),
  move: (draft, change, chosen) => moved(draft, chosen, change),
  remove: (draft, _change, chosen) => removed(draft, chosen),
  flag: (draft, change, chosen) => flagged(draft, chosen, change),
  zone: (draft, { category }, chosen) => zoned(draft, chosen, category),
  number: (draft, { numbering }, chosen) => numbered(draft, chosen, numbering),
  label: (draft, { naming }, chosen) => labelled(draft, chosen, naming),
  reshape: (draft, { shape }, chosen) => reshaped(draft, chosen, shape),
  aisle: (draft, { width }, chosen) => openAisle(draft, chosen, width),
} satisfies Partial<Redraws<Change['kind']>>

/** Changes to the whole plan. */
const ofPlan = {
  rename: (draft, { name }) => ({ ...draft, name }),
  'add-section': (draft, { name }) => withSection(draft, name),
  'rename-section': (draft, { section, name }) => renamed(draft, section, name),
  'remove-section': (draft, { section }) => withoutSection(draft, section),
  'add-zone': (draft, { name }) => withZone(draft, name),
  'set-zone': (draft, { zone, set }) => zoneSet(draft, zone, set),
  fix: (draft, { code }) => fixed(draft, code),
} satisfies Partial<Redraws<Change['kind']>>

const redraws: Redraws<keyof typeof ofChosen | keyof typeof ofPlan> = { ...ofChosen, ...ofPlan }

/** Changes that add something, which is then chosen instead. */
const adds = {
  'add-rows': (draft, change) => addRows(draft, change),
  'add-table': (draft, change) => addTable(draft, change),
  'add-places': (draft, change) => addPlaces(draft, change),
  'add-shape': (draft, change, chosen) => addShape({ draft, chosen }, change),
  duplicate: (draft, _change, chosen) => duplicated(draft, chosen),
} satisfies {
  readonly [K in Exclude<Change['kind'], keyof typeof redraws>]: (
    draft: PlanDraft,
    change: Of<K>,
    chosen: Chosen,
  ) => Added
}

function shapeSet(area: Area, { width, height, ...set }: Of<'set-shape'>['set']): Area {
  const size = { ...(width !== undefined && { width }), ...(height !== undefined && { height }) }
  return { ...stretched(area, size), ...set }
}

/** Two sections with one name would be read back from a file as one. */
function withSection(draft: PlanDraft, name: string): PlanDraft {
  if (draft.sections.some((section) => section.name === name)) return draft
  return { ...draft, sections: [...draft.sections, { name, kind: 'seats', rows: [], areas: [] }] }
}

function renamed(draft: PlanDraft, section: number, name: string): PlanDraft {
  if (draft.sections.some((one) => one.name === name)) return draft
  const sections = draft.sections.map((one, index) => (index === section ? { ...one, name } : one))
  return { ...draft, sections }
}

/** The last section stays, since rows need somewhere to go. The removed section's shapes stay too. */
function withoutSection(draft: PlanDraft, section: number): PlanDraft {
  if (draft.sections.length === 1) return draft
  const areas = draft.sections.flatMap((one) => one.areas)
  const sections = draft.sections
    .filter((_, index) => index !== section)
    .map((one, index) => ({ ...one, areas: index === 0 ? areas : [] }))
  return { ...draft, sections }
}

function withZone(draft: PlanDraft, name: string): PlanDraft {
  if (draft.categories.some((category) => category.name === name)) return draft
  return { ...draft, categories: [...draft.categories, { name, color: zoneColor(draft.categories.length) }] }
}

function zoneSet(draft: PlanDraft, zone: number, set: Partial<Category>): PlanDraft {
  const before = draft.categories[zone]
  const isTaken = draft.categories.some(({ name }, index) => index !== zone && name === set.name)
  if (!before || isTaken) return draft
  const after = { ...before, ...set }
  const sections = draft.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({
      ...row,
      seats: row.seats.map((seat) =>
        seat.category === before.name ? { ...seat, category: after.name } : seat,
      ),
    })),
  }))
  return { ...draft, sections, categories: draft.categories.with(zone, after) }
}
