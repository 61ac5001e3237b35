// The rows of a kind as the house has them: read in pages, and again where they change. Owns the reading; while a large table is
// read, its progress is visible [E4].

import { useCallback, useEffect, useState } from 'react'
import { CHANGE_IDS_MAX } from '../../../shared/contract/limits.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import type { RowId } from '../../../shared/domain/changes/change.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import { boxOffice } from '../../box-office.ts'
import type { Follow } from './follow-rows.ts'
import { ownChanges } from './own-changes.ts'
import { WholeReading } from './whole-reading.ts'

type Page<Row> = Answer<{ readonly rows: readonly Row[]; readonly isMore: boolean }>

export interface RowSource<Row> {
  readonly after: (id: RowId | null) => Promise<Page<Row>>
  readonly some: (ids: readonly RowId[]) => Promise<Page<Row>>
  readonly idOf: (row: Row) => RowId
  /** For rows that change by themselves, with every sale. */
  readonly follow?: Follow
}

/** The house's rate limit restores a hundred requests in this time. */
const PAUSE_MS = 400
/** By then the answer to a change of this screen has arrived, so the change is known to be its own. */
const WHOSE_MS = 1000

export function useRows<Row>(source: RowSource<Row>) {
  const [rows, setRows] = useState<readonly Row[] | null>(null)
  const [read, setRead] = useState(0)
  const [failedTurn, setFailedTurn] = useState(-1)
  const [turn, setTurn] = useState(0)
  const [reading] = useState(() => new WholeReading())
  const readAll = useCallback(() => setTurn((before) => before + 1), [])
  const readSome = useCallback(
    async (ids: readonly RowId[]) => {
      if (ids.length > CHANGE_IDS_MAX) return readAll()
      reading.hear(ids)
      const answer = await source.some(ids)
      if (answer.kind !== 'done') return readAll()
      setRows((before) => before && withFresh(before, answer.value.rows, ids, source.idOf))
    },
    [source, reading, readAll],
  )
  /** Reads rows added after the last known one; returns the last of them. */
  const readNew = async (): Promise<RowId | undefined> => {
    const last = rows?.at(-1)
    const page = await patiently(() => source.after(last === undefined ? null : source.idOf(last)))
    if (page.kind !== 'done') {
      readAll()
      return undefined
    }
    reading.hear(page.value.rows.map(source.idOf))
    setRows((before) => before && withFresh(before, page.value.rows, [], source.idOf))
    const newest = page.value.rows.at(-1)
    return newest && source.idOf(newest)
  }
  useEffect(() => {
    let isGone = false
    reading.begin()
    void allPages(source, setRead).then((all) => {
      if (isGone) return
      if (!all) return setFailedTurn(turn)
      setRows(all)
      const again = reading.end()
      if (again.length > 0) void readSome(again)
    })
    return () => {
      isGone = true
    }
  }, [source, reading, readSome, turn])
  useEffect(() => followOthers(readAll), [readAll])
  useEffect(() => {
    const follower = {
      isReady: () => reading.isOver,
      readSome: (ids: readonly RowId[]) => void readSome(ids),
      readAll,
    }
    return source.follow?.(follower)
  }, [source, reading, readSome, readAll])
  return { rows, read, failed: failedTurn === turn, readAll, readSome, readNew }
}

/** Rows that were requested but no longer exist are removed; new ones are added at the end. */
function withFresh<Row>(
  before: readonly Row[],
  rows: readonly Row[],
  asked: readonly RowId[],
  idOf: RowSource<Row>['idOf'],
): readonly Row[] {
  const fresh = new Map(rows.map((row) => [idOf(row), row]))
  const gone = new Set(asked.filter((id) => !fresh.has(id)))
  const kept = before.flatMap((row) => {
    const id = idOf(row)
    const now = gone.has(id) ? [] : [fresh.get(id) ?? row]
    fresh.delete(id)
    return now
  })
  return [...kept, ...fresh.values()]
}

async function allPages<Row>(source: RowSource<Row>, onRead: (count: number) => void): Promise<Row[] | null> {
  const all: Row[] = []
  for (let after: RowId | null = null; ; ) {
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ends
    const page: Page<Row> = await patiently(() => source.after(after))
    if (page.kind !== 'done') return null
    all.push(...page.value.rows)
    onRead(all.length)
    const last = all.at(-1)
    if (!page.value.isMore || last === undefined) return all
    after = source.idOf(last)
  }
}

async function patiently<Row>(ask: () => Promise<Page<Row>>): Promise<Page<Row>> {
  const page = await ask()
  if (page.kind !== 'refused' || page.refusal.code !== 'BUSY') return page
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  return patiently(ask)
}

/** Another desk changed rows; the news does not say which. */
function followOthers(onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isFirst = true
  const look = (changeId: ChangeId) => {
    if (!ownChanges.has(changeId)) onChange()
  }
  const stop = boxOffice.subscribe({ kind: 'changes' }, (news) => {
    const newest = news.kind === 'changes' ? news.newest : null
    const isNews = newest !== null && newest.done >= newest.parts && !isFirst
    isFirst = false
    if (!isNews) return
    clearTimeout(timer)
    timer = setTimeout(() => look(newest.changeId), WHOSE_MS)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
