// What was done that is looked at again, newest first, by heading and by person. Owns the paging; the rows are the journal's.

import { useEffect, useState } from 'react'
import { type AuditArea, auditAreas } from '../../../shared/domain/audit.ts'
import type { AuditRow, StaffRow } from '../../../shared/contract/staff-shapes.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/empty.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './audit-screen.module.css'
import { AuditTable } from './audit-table.tsx'

const ALL = 'all'

interface Filter {
  readonly area: AuditArea | null
  readonly staffId: StaffRow['staffId'] | null
}

export function AuditScreen() {
  const say = useSay()
  const [filter, setFilter] = useState<Filter>({ area: null, staffId: null })
  const staff = useStaffNames()
  const { rows, before, more } = useAuditLog(filter)
  const areas = auditAreas.map((area) => ({ value: area, text: say(`audit.area.${area}`) }))
  const people = staff.map(({ staffId, name }) => ({ value: String(staffId), text: name }))
  return (
    <div className={styles.screen}>
      <OfficeTabs />
      <header className={styles.head}>
        <h1 className={styles.title}>{say('audit.title')}</h1>
        <Select<string>
          label={say('audit.area')}
          value={filter.area ?? ALL}
          options={[{ value: ALL, text: say('audit.area.all') }, ...areas]}
          onChange={(value) =>
            setFilter({ ...filter, area: auditAreas.find((area) => area === value) ?? null })
          }
        />
        <Select<string>
          label={say('audit.who')}
          value={String(filter.staffId ?? ALL)}
          options={[{ value: ALL, text: say('audit.who.all') }, ...people]}
          onChange={(value) => {
            const person = staff.find(({ staffId }) => String(staffId) === value)
            setFilter({ ...filter, staffId: person?.staffId ?? null })
          }}
        />
      </header>
      {rows ? <AuditTable rows={rows} /> : <Waiting text={say('audit.loading')} />}
      {rows?.length === 0 && before === null && <p className={styles.empty}>{say('audit.empty')}</p>}
      {before !== null && (
        <div className={styles.more}>
          <Button onPress={() => void more()}>{say('audit.more')}</Button>
        </div>
      )}
    </div>
  )
}

function useStaffNames(): readonly StaffRow[] {
  const [staff, setStaff] = useState<readonly StaffRow[]>([])
  useEffect(() => {
    void ask('staff', {}).then((answer) =>
      answer.kind === 'done' ? setStaff(answer.value.staff) : undefined,
    )
  }, [])
  return staff
}

interface Page {
  readonly filter: Filter
  readonly rows: readonly AuditRow[]
  /** Where to go on; null: that was all. */
  readonly before: number | null
}

async function readLog(filter: Filter, from: Page | null): Promise<Page | null> {
  const answer = await ask('audit-log', { ...filter, before: from?.before ?? null })
  if (answer.kind !== 'done') return null
  return { filter, rows: [...(from?.rows ?? []), ...answer.value.rows], before: answer.value.before }
}

function useAuditLog(filter: Filter) {
  const [page, setPage] = useState<Page | null>(null)
  useEffect(() => {
    let isWanted = true
    void readLog(filter, null).then((first) => (isWanted && first ? setPage(first) : undefined))
    // An answer that comes after another question is nobody's any more.
    return () => {
      isWanted = false
    }
  }, [filter])
  const shown = page?.filter === filter ? page : null
  const more = async () => {
    const next = shown && (await readLog(filter, shown))
    if (next) setPage((now) => (now === shown ? next : now))
  }
  return { rows: shown?.rows ?? null, before: shown?.before ?? null, more }
}
