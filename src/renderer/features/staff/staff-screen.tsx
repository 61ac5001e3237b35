// The staff: name, role, whether they are active, whether they can sign in. Owns the table and its two dialogs; the house decides
// what may be changed.

import { useState } from 'react'
import { useStore } from 'zustand'
import { ask } from '../../box-office.ts'
import { asksForPin, lookWho, who } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { Unread } from '../../ui/unread.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useSay } from '../../ui/words.tsx'
import { EditStaff } from './edit-staff.tsx'
import { SetSecret } from './set-secret.tsx'
import styles from './staff-screen.module.css'
import type { StaffQuestion } from './staff-columns.tsx'
import { StaffTable } from './staff-table.tsx'

const askStaff = () => ask('staff', {})

export function StaffScreen() {
  const say = useSay()
  const { me, isOpen } = useStore(who)
  const { found, hasFailed, load } = useAnswer(askStaff)
  const loadAgain = () => void load()
  const [question, setQuestion] = useState<StaffQuestion | null>(null)
  const mayChange = isOpen || me?.role === 'admin'
  const close = () => setQuestion(null)
  const isOwn = question !== null && !isOpen && question.row?.staffId === me?.staffId
  const done = () => {
    close()
    // The first PIN closes the house: from now on this desk, too, has to sign in.
    void lookWho().then(() => (asksForPin(who.getState()) ? undefined : load()))
  }
  if (!found) return <Unread text={say('staff.loading')} hasFailed={hasFailed} onAgain={loadAgain} />
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
      <StaffTable rows={found.staff} mayChange={mayChange} onChanged={loadAgain} onAsk={setQuestion} />
      {question?.kind === 'edit' && <EditStaff row={question.row} onClose={close} onDone={done} />}
      {(question?.kind === 'pin' || question?.kind === 'password') && (
        <SetSecret kind={question.kind} person={question.row} isOwn={isOwn} onClose={close} onDone={done} />
      )}
    </div>
  )
}
