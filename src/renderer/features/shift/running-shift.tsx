import { useState } from 'react'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { takeLostFocus } from '../../ui/kept-focus.ts'
import { useSteps } from '../../ui/use-steps.ts'
import { useSay } from '../../ui/words.tsx'
import { Blocking } from './count-drawer.tsx'
import { MoveCash } from './move-cash.tsx'
import { OpenDrawer } from './open-drawer.tsx'
import styles from './shift-parts.module.css'
import type { Drawer, ShiftDesk } from './use-shift.ts'

interface Props {
  readonly drawer: Drawer
  readonly number: number
  readonly desk: ShiftDesk
  /** The drawer of this desk; another desk's is not opened remotely. */
  readonly isOwn: boolean
  readonly onCount: () => void
}

/** [A5] What can be done while a shift is open. */
export function RunningShift({ drawer, number, desk, isOwn, onCount }: Props) {
  const say = useSay()
  const [question, setQuestion] = useState<'cash' | 'drawer' | null>(null)
  const [told, setTold] = useState('')
  const done = (words: string) => {
    setQuestion(null)
    setTold(words)
  }
  const close = () => setQuestion(null)
  const report = () => goTo({ name: 'shift', of: { kioskId: drawer.kioskId, number, part: 'report' } })
  const steps = [
    { id: 'cash', words: say('shift.cash'), keys: ['c'], run: () => setQuestion('cash'), isOffered: true },
    {
      id: 'drawer',
      words: say('shift.noSale'),
      keys: ['d'],
      run: () => setQuestion('drawer'),
      isOffered: isOwn,
    },
    { id: 'x', words: say('shift.x'), keys: ['x'], run: report, isOffered: true },
    { id: 'next', words: say('shift.count.go'), keys: ['F9'], run: onCount, isOffered: true },
  ].filter(({ isOffered }) => isOffered)
  useSteps(steps)
  return (
    // After opening a shift or cancelling a count, the button that led here is gone, and the focus with it.
    <section ref={takeLostFocus} tabIndex={-1} className={styles.card} aria-label={say('shift.do')}>
      <Blocking drawer={drawer} />
      <div className={styles.steps}>
        {steps.slice(0, -1).map(({ id, words, keys: [key = ''], run }) => (
          <Button key={id} onPress={run} shortcut={key.toUpperCase()}>
            {words}
          </Button>
        ))}
      </div>
      <p className={styles.told} role="status">
        {told}
      </p>
      <div className={styles.next}>
        <Button look="next" shortcut="F9" onPress={onCount}>
          {say('shift.count.go')}
        </Button>
      </div>
      {question === 'cash' && <MoveCash {...{ drawer, desk }} onClose={close} onDone={done} />}
      {question === 'drawer' && <OpenDrawer {...{ drawer, desk }} onClose={close} onDone={done} />}
    </section>
  )
}
