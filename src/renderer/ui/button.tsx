import type { ReactNode } from 'react'
import { Button as Pressable } from 'react-aria-components'
import styles from './button.module.css'
import { useKeptFocus } from './kept-focus.ts'

/** `next`: the one thing to do; `plain`: what may be done; `quiet`: small change; `grave`: cannot be taken back. */
export type ButtonLook = 'next' | 'plain' | 'quiet' | 'grave'

interface Props {
  readonly children: ReactNode
  readonly onPress?: () => void
  /** A key or the pointer goes down on it; `onPress` follows when it comes up. */
  readonly onPressStart?: () => void
  readonly look?: ButtonLook
  /** The key that does the same, shown on the button. */
  readonly shortcut?: string | undefined
  /** The same, where there is no room to show it: only said. */
  readonly keys?: string
  /** Said by screen readers where the face shows only a picture. */
  readonly label?: string
  readonly isDisabled?: boolean
  readonly isPending?: boolean
  readonly isPressed?: boolean
  readonly type?: 'button' | 'submit'
  /** Has the focus when it appears, unless somebody types elsewhere by then. */
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
