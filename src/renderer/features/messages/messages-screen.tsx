// [T2] Messages to customers, for the office: failed, waiting, and the newest ones; and the house's settings for them. Owns the
// requests; the house decides what may be changed.

import type { MessageRow } from '../../../shared/contract/message-operations.ts'
import { ask } from '../../box-office.ts'
import { messageTurns } from '../../stores/messages.ts'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { Unread } from '../../ui/unread.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useSay } from '../../ui/words.tsx'
import { MessageList } from './message-list.tsx'
import { MessageSettings } from './message-settings.tsx'
import styles from './messages-screen.module.css'
import { TestMessage } from './test-message.tsx'

/** Asked again whenever the house says that messages changed, and after a change of the settings. */
const askMessages = () => ask('messages', {})

export function MessagesScreen() {
  const say = useSay()
  const { found, hasFailed, load } = useAnswer(askMessages, messageTurns.subscribe)
  const again = () => void load()
  if (!found) return <Unread text={say('messages.loading')} hasFailed={hasFailed} onAgain={again} />
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
