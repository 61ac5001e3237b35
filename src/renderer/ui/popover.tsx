// What opens beside a button and closes with Escape: a small form, a calendar, a few choices. Owns how that floats over a screen;
// what is in it, and what it does, is up to its opener.

import type { ReactNode } from 'react'
import { Dialog, Popover as Floating, type PopoverProps } from 'react-aria-components'
import styles from './popover.module.css'

interface Props {
  readonly label: string
  /** Relative to the opener: below it, aligned with its start or its end. */
  readonly at: 'start' | 'end'
  /** Layout of the content. */
  readonly className?: string | undefined
  readonly children: ReactNode | ((pane: { readonly close: () => void }) => ReactNode)
}

export function Popover({ label, at, className = '', children }: Props) {
  return (
    <FloatingBox at={at}>
      <Dialog className={`${styles.pane} ${className}`} aria-label={label}>
        {children}
      </Dialog>
    </FloatingBox>
  )
}

/** The same for content that is no form, such as a menu. */
export function FloatingBox({ at, children }: Pick<PopoverProps, 'children'> & Pick<Props, 'at'>) {
  return (
    <Floating className={styles.popover ?? ''} placement={`bottom ${at}`}>
      {children}
    </Floating>
  )
}
