// The audit log as it is narrowed, page by page. Owns the asking; the rows are the journal's.

import { useEffect, useState } from 'react'
import type { AuditArea } from '../../../shared/domain/audit.ts'
import type { AuditRow, StaffRow } from '../../../shared/contract/staff-shapes.ts'
import { ask } from '../../box-office.ts'
import type { Say } from '../../messages/catalogue.ts'
import { withDeskIds } from '../../stores/desks.ts'
import { useSay } from '../../ui/words.tsx'
import { dayBegins, dayEnds } from './day-instants.ts'

export interface AuditFilter {
  readonly area: AuditArea | null
  readonly staffId: StaffRow['staffId'] | null
  readonly text: string
  /** Days as a date field has them; empty: any. */
  readonly from: string
  readonly to: string
}

export const everything: AuditFilter = { area: null, staffId: null, text: '', from: '', to: '' }

/** Whoever types has stopped for so long. */
const TYPED_MS = 250
/** What is looked for may be rare: asked for again so often before somebody has to. */
const ASKED_MAX = 20

interface Page {
  readonly filter: AuditFilter
  readonly rows: readonly AuditRow[]
  /** Where to go on; null: that was all. */
  readonly before: number | null
}

export function useAuditLog(filter: AuditFilter) {
  const say = useSay()
  const [page, setPage] = useState<Page | null>(null)
  useEffect(() => {
    let isWanted = true
    const look = () =>
      void readLog(filter, null, say).then((first) => (isWanted && first ? setPage(first) : undefined))
    const timer = setTimeout(look, filter.text === '' ? 0 : TYPED_MS)
    // An answer that comes after another question is nobody's any more.
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [filter, say])
  const shown = page?.filter === filter ? page : null
  const more = async () => {
    const next = shown && (await readLog(filter, shown, say))
    if (next) setPage((now) => (now === shown ? next : now))
  }
  return { rows: shown?.rows ?? null, before: shown?.before ?? null, more }
}

/** Null: the house did not answer. Until something is found, or there is no more. */
async function readLog(filter: AuditFilter, from: Page | null, say: Say): Promise<Page | null> {
  const { area, staffId } = filter
  const text = withDeskIds(filter.text, say)
  const fromMs = dayBegins(filter.from)
  const toMs = dayEnds(filter.to)
  const days = { ...(fromMs !== null && { fromMs }), ...(toMs !== null && { toMs }) }
  let page: Page = { filter, rows: from?.rows ?? [], before: from?.before ?? null }
  for (let asked = 0; asked < ASKED_MAX; asked += 1) {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const answer = await ask('audit-log', { area, staffId, text, ...days, before: page.before })
    if (answer.kind !== 'done') return null
    page = { filter, rows: [...page.rows, ...answer.value.rows], before: answer.value.before }
    if (page.before === null || answer.value.rows.length > 0) return page
  }
  return page
}
