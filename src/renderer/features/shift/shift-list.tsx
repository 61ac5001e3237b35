// Closed shifts, newest first, each with its report; kept up to date with all desks. Owns the paging; people responsible for all
// desks see them all.

import { useEffect, useEffectEvent, useState } from 'react'
import { useStore } from 'zustand'
import type { Output } from '../../../shared/contract/operations.ts'
import { ask, boxOffice } from '../../box-office.ts'
import { deskName } from '../../stores/desks.ts'
import { goTo } from '../../stores/screen.ts'
import { isOfOffice, who } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import table from '../../ui/plain-table.module.css'
import { Select } from '../../ui/select.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './shift-list.module.css'

type Row = Output<'shifts'>['rows'][number]
type Whose = 'own' | 'all'

export function ShiftList({ zone }: { readonly zone: string }) {
  const say = useSay()
  const mayAll = isOfOffice(useStore(who))
  const [whose, setWhose] = useState<Whose>('own')
  const { rows, before, more } = useShifts(whose)
  return (
    <section className={styles.list}>
      <header className={styles.head}>
        <h2 className={styles.title}>{say('shift.list')}</h2>
        {mayAll && (
          <Select<Whose>
            label={say('shift.list.which')}
            value={whose}
            options={(['own', 'all'] as const).map((value) => ({ value, text: say(`shift.list.${value}`) }))}
            onChange={setWhose}
          />
        )}
      </header>
      {rows?.length === 0 ? (
        <p className={styles.empty}>{say('shift.list.empty')}</p>
      ) : (
        <Table rows={rows ?? []} zone={zone} />
      )}
      {before !== null && <Button onPress={() => void more()}>{say('shift.list.more')}</Button>}
    </section>
  )
}

function Table({ rows, zone }: { readonly rows: readonly Row[]; readonly zone: string }) {
  const say = useSay()
  const columns = [
    'shift.list.z',
    'shift.list.desk',
    'shift.list.opened',
    'shift.list.closed',
    'shift.list.by',
    'shift.result.difference',
  ] as const
  return (
    <div className={styles.scroll} tabIndex={-1}>
      <table className={table['table']}>
        <TableHead texts={columns.map((id) => say(id))} />
        <tbody>
          {rows.map((row) => (
            <Line key={`${row.kioskId} ${row.number}`} row={row} zone={zone} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ row, zone }: { readonly row: Row; readonly zone: string }) {
  const say = useSay()
  const { day, clock } = useFormats()
  const { kioskId, number, state, openedAtMs, closedAtMs, openedBy } = row
  const at = (ms: number) => `${day(ms, zone)} ${clock(ms, zone)}`
  const place = {
    name: 'shift',
    of: { kioskId, number: state === 'closed' ? number : null, part: 'report' },
  } as const
  return (
    <tr>
      <th scope="row">
        <Button look="quiet" onPress={() => goTo(place)}>
          {say(state === 'closed' ? 'report.z' : 'shift.number', { number })}
        </Button>
      </th>
      <td>
        <bdi>{deskName(kioskId, say)}</bdi>
      </td>
      <td className={styles.when}>{at(openedAtMs)}</td>
      <td className={styles.when}>
        {closedAtMs === null ? say('shift.isOpen', { time: clock(openedAtMs, zone) }) : at(closedAtMs)}
      </td>
      <td>
        <bdi>{openedBy}</bdi>
      </td>
      <td>
        <Differences row={row} />
      </td>
    </tr>
  )
}

/** Pressing a difference leads to the cash movements in which to look for it. */
function Differences({ row: { kioskId, number, counts } }: { readonly row: Row }) {
  const { money } = useFormats()
  const differing = (counts ?? []).filter(({ amountMinor, expectedMinor }) => amountMinor !== expectedMinor)
  return differing.map(({ currency, amountMinor, expectedMinor }) => (
    <Button
      key={currency}
      look="quiet"
      onPress={() => goTo({ name: 'shift', of: { kioskId, number, part: 'cash' } })}
    >
      <span className={amountMinor < expectedMinor ? styles.short : styles.over} dir="ltr">
        {money(amountMinor - expectedMinor, currency)}
      </span>
    </Button>
  ))
}

interface Page {
  readonly whose: Whose
  readonly rows: readonly Row[]
  readonly before: number | null
}

async function readShifts(whose: Whose, from: Page | null): Promise<Page | null> {
  const answer = await ask('shifts', { isOfAll: whose === 'all', before: from?.before ?? null })
  if (answer.kind !== 'done') return null
  const rows = answer.value.rows.filter(({ state }) => whose === 'all' || state === 'closed')
  return { whose, rows: [...(from?.rows ?? []), ...rows], before: answer.value.before }
}

/** Reloads as many rows as were read before. */
async function readAsFar(whose: Whose, rowsLeast: number): Promise<Page | null> {
  let page = await readShifts(whose, null)
  while (page && page.before !== null && page.rows.length < rowsLeast) {
    // oxlint-disable-next-line no-await-in-loop -- each page says where the next begins
    page = await readShifts(whose, page)
  }
  return page
}

function useShifts(whose: Whose) {
  const [page, setPage] = useState<Page | null>(null)
  const rowsOf = useEffectEvent((of: Whose) => (page?.whose === of ? page.rows.length : 0))
  useEffect(() => {
    let isWanted = true
    const look = async () => {
      const now = await readAsFar(whose, rowsOf(whose))
      if (isWanted && now) setPage(now)
    }
    void look()
    // Any desk opens and closes its own shifts, and this desk's in another window.
    const stop = boxOffice.subscribe({ kind: 'shifts' }, () => void look())
    return () => {
      isWanted = false
      stop()
    }
  }, [whose])
  const shown = page?.whose === whose ? page : null
  const more = async () => {
    const next = shown && (await readShifts(whose, shown))
    if (next) setPage((now) => (now === shown ? next : now))
  }
  return { rows: shown?.rows ?? null, before: shown?.before ?? null, more }
}
