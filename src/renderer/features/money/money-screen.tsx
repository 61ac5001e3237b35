// Money that waits for somebody: what is to be paid later, what is to be refunded, what came too late and where it is. Owns the three
// lists; the house decides what goes where.

import { ArrowLeft } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { followMoney, moneyWaiting } from '../../stores/money-waiting.ts'
import { goBack } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useSay } from '../../ui/words.tsx'
import { LateList } from './late-list.tsx'
import styles from './money-screen.module.css'
import { OwedList } from './owed-list.tsx'
import { ReservedList } from './reserved-list.tsx'

const back = () => goBack({ name: 'tonight' })

export function MoneyScreen() {
  const say = useSay()
  const { reserved, owed, slips } = useStore(moneyWaiting)
  const [told, setTold] = useState<string | null>(null)
  useEffect(followMoney, [])
  useSteps([{ id: 'back', words: say('story.back'), keys: ['Escape'], run: back, isOffered: true }])
  return (
    <div className={styles.money}>
      <header className={styles.head}>
        <Button look="quiet" onPress={back} shortcut="Esc">
          <ArrowLeft size={18} aria-hidden className={styles.back} /> {say('story.back')}
        </Button>
        <h1>{say('money.title')}</h1>
      </header>
      <p className={styles.told} role="alert">
        {told}
      </p>
      <div className={styles.lists}>
        <section aria-label={say('money.owed')}>
          <h2>{say('money.owed')}</h2>
          <OwedList owed={owed} onTold={setTold} />
        </section>
        <section aria-label={say('money.reserved')}>
          <h2>{say('money.reserved')}</h2>
          <ReservedList reserved={reserved} onTold={setTold} />
        </section>
        <section aria-label={say('money.late')}>
          <h2>{say('money.late')}</h2>
          <LateList slips={slips} />
        </section>
      </div>
    </div>
  )
}
