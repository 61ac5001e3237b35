import { REASON_MAX } from '../../shared/contract/limits.ts'
import type { MessageId } from '../messages/catalogue.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { useSay } from './words.tsx'
import styles from './reason-field.module.css'

interface Props {
  readonly label: string
  /** Offered as one touch each; anything else is typed. */
  readonly usual: readonly MessageId[]
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly onEnter: () => void
  readonly isFirst?: boolean
}

/** The reason for an action, chosen by one touch or typed. */
export function ReasonField({ label, usual, reason, onReason, onEnter, isFirst = true }: Props) {
  const say = useSay()
  return (
    <>
      <Field label={label}>
        {(ids) => (
          <input
            {...ids}
            autoFocus={isFirst}
            maxLength={REASON_MAX}
            value={reason}
            onChange={({ currentTarget }) => onReason(currentTarget.value)}
            onKeyDown={({ key }) => (key === 'Enter' ? onEnter() : undefined)}
          />
        )}
      </Field>
      <div role="group" aria-label={say('reason.usual')} className={styles.usual}>
        {usual.map((id) => (
          <Button key={id} isPressed={reason === say(id)} onPress={() => onReason(say(id))}>
            {say(id)}
          </Button>
        ))}
      </div>
    </>
  )
}
