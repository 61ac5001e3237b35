// On-screen letters for the focused field, for machines without keyboard. Owns their layout; must never keep what is typed.

import { Delete, ArrowBigUp } from 'lucide-react'
import { type MouseEvent, type ReactNode, useState } from 'react'
import styles from './touch-keys.module.css'
import { useSay } from './words.tsx'

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl-', 'zxcvbnm,.!']

interface Props {
  readonly onKey: (letter: string) => void
  readonly onErase: () => void
}

export function TouchKeys({ onKey, onErase }: Props) {
  const say = useSay()
  const [isLarge, setIsLarge] = useState(false)
  return (
    <div className={styles.keys} role="group" aria-label={say('kiosk.keys')} dir="ltr">
      {rows.map((row) => (
        <div key={row} className={styles.row}>
          {Array.from(isLarge ? row.toUpperCase() : row, (letter) => (
            <TouchKey key={letter} onPress={() => onKey(letter)}>
              {letter}
            </TouchKey>
          ))}
        </div>
      ))}
      <div className={styles.row}>
        <TouchKey label={say('kiosk.capitals')} isOn={isLarge} onPress={() => setIsLarge(!isLarge)}>
          <ArrowBigUp size={20} aria-hidden />
        </TouchKey>
        <TouchKey label={say('kiosk.space')} isWide onPress={() => onKey(' ')}>
          {say('kiosk.space')}
        </TouchKey>
        <TouchKey label={say('kiosk.erase')} onPress={onErase}>
          <Delete size={20} aria-hidden />
        </TouchKey>
      </div>
    </div>
  )
}

interface KeyProps {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly label?: string
  readonly isOn?: boolean
  readonly isWide?: boolean
}

const keepFocus = (event: MouseEvent) => event.preventDefault()

/** The field keeps the focus; whoever has a keyboard types on it, so these keys are not in the tab order. */
function TouchKey({ children, onPress, label, isOn, isWide }: KeyProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.key}
      data-wide={isWide}
      aria-label={label}
      aria-pressed={isOn}
      onMouseDown={keepFocus}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
