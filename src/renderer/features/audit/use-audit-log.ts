// The filtered audit log, page by page. Owns the requests; the rows come from the journal.

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
  /** Days in the form of a date field; empty for any. */
  readonly from: string
  readonly to: string
}

export const everything: AuditFilter = { area: null, staffId: null, text: '', from: '', to: '' }

/** After this pause typing counts as finished. */
const TYPED_MS = 250
/** Matches may be rare: so many pages are requested automatically before somebody has to ask for more. */
const ASKED_MAX = 20

interface Page {
  readonly filter: AuditFilter
  readonly rows: readonly AuditRow[]
  /** Where to continue; null if there is no more. */
  readonly before: number | null
}

export function useAuditLog(filter: AuditFilter) {
  const say = useSay()
  const [page, setPage] = useState<Page | null>(null)
  const [turn, setTurn] = useState(0)
  const [failedTurn, setFailedTurn] = useState(-1)
  useEffect(() => {
    let isWanted = true
    const look = () =>
      void readLog(filter, null, say).then((first) => {
        if (!isWanted) return
        if (first) setPage(first)
        else setFailedTurn(turn)
      })
    const timer = setTimeout(look, filter.text === '' ? 0 : TYPED_MS)
    // An answer that arrives after another request is ignored.
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [filter, say, turn])
  const shown = page?.filter === filter ? page : null
  const more = async () => {
    const next = shown && (await readLog(filter, shown, say))
    if (next) setPage((now) => (now === shown ? next : now))
  }
  const hasFailed = shown === null && failedTurn === turn
  const again = () => setTurn(turn + 1)
  return { rows: shown?.rows ?? null, before: shown?.before ?? null, more, hasFailed, again }
}

/** Reads until something is found or there is no more. Null if the house did not answer. */
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
