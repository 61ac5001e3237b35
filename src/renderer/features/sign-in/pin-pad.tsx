import { Delete } from 'lucide-react'
import { type MouseEvent, type ReactNode } from 'react'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './pin-pad.module.css'

interface Props {
  readonly onDigit: (digit: string) => void
  readonly onBack: () => void
  readonly onClear: () => void
}

/** Digits to touch, laid out like a telephone's in every language. */
export function PinPad({ onDigit, onBack, onClear }: Props) {
  const say = useSay()
  const { number } = useFormats()
  const digit = (value: number) => (
    <PadKey key={value} onPress={() => onDigit(String(value))}>
      {number(value)}
    </PadKey>
  )
  return (
    <div className={styles.pad} role="group" aria-label={say('signIn.pad')} dir="ltr">
      {[1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit)}
      <PadKey onPress={onClear} isSmall>
        {say('signIn.clear')}
      </PadKey>
      {digit(0)}
      <PadKey onPress={onBack} label={say('signIn.back')}>
        <Delete size={22} aria-hidden />
      </PadKey>
    </div>
  )
}

interface KeyProps {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly label?: string
  readonly isSmall?: boolean
}

const keepFocus = (event: MouseEvent) => event.preventDefault()

/** The field keeps the focus, so that Enter still submits the PIN. */
function PadKey({ children, onPress, label, isSmall = false }: KeyProps) {
  return (
    <button
      type="button"
      className={styles.key}
      data-small={isSmall || undefined}
      aria-label={label}
      onMouseDown={keepFocus}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
