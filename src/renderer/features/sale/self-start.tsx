import { useStore } from 'zustand'
import { goTo } from '../../stores/screen.ts'
import { switchStaff, who } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useSay } from '../../ui/words.tsx'
import { CustomerIdle } from './customer-idle.tsx'
import styles from './self-start.module.css'

/** Where every self-service customer begins: a list of shows to touch. Staff can leave it by PIN. */
export function SelfStart() {
  const say = useSay()
  const { hasTerminal } = useStore(who)
  return (
    <div className={styles.start}>
      {hasTerminal ? (
        <CustomerIdle onChoose={(showId) => goTo({ name: 'sell', showId })} />
      ) : (
        <Empty isWhole title={say('customer.welcome')} text={say('self.noTerminal')} />
      )}
      <footer className={styles.foot}>
        <Button look="quiet" onPress={() => switchStaff(true)}>
          {say('self.staff')}
        </Button>
      </footer>
    </div>
  )
}
