import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './screen-head.module.css'
import { useSay } from './words.tsx'

interface Props {
  readonly onBack: () => void
  /** The screen's subject; small elements in it are secondary. */
  readonly children: ReactNode
}

/** The line above a screen's content: the way back, and where one is. Placed in the grid area `head` of its screen. */
export function ScreenHead({ onBack, children }: Props) {
  const say = useSay()
  return (
    <header className={styles.head}>
      <Button look="quiet" onPress={onBack} shortcut="Esc">
        <ArrowLeft size={18} aria-hidden className={styles.back} /> {say('story.back')}
      </Button>
      <h1 className={styles.title}>{children}</h1>
    </header>
  )
}
