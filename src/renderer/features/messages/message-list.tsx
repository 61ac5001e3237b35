import type { MessageRow } from '../../../shared/contract/message-operations.ts'
import { ask } from '../../box-office.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { MessageState } from '../../ui/message-state.tsx'
import table from '../../ui/plain-table.module.css'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './messages-screen.module.css'

interface Props {
  readonly title: string
  /** Shown if the list is empty. */
  readonly none: string
  readonly rows: readonly MessageRow[]
  readonly zone: string
}

export function MessageList({ title, none, rows, zone }: Props) {
  const say = useSay()
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>
        {title} {rows.length > 0 && <span className={styles.count}>{rows.length}</span>}
      </h2>
      {rows.length === 0 && <p className={styles.none}>{none}</p>}
      {rows.length > 0 && (
        <table className={table['table']}>
          <thead>
            <tr>
              {(['messages.what', 'messages.to', 'messages.state'] as const).map((id) => (
                <th key={id} scope="col">
                  {say(id)}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{say('messages.steps')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.messageId} row={row} zone={zone} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Line({ row, zone }: { readonly row: MessageRow; readonly zone: string }) {
  const say = useSay()
  const { bookingId, messageId, recipient, kind, state } = row
  return (
    <tr>
      <th scope="row">
        {bookingId === null ? (
          say(`told.kind.${kind}`)
        ) : (
          <a href={`#/booking/${bookingId}`} onClick={() => goTo({ name: 'booking', bookingId })}>
            {say(`told.kind.${kind}`)}
          </a>
        )}
      </th>
      <td className={styles.to}>
        <bdi dir="ltr">{recipient}</bdi>
      </td>
      <td>
        <MessageState row={row} zone={zone} />
      </td>
      <td className={styles.steps}>
        {(state === 'failed' || state === 'waiting') && (
          <Button
            label={say('told.again.whom', { to: isolated(recipient) })}
            onPress={() => void ask('retry-message', { messageId })}
          >
            {say('told.again')}
          </Button>
        )}
      </td>
    </tr>
  )
}
