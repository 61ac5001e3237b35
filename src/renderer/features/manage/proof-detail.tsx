// One picture of a transfer with everything that helps to judge it: what it pays for, whose it is, how long it has waited, and the
// state of its booking. Owns the two keys; must never accept by itself.

import { useState } from 'react'
import { MINUTE_MS } from '../../../shared/lib/time.ts'
import { deskName } from '../../stores/desks.ts'
import type { Proof } from '../../stores/proofs.ts'
import { goTo } from '../../stores/screen.ts'
import { BookingStateChip } from '../../ui/booking-state.tsx'
import { Button } from '../../ui/button.tsx'
import { RejectPicture } from '../../ui/reject-picture.tsx'
import { TransferPicture } from '../../ui/transfer-picture.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { spanText } from './change-text.ts'
import styles from './proofs-desk.module.css'

interface Props {
  readonly proof: Proof
  readonly isAsking: boolean
  readonly onJudge: (proof: Proof, accepted: boolean) => void
}

export function ProofDetail({ proof, isAsking, onJudge }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const [asks, setAsks] = useState(false)
  const { bookingId, paymentId, state } = proof
  const amount = money(proof.amountMinor, proof.currency)
  // An admitted customer has already used what the picture paid for.
  const mayReject = state !== 'completed'
  const accept = () => onJudge(proof, true)
  useKeys({ F9: accept, ...(mayReject && { F8: () => setAsks(true) }) })
  return (
    <section className={styles['detail']} aria-label={say('proof.pictureOf', { amount })}>
      <TransferPicture {...{ bookingId, paymentId, amount }} />
      <div className={styles['side']}>
        <Facts proof={proof} amount={amount} />
        <StateNote proof={proof} />
        <div className={styles['keys']}>
          <Button look="next" shortcut="F9" isDisabled={isAsking} onPress={accept}>
            {say('proof.accept')}
          </Button>
          <Button shortcut="F8" isDisabled={isAsking || !mayReject} onPress={() => setAsks(true)}>
            {say('proof.reject')}
          </Button>
          <Button look="quiet" onPress={() => goTo({ name: 'booking', bookingId })}>
            {say('proofs.open')}
          </Button>
        </div>
      </div>
      <RejectPicture
        amount={amount}
        isOpen={asks}
        onClose={() => setAsks(false)}
        onReject={() => {
          setAsks(false)
          onJudge(proof, false)
        }}
      />
    </section>
  )
}

function Facts({ proof, amount }: { readonly proof: Proof; readonly amount: string }) {
  const say = useSay()
  const { day, clock, money, seatNames } = useFormats()
  const nowMs = useHubNow(MINUTE_MS / 6)
  const { zone, shownAtMs, startsAtMs, title, seats, totalMinor, currency, customer, seller, kioskId } = proof
  const at = (instantMs: number) => `${day(instantMs, zone)} ${clock(instantMs, zone)}`
  const facts = [
    [
      'holds.amount',
      totalMinor === proof.amountMinor ? amount : `${amount} / ${money(totalMinor, currency)}`,
    ],
    ['proofs.number', proof.number ?? '—'],
    ['holds.show', `${title} · ${at(startsAtMs)}`],
    ['field.seatIds', seatNames(seats)],
    ['holds.customer', customer ?? say('find.noCustomer')],
    [
      'holds.seller',
      seller === ''
        ? deskName(kioskId, say)
        : say('story.sellerAt', { name: seller, kiosk: deskName(kioskId, say) }),
    ],
    ['proofs.since', `${at(shownAtMs)} (${spanText(nowMs - shownAtMs, say)})`],
  ] as const
  return (
    <dl className={styles['facts']}>
      {facts.map(([head, text]) => (
        <div key={head}>
          <dt>{say(head)}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The state of the booking by now, if it changes the meaning of accepting or rejecting. */
function StateNote({ proof: { state, endsAtMs, zone } }: { readonly proof: Proof }) {
  const say = useSay()
  const { exactClock } = useFormats()
  const isOver = state === 'expired' || state === 'cancelled' || state === 'payment_failed'
  return (
    <div className={styles['state']}>
      <BookingStateChip state={state} />
      {isOver && <p role="note">{say('proofs.over')}</p>}
      {state === 'completed' && <p role="note">{say('proofs.letIn')}</p>}
      {endsAtMs !== null && <p role="note">{say('proofs.rest', { time: exactClock(endsAtMs, zone) })}</p>}
    </div>
  )
}
