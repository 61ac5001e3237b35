// [T2] The messages sent to a booking's customer and their delivery states, and sending the tickets. Used wherever a booking is
// shown. Owns the requests; where a message goes, and when, is decided by the house.

import { Send } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { MessageRow } from '../../shared/contract/message-operations.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { ask } from '../box-office.ts'
import { messageTurns } from '../stores/messages.ts'
import { goTo } from '../stores/screen.ts'
import { isOfOffice, who } from '../stores/who.ts'
import { Button } from './button.tsx'
import styles from './customer-messages.module.css'
import { MessageState } from './message-state.tsx'
import { SendTickets } from './send-tickets.tsx'
import { useSteps } from './use-steps.ts'
import { isolated, useSay } from './words.tsx'

type Told = Output<'messages-of'>

interface Props {
  readonly bookingId: BookingId
  readonly zone: string
  /** There are tickets that can be sent. */
  readonly maySend: boolean
}

export function CustomerMessages({ bookingId, zone, maySend }: Props) {
  const say = useSay()
  const told = useTold(bookingId)
  const [isSending, setSending] = useState(false)
  const mayNow = maySend && (told?.channels.length ?? 0) > 0
  useSteps([
    {
      id: 'told.send',
      words: say('told.send'),
      keys: ['e'],
      isOffered: mayNow && !isSending,
      run: () => (mayNow ? setSending(true) : undefined),
    },
  ])
  if (!told) return null
  return (
    <section className={styles['told']} aria-label={say('told.title')}>
      {told.messages.length > 0 && (
        <ul>
          {told.messages.map((row) => (
            <Line key={row.messageId} row={row} zone={zone} />
          ))}
        </ul>
      )}
      {told.channels.length === 0 && <NotSetUp />}
      {mayNow && (
        <Button shortcut="E" onPress={() => setSending(true)}>
          <Send size={18} aria-hidden /> {say('told.send')}
        </Button>
      )}
      {isSending && <SendTickets bookingId={bookingId} told={told} onClose={() => setSending(false)} />}
    </section>
  )
}

function Line({ row, zone }: { readonly row: MessageRow; readonly zone: string }) {
  const say = useSay()
  const mayRetry = row.state === 'failed' || (row.state === 'waiting' && row.attempts > 0)
  return (
    <li>
      <span className={styles['what']}>
        {say(`told.kind.${row.kind}`)} · <bdi>{row.recipient}</bdi>
      </span>
      <MessageState row={row} zone={zone} />
      {mayRetry && (
        <Button
          look="quiet"
          label={say('told.again.whom', { to: isolated(row.recipient) })}
          onPress={() => void ask('retry-message', { messageId: row.messageId })}
        >
          {say('told.again')}
        </Button>
      )}
    </li>
  )
}

function NotSetUp() {
  const say = useSay()
  const state = useStore(who)
  return (
    <p className={styles['off']}>
      {say('told.off')}{' '}
      {isOfOffice(state) && (
        <a href="#/messages" onClick={() => goTo({ name: 'messages' })}>
          {say('told.setUp')}
        </a>
      )}
    </p>
  )
}

/** Loaded again whenever the house says that messages changed. */
function useTold(bookingId: BookingId): Told | null {
  const [told, setTold] = useState<Told | null>(null)
  useEffect(() => {
    let isCurrent = true
    const load = () =>
      void ask('messages-of', { bookingId }).then((answer) =>
        isCurrent && answer.kind === 'done' ? setTold(answer.value) : undefined,
      )
    load()
    const end = messageTurns.subscribe(load)
    return () => {
      isCurrent = false
      end()
    }
  }, [bookingId])
  return told
}
