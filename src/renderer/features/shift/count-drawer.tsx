import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { blockingNames } from '../../messages/refusal-text.ts'
import { CashCounter } from './cash-counter.tsx'
import { type CountText, declaredIn, isTyped, sumIn } from './counted-cash.ts'
import styles from './shift-parts.module.css'
import { ShiftProblem } from './shift-problem.tsx'
import type { Drawer, ShiftDesk } from './use-shift.ts'

interface Props {
  readonly drawer: Drawer
  readonly number: number
  readonly desk: ShiftDesk
  readonly counts: readonly CountText[]
  readonly onCounts: (counts: readonly CountText[]) => void
  readonly onLeave: () => void
}

/** [A5] The blind count: what the books expect is never requested here. */
export function CountDrawer({ drawer, number, desk, counts, onCounts, onLeave }: Props) {
  const say = useSay()
  const { money, list } = useFormats()
  const declared = counts.map(declaredIn)
  const isReadable = declared.every((one) => one !== null)
  // One key press too many must not declare a count: an empty drawer is a zero that somebody typed.
  const isCounted = counts.some(isTyped)
  const mayDeclare = isReadable && isCounted
  const sum = list(counts.map((count) => money(sumIn(count), count.currency)))
  const declare = () => {
    if (!mayDeclare) return
    const { kioskId } = drawer
    const told = declared.flatMap((one) => one ?? [])
    void desk
      .send('count-drawer', { kioskId, number, counts: told })
      .then((isDone) => (isDone ? onLeave() : undefined))
  }
  const words = desk.isAsking ? say('shift.count.declaring') : say('shift.count.yes', { sum })
  useSteps([
    { id: 'next', words, keys: ['F9'], run: declare, isOffered: mayDeclare },
    { id: 'back', words: say('shift.count.keep'), keys: ['Escape'], run: onLeave, isOffered: true },
  ])
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{say('shift.count.title')}</h2>
      <p className={styles.text}>{say('shift.count.text')}</p>
      <Blocking drawer={drawer} />
      <CashCounter counts={counts} onCounts={onCounts} />
      <ShiftProblem problem={desk.problem} zone={drawer.zone} />
      <div className={styles.next}>
        {!isCounted && <p className={styles.none}>{say('shift.count.none')}</p>}
        <Button onPress={onLeave} shortcut="Esc">
          {say('shift.count.keep')}
        </Button>
        <Button look="next" shortcut="F9" isDisabled={!mayDeclare || desk.isAsking} onPress={declare}>
          {words}
        </Button>
      </div>
    </section>
  )
}

/** What must be finished first, by name, with a link to it. */
export function Blocking({ drawer: { blocking } }: { readonly drawer: Drawer }) {
  const say = useSay()
  const formats = useFormats()
  if (blocking.length === 0) return null
  return (
    <div className={styles.blocked}>
      <p>
        <strong>{say('shift.blocking')}:</strong> {blockingNames(blocking, say, formats)}
      </p>
      <Button onPress={() => goTo({ name: 'tonight' })}>{say('shift.blocking.go')}</Button>
    </div>
  )
}
