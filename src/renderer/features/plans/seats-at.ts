import type { Place, PlanDraft } from '../../../shared/domain/plan-import/draft.ts'

/** The seats named by a finding, by uuid: all seats of that name, since the doctor knows names only. */
export function seatsAt({ sections }: PlanDraft, places: readonly Place[]): ReadonlySet<string> {
  const named = new Set(places.map(({ section, row, seat }) => JSON.stringify([section, row, seat])))
  return new Set(
    sections.flatMap(({ name, rows }) =>
      rows.flatMap(({ label, seats }) =>
        seats.flatMap(({ number, uuid }) => (named.has(JSON.stringify([name, label, number])) ? [uuid] : [])),
      ),
    ),
  )
}
