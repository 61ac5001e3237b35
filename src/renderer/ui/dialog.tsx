import { type ReactNode } from 'react'
import { Heading, Modal, ModalOverlay, Dialog as Pane } from 'react-aria-components'
import styles from './dialog.module.css'
import { useFocusBack } from './kept-focus.ts'

interface Props {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** `most`: as wide as three columns of text need. */
  readonly isWide?: boolean | 'most'
}

/** A question that must be answered before going on. The focus stays inside and is restored afterwards; Escape leaves it. */
export function Dialog({ title, isOpen, onClose, children, isWide = false }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
      className={styles['veil'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''} data-wide={isWide || undefined}>
        <Pane className={styles['pane'] ?? ''}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {title}
          </Heading>
          {children}
          <FocusBack />
        </Pane>
      </Modal>
    </ModalOverlay>
  )
}

/** Mounted as long as the question. */
function FocusBack() {
  useFocusBack()
  return null
}

export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles['buttons']}>{children}</div>
}
