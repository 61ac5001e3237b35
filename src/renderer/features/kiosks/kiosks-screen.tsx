// [S5] The machines that share this house over the network: whether it can be reached, who has joined, who is here. Owns the
// requests; the house decides who is admitted.

import { useState } from 'react'
import { useStore } from 'zustand'
import type { Output } from '../../../shared/contract/operations.ts'
import { ask, boxOffice } from '../../box-office.ts'
import { who } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { Unread } from '../../ui/unread.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useSay } from '../../ui/words.tsx'
import { AddKiosk } from './add-kiosk.tsx'
import { BackupState } from './backup-state.tsx'
import { EditKiosk } from './edit-kiosk.tsx'
import { JoinHub } from './join-hub.tsx'
import { KioskTable } from './kiosk-table.tsx'
import styles from './kiosks-screen.module.css'
import { LanState } from './lan-state.tsx'

export type KioskRow = Output<'kiosks'>['kiosks'][number]

type Question =
  | { readonly kind: 'add' | 'join' }
  | { readonly kind: 'rename' | 'shut-out'; readonly row: KioskRow }

const askKiosks = () => ask('kiosks', {})
const followKiosks = (hear: () => void) => boxOffice.subscribe({ kind: 'kiosks' }, hear)

export function KiosksScreen() {
  const say = useSay()
  const { found, hasFailed, load } = useAnswer(askKiosks, followKiosks)
  const { me } = useStore(who)
  const [question, setQuestion] = useState<Question | null>(null)
  const close = () => setQuestion(null)
  if (!found) return <Unread text={say('kiosks.loading')} hasFailed={hasFailed} onAgain={() => void load()} />
  const { lan, kiosks } = found
  return (
    <div className={styles.screen}>
      <OfficeTabs />
      <header className={styles.head}>
        <h1 className={styles.title}>{say('kiosks.title')}</h1>
        {lan?.kind === 'closed' && me?.role === 'admin' && (
          <Button onPress={() => setQuestion({ kind: 'join' })}>{say('kiosks.join')}</Button>
        )}
        {lan?.kind === 'open' && (
          <Button look="next" onPress={() => setQuestion({ kind: 'add' })}>
            {say('kiosks.add')}
          </Button>
        )}
      </header>
      <LanState
        lan={lan}
        connected={kiosks.filter(({ live }) => live !== null).length}
        mayShare={me?.role === 'admin'}
      />
      {kiosks.length > 0 ? (
        <KioskTable
          rows={kiosks}
          onRename={(row) => setQuestion({ kind: 'rename', row })}
          onShutOut={(row) => setQuestion({ kind: 'shut-out', row })}
          onLetIn={letIn}
        />
      ) : (
        <p className={styles.none}>{say('kiosks.none')}</p>
      )}
      <BackupState />
      {question?.kind === 'add' && lan?.kind === 'open' && (
        <AddKiosk found={found} address={lan.addresses.join(', ')} onClose={close} />
      )}
      {question?.kind === 'join' && <JoinHub joining={found.joining} onClose={close} />}
      {question && 'row' in question && (
        <EditKiosk row={question.row} isShuttingOut={question.kind === 'shut-out'} onClose={close} />
      )}
    </div>
  )
}

function letIn({ kioskId, name }: KioskRow): void {
  void ask('save-kiosk', { kioskId, name, active: true })
}
