// [T2] Messages to customers, for the office: failed, waiting, and the newest ones; and the house's settings for them. Owns the
// requests; the house decides what may be changed.

import { useCallback, useEffect, useState } from 'react'
import type { MessageRow } from '../../../shared/contract/message-operations.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import { ask } from '../../box-office.ts'
import { messageTurns } from '../../stores/messages.ts'
import { Waiting } from '../../ui/empty.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { useSay } from '../../ui/words.tsx'
import { MessageList } from './message-list.tsx'
import { MessageSettings } from './message-settings.tsx'
import styles from './messages-screen.module.css'
import { TestMessage } from './test-message.tsx'

export function MessagesScreen() {
  const say = useSay()
  const { found, again } = useMessages()
  if (!found) return <Waiting text={say('messages.loading')} />
  return (
    <div className={styles.screen}>
      <OfficeTabs />
      <h1 className={styles.title}>{say('messages.title')}</h1>
      <div className={styles.parts}>
        <div className={styles.lists}>
          <MessageList
            title={say('messages.failed')}
            none={say('messages.failed.none')}
            rows={found.failed}
            zone={found.zone}
          />
          <MessageList
            title={say('messages.waiting')}
            none={say('messages.waiting.none')}
            rows={found.waiting}
            zone={found.zone}
          />
          <MessageList
            title={say('messages.newest')}
            none={say('messages.newest.none')}
            rows={found.newest.filter(isOver)}
            zone={found.zone}
          />
        </div>
        <div className={styles.side}>
          <MessageSettings found={found} onSaved={again} />
          {found.messaging && <TestMessage messaging={found.messaging} />}
        </div>
      </div>
    </div>
  )
}

/** The others are listed above already. */
function isOver({ state }: MessageRow): boolean {
  return state === 'sent' || state === 'dropped'
}

/** Loaded again whenever the house says that messages changed, and after a change of the settings. */
function useMessages() {
  const [found, setFound] = useState<Output<'messages'> | null>(null)
  const load = useCallback(() => {
    void ask('messages', {}).then((answer) => (answer.kind === 'done' ? setFound(answer.value) : undefined))
  }, [])
  useEffect(() => {
    load()
    return messageTurns.subscribe(load)
  }, [load])
  return { found, again: load }
}
