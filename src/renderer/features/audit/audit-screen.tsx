// The audit log, newest first, filtered by words, kind, person and days; and the proof that nothing in it was changed. Owns the
// screen; the rows come from the journal.

import { useEffect, useState } from 'react'
import type { StaffRow } from '../../../shared/contract/staff-shapes.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { Unread } from '../../ui/unread.tsx'
import { useSay } from '../../ui/words.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { AuditProof } from './audit-proof.tsx'
import styles from './audit-screen.module.css'
import { AuditTable } from './audit-table.tsx'
import { everything, useAuditLog } from './use-audit-log.ts'

export function AuditScreen() {
  const say = useSay()
  const [filter, setFilter] = useState(everything)
  const staff = useStaffNames()
  const { rows, before, more, hasFailed, again } = useAuditLog(filter)
  return (
    <div className={styles.screen}>
      <OfficeTabs />
      <header className={styles.head}>
        <h1 className={styles.title}>{say('audit.title')}</h1>
        <AuditFilters filter={filter} staff={staff} onFilter={setFilter} />
      </header>
      <AuditProof rows={rows ?? []} />
      {rows ? (
        <AuditTable rows={rows} />
      ) : (
        <Unread text={say('audit.loading')} hasFailed={hasFailed} onAgain={again} />
      )}
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
