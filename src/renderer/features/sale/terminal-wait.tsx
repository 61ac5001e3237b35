// [H6] The terminal was asked and has not answered yet: how long the house waits for it, and the way out. Owns what is shown
// meanwhile; the answer arrives as an event, and giving up asks for confirmation once.

import { CreditCard } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import type { Payment } from '../../../shared/domain/tender.ts'
import { SECOND_MS } from '../../../shared/lib/time.ts'
import { boxOffice } from '../../box-office.ts'
import { giveUp } from '../../stores/payment.ts'
import { sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { HoldRing } from '../../ui/hold-ring.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useSteps } from '../../ui/use-steps.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './terminal-wait.module.css'
import { forgetPress } from './use-meant.ts'

/** Most terminals have answered by then; after that, a waiting user wants to know that work is in progress. */
const LONG_MS = 8 * SECOND_MS

interface Props {
  readonly booking: Booking
  readonly asked: Payment
}

export function TerminalWait({ booking, asked }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const { asking } = useStore(sale)
  const isCustomers = useIsCustomers()
  const words = say(isCustomers ? 'self.paying' : 'pay.waiting')
  const [asks, setAsks] = useState(false)
  const nowMs = useHubNow(SECOND_MS / 4)
  const leftMs = (asked.untilMs ?? 0) - nowMs
  const [wholeMs] = useState(() => Math.max(1, (asked.untilMs ?? 0) - boxOffice.hubNowMs()))
  // The press that asked the terminal is forgotten, so that the next one counts for what is shown after the answer.
  useEffect(forgetPress, [])
  const isLong = wholeMs - leftMs > LONG_MS
  useSteps([
    {
      id: 'give-up',
      words: say('pay.giveUp'),
      keys: ['Delete'],
      run: () => setAsks(true),
      isOffered: asking === null,
    },
  ])
  return (
    <section className={styles.wait} aria-label={words}>
      <div role="status" className={styles.told}>
        <CreditCard size={32} aria-hidden />
        <h2>{words}</h2>
        <p className={styles.sum}>{money(asked.amountMinor, booking.totals.currency)}</p>
        <p>
          {say(isCustomers ? 'self.paying.text' : 'pay.waiting.text', { mode: say(`mode.${asked.mode}`) })}
        </p>
        <p className={styles.long}>{isLong && say('pay.waiting.long')}</p>
      </div>
      <HoldRing leftMs={leftMs} wholeMs={wholeMs} label={say('pay.waiting.left')} />
      <Button look="grave" shortcut="Delete" isDisabled={asking !== null} onPress={() => setAsks(true)}>
        {say('pay.giveUp')}
      </Button>
      <Dialog title={say('pay.giveUp.title')} isOpen={asks} onClose={() => setAsks(false)}>
        <p>{say('pay.giveUp.text')}</p>
        <DialogButtons>
          <Button onPress={() => setAsks(false)} autoFocus>
            {say('pay.giveUp.wait')}
          </Button>
          <Button
            look="grave"
            onPress={() => {
              setAsks(false)
              void giveUp()
            }}
          >
            {say('pay.giveUp')}
          </Button>
        </DialogButtons>
      </Dialog>
    </section>
  )
}
