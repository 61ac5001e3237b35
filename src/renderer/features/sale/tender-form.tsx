import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import { connection } from '../../stores/connection.ts'
import { sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useSay } from '../../ui/words.tsx'
import { PayLater } from './pay-later.tsx'
import styles from './tender-form.module.css'
import { useExchange } from './use-exchange.ts'
import { useMeant } from './use-meant.ts'

interface Props {
  readonly booking: Booking
  readonly children: ReactNode
  /** The next step's label: its effect and its sum. */
  readonly words: string
  /** Null if what is entered so far cannot be taken. */
  readonly onTake: (() => Promise<void> | void) | null
  /** The button gets the focus because the form has no field to begin in. */
  readonly isFirst?: boolean
}

/** One way to pay: its fields, and the one next step in its usual corner. */
export function TenderForm({ booking, children, words, onTake, isFirst = false }: Props) {
  const say = useSay()
  const { asking } = useStore(sale)
  const isConnected = useStore(connection).connection === 'open'
  const [isBusy, setBusy] = useState(false)
  const presses = useMeant()
  // While nobody knows whether the exchange's seats are still held, taking money would promise something the house has not.
  const isOver = useExchange().exchange?.isOver === true
  const mayTake = onTake !== null && isConnected && asking === null && !isBusy && !isOver
  // Only Enter takes money, so that pressing the key that led here once too often does not.
  const take = async () => {
    if (!mayTake) return
    setBusy(true)
    await onTake()
    setBusy(false)
  }
  useSteps([{ id: 'next', words, keys: [], run: () => void take(), isOffered: mayTake }])
  return (
    <form
      {...presses}
      className={styles.tender}
      onSubmit={(event) => {
        event.preventDefault()
        // Events of a form in a dialog opened from here bubble up to this one: its Enter must take no money.
        if (event.target === event.currentTarget) void take()
      }}
    >
      <div className={styles.fields}>{children}</div>
      <footer className={styles.steps}>
        {!isConnected && <p className={styles.offline}>{say('pay.offline')}</p>}
        <PayLater booking={booking} />
        <Button type="submit" look="next" shortcut="Enter" isDisabled={!mayTake} autoFocus={isFirst}>
          {asking === 'pay' || isBusy ? say('pay.taking') : words}
        </Button>
      </footer>
    </form>
  )
}
