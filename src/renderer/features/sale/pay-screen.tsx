// Taking the money: the amount due in large print, every way to pay beside it, and the one next step labelled with its sum. Enter
// with nothing typed means: all of it, exactly. Owns which way is chosen; the payment itself is in stores/payment.ts.

import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { type Booking, dueMinor } from '../../../shared/domain/booking.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { type PaymentMode, inFlight } from '../../../shared/domain/tender.ts'
import { differenceMinor } from '../../stores/exchanging.ts'
import { restoring } from '../../stores/sale-keeping.ts'
import { sale } from '../../stores/sale.ts'
import { goTo } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { unitOf } from '../../ui/unit-of.ts'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useSteps } from '../../ui/use-steps.ts'
import { useSay } from '../../ui/words.tsx'
import { CashTender } from './cash-tender.tsx'
import { ExchangeTender } from './exchange-tender.tsx'
import { HoldClock } from './hold-clock.tsx'
import { NothingTender } from './nothing-tender.tsx'
import { PayDue } from './pay-due.tsx'
import { PayModes } from './pay-modes.tsx'
import styles from './pay-screen.module.css'
import { ProofTender } from './proof-tender.tsx'
import { SaleNotice } from './sale-notice.tsx'
import { TerminalTender } from './terminal-tender.tsx'
import { TerminalWait } from './terminal-wait.tsx'
import { useExchange } from './use-exchange.ts'
import { WalletTender } from './wallet-tender.tsx'

export function PayScreen({ showId }: { readonly showId: ShowId }) {
  const say = useSay()
  const { booking } = useStore(sale)
  const { isAsked } = useStore(restoring)
  const unit = unitOf(useStore(shows).rows.get(showId)?.sort)
  if (booking) return <TakeMoney booking={booking} />
  if (isAsked) return <Waiting text={say('story.loading')} />
  return (
    <Empty isWhole title={say('pay.none.title')} text={say('pay.none.text')}>
      <Button look="next" onPress={() => goTo({ name: 'sell', showId })}>
        {say('pay.back', { unit })}
      </Button>
    </Empty>
  )
}

function TakeMoney({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const row = useStore(shows).rows.get(booking.showId)
  const [mode, setMode] = useState<PaymentMode>(useIsCustomers() ? 'CARD' : 'CASH')
  const asked = inFlight(booking.payments)
  const back = () => goTo({ name: 'sell', showId: booking.showId })
  const backWords = say('pay.back', { unit: unitOf(row?.sort) })
  useSteps([{ id: 'back', words: backWords, keys: ['Escape'], run: back, isOffered: true }])
  return (
    <div className={styles.pay}>
      <SaleNotice zone={row?.zone ?? 'UTC'} isOfMoney />
      <header className={styles.head}>
        <Button look="quiet" onPress={back} shortcut="Esc">
          <ArrowLeft size={18} aria-hidden className={styles.back} /> {backWords}
        </Button>
        <HoldClock />
      </header>
      <PayDue booking={booking} row={row} />
      {asked ? (
        <TerminalWait booking={booking} asked={asked} />
      ) : (
        <Ways booking={booking} mode={mode} onMode={setMode} />
      )}
    </div>
  )
}

interface WaysProps {
  readonly booking: Booking
  readonly mode: PaymentMode
  readonly onMode: (mode: PaymentMode) => void
}

function Ways({ booking, mode, onMode }: WaysProps) {
  const { exchange } = useExchange()
  const difference = exchange && differenceMinor(booking, exchange)
  // [T4] The old seats cover everything: no way to pay to choose.
  const isPaid = difference !== null && difference <= 0
  if (!exchange && dueMinor(booking) === 0)
    return (
      <div className={styles.ways}>
        <span />
        <NothingTender booking={booking} />
      </div>
    )
  return (
    <div className={styles.ways}>
      {isPaid ? <span /> : <PayModes mode={mode} onChoose={onMode} />}
      {exchange && isPaid ? (
        <ExchangeTender booking={booking} exchange={exchange} difference={difference} />
      ) : (
        // Keyed, so that what was typed for one way to pay, or before a part payment, is not carried over.
        <Tender key={`${mode} ${booking.payments.length}`} booking={booking} mode={mode} />
      )}
    </div>
  )
}

function Tender({ booking, mode }: { readonly booking: Booking; readonly mode: PaymentMode }) {
  if (mode === 'CASH') return <CashTender booking={booking} />
  if (mode === 'WALLET') return <WalletTender booking={booking} />
  if (mode === 'PROOF') return <ProofTender booking={booking} />
  return <TerminalTender booking={booking} mode={mode} />
}
