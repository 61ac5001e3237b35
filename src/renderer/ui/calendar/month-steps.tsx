import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from '../button.tsx'
import { useDirection, useSay } from '../words.tsx'
import styles from './month-steps.module.css'

interface Props {
  readonly title: string
  readonly onStep: (by: 1 | -1) => void
  readonly onToday: () => void
}

/** Which month or week is shown, and buttons to others. */
export function MonthSteps({ title, onStep, onToday }: Props) {
  const say = useSay()
  const [Back, On] = useDirection() === 'ltr' ? [ChevronLeft, ChevronRight] : [ChevronRight, ChevronLeft]
  return (
    <div className={styles['steps']}>
      <Button look="quiet" label={say('calendar.before')} onPress={() => onStep(-1)}>
        <Back size={18} aria-hidden />
      </Button>
      <h2 className={styles['title']} aria-live="polite">
        {title}
      </h2>
      <Button look="quiet" label={say('calendar.next')} onPress={() => onStep(1)}>
        <On size={18} aria-hidden />
      </Button>
      <Button look="quiet" onPress={onToday}>
        {say('calendar.today')}
      </Button>
    </div>
  )
}
