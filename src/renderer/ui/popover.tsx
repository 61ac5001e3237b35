// What opens beside a button and is left with Escape: a small form, a sheet of days, a few choices. Owns how that floats over a screen; what is
// in it, and what it does, is its opener's.

import type { ReactNode } from 'react'
import { Dialog, Popover as Floating, type PopoverProps } from 'react-aria-components'
import styles from './popover.module.css'

interface Props {
  readonly label: string
  /** Of the opener: below it, begun at its start or ended at its end. */
  readonly at: 'start' | 'end'
  /** How what is in it lies. */
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

/** The same for what is no form: a menu. */
export function FloatingBox({ at, children }: Pick<PopoverProps, 'children'> & Pick<Props, 'at'>) {
  return (
    <Floating className={styles.popover ?? ''} placement={`bottom ${at}`}>
      {children}
    </Floating>
  )
}
