// The staff: name, role, whether they are active, whether they can sign in. Owns the table and its two dialogs; the house decides
// what may be changed.

import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { StaffRow } from '../../../shared/contract/staff-shapes.ts'
import { ask } from '../../box-office.ts'
import { asksForPin, lookWho, who } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/empty.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { useSay } from '../../ui/words.tsx'
import { EditStaff } from './edit-staff.tsx'
import { SetSecret } from './set-secret.tsx'
import styles from './staff-screen.module.css'
import type { StaffQuestion } from './staff-columns.tsx'
import { StaffTable } from './staff-table.tsx'

export function StaffScreen() {
  const say = useSay()
  const { me, isOpen } = useStore(who)
  const { rows, load } = useStaff()
  const [question, setQuestion] = useState<StaffQuestion | null>(null)
  const mayChange = isOpen || me?.role === 'admin'
  const close = () => setQuestion(null)
  const isOwn = question !== null && !isOpen && question.row?.staffId === me?.staffId
  const done = () => {
    close()
    // The first PIN closes the house: from now on this desk, too, has to sign in.
    void lookWho().then(() => (asksForPin(who.getState()) ? undefined : load()))
  }
  if (!rows) return <Waiting text={say('staff.loading')} />
  return (
    <div className={styles.screen}>
      <OfficeTabs />
      <header className={styles.head}>
        <h1 className={styles.title}>{say('staff.title')}</h1>
        {mayChange && (
          <Button look="next" onPress={() => setQuestion({ kind: 'edit', row: null })}>
            {say('staff.add')}
          </Button>
        )}
      </header>
      <p className={styles.first}>{isOpen && say('staff.first')}</p>
      <StaffTable rows={rows} mayChange={mayChange} onChanged={load} onAsk={setQuestion} />
      {question?.kind === 'edit' && <EditStaff row={question.row} onClose={close} onDone={done} />}
      {(question?.kind === 'pin' || question?.kind === 'password') && (
        <SetSecret kind={question.kind} person={question.row} isOwn={isOwn} onClose={close} onDone={done} />
      )}
    </div>
  )
}

function useStaff() {
  const [rows, setRows] = useState<readonly StaffRow[] | null>(null)
  const load = useCallback(() => {
    void ask('staff', {}).then((answer) => (answer.kind === 'done' ? setRows(answer.value.staff) : undefined))
  }, [])
  useEffect(() => load(), [load])
  return { rows, load }
}
