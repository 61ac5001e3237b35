import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { CashCounter } from './cash-counter.tsx'
import { type CountText, declaredIn, sumIn } from './counted-cash.ts'
import styles from './shift-parts.module.css'
import { ShiftProblem } from './shift-problem.tsx'
import type { Drawer, ShiftDesk } from './use-shift.ts'

interface Props {
  readonly drawer: Drawer
  readonly desk: ShiftDesk
  readonly counts: readonly CountText[]
  readonly onCounts: (counts: readonly CountText[]) => void
  readonly onOpened: () => void
}

/** [A5] The float is counted, and the shift begins with it. */
export function OpenShift({ drawer, desk, counts, onCounts, onOpened }: Props) {
  const say = useSay()
  const { money, list } = useFormats()
  const floats = counts.map(declaredIn)
  const isReadable = floats.every((one) => one !== null)
  const sum = list(counts.map((count) => money(sumIn(count), count.currency)))
  const open = () => {
    const declared = floats.flatMap((one) => one ?? [])
    if (!isReadable) return
    void desk
      .send('open-shift', { kioskId: drawer.kioskId, floats: declared })
      .then((isDone) => (isDone ? onOpened() : undefined))
  }
  const words = desk.isAsking ? say('shift.opening') : say('shift.open.yes', { sum })
  useSteps([{ id: 'next', words, keys: ['F9'], run: open, isOffered: isReadable }])
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{say('shift.open.title', { number: drawer.nextNumber })}</h2>
      <p className={styles.text}>
        {say('shift.open.text')} {drawer.isRequired && say('shift.required')}
      </p>
      <CashCounter counts={counts} onCounts={onCounts} />
      <ShiftProblem problem={desk.problem} zone={drawer.zone} />
      <div className={styles.next}>
        <Button look="next" shortcut="F9" isDisabled={!isReadable || desk.isAsking} onPress={open}>
          {words}
        </Button>
      </div>
    </section>
  )
}
