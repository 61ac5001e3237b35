import type { ReactNode } from 'react'
import { Button as Pressable } from 'react-aria-components'
import styles from './button.module.css'
import { useKeptFocus } from './kept-focus.ts'

/** `next`: the one thing to do; `plain`: an alternative; `quiet`: minor; `grave`: cannot be undone. */
export type ButtonLook = 'next' | 'plain' | 'quiet' | 'grave'

interface Props {
  readonly children: ReactNode
  readonly onPress?: () => void
  /** When a key or the pointer goes down on it; `onPress` follows on release. */
  readonly onPressStart?: () => void
  readonly look?: ButtonLook
  /** The key with the same effect, shown on the button. */
  readonly shortcut?: string | undefined
  /** The same, if there is no room to show it: only announced. */
  readonly keys?: string
  /** For screen readers, if the button shows only an icon. */
  readonly label?: string
  readonly isDisabled?: boolean
  readonly isPending?: boolean
  readonly isPressed?: boolean
  readonly type?: 'button' | 'submit'
  /** Gets the focus when it appears, unless somebody is typing elsewhere by then. */
  readonly autoFocus?: boolean
}

export function Button({
  look = 'plain',
  shortcut,
  keys = shortcut,
  label,
  isPressed,
  autoFocus = false,
  children,
  onPress,
  ...rest
}: Props) {
  const kept = useKeptFocus(rest.isDisabled === true, autoFocus)
  return (
    <Pressable
      {...rest}
      ref={kept}
      {...(onPress && { onPress })}
      {...(label && { 'aria-label': label })}
      {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
      {...(keys && { 'aria-keyshortcuts': keys, title: label ? `${label} (${keys})` : undefined })}
      className={`${styles['button']} ${styles[look]}`}
    >
      {children}
      {shortcut && (
        <kbd className={styles['key']} aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </Pressable>
  )
}
