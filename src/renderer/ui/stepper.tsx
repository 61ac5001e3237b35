import { Minus, Plus } from 'lucide-react'
import { Button } from './button.tsx'
import styles from './stepper.module.css'
import { useFormats } from './words.tsx'

interface Props {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
  /** The buttons' labels: "Fewer seats", "More seats". */
  readonly fewer: string
  readonly more: string
  /** The label is shown beside it; otherwise it is only announced. */
  readonly isNamed?: boolean
  readonly isDisabled?: boolean
}

/** A small number by touch: one down, one up, always within its bounds. */
export function Stepper({
  label,
  value,
  min,
  max,
  onChange,
  fewer,
  more,
  isNamed,
  isDisabled = false,
}: Props) {
  const { number } = useFormats()
  return (
    <span className={styles['stepper']} role="group" aria-label={label}>
      {isNamed && <span className={styles['name']}>{label}</span>}
      <Button
        look="quiet"
        label={fewer}
        isDisabled={isDisabled || value <= min}
        onPress={() => onChange(value - 1)}
      >
        <Minus size={16} aria-hidden />
      </Button>
      <output aria-live="polite">{number(value)}</output>
      <Button
        look="quiet"
        label={more}
        isDisabled={isDisabled || value >= max}
        onPress={() => onChange(value + 1)}
      >
        <Plus size={16} aria-hidden />
      </Button>
    </span>
  )
}
