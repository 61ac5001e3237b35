import { Crown, UserRound } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { customer } from '../../stores/customer.ts'
import { sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './customer-choice.module.css'
import { CustomerDialog } from './customer-dialog.tsx'

/** Whose cart it is; nobody's in particular until a customer is chosen. */
export function CustomerChoice() {
  const say = useSay()
  const { asking, showId } = useStore(sale)
  const { found } = useStore(customer)
  const [isOpen, setOpen] = useState(false)
  const isOffered = asking === null && showId !== null
  const open = () => {
    if (isOffered) setOpen(true)
  }
  useSteps([{ id: 'customer', words: say('customer.choose'), keys: ['F3'], run: open, isOffered }])
  const isVip = found?.customer.vip === true
  return (
    <>
      <Button look="quiet" isDisabled={asking !== null} onPress={open} shortcut="F3">
        {isVip ? <Crown size={16} aria-hidden /> : <UserRound size={16} aria-hidden />}
        <span className={styles.name}>
          <bdi>{found ? found.customer.name : say('customer.nobody')}</bdi>
          {isVip && <span className={styles.vip}>{say('customer.vip')}</span>}
        </span>
      </Button>
      {isOpen && <CustomerDialog title={say('customer.choose')} onClose={() => setOpen(false)} />}
    </>
  )
}
