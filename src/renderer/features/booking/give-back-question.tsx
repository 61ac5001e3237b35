// Asked before any refund [P10]: which seats, how much, where to, and why. Owns the question; must never be answered by a key that
// was pressed for another screen: the sum is on the button.

import { useState } from 'react'
import { REASON_MAX } from '../../../shared/contract/limits.ts'
import type { Booking } from '../../../shared/domain/booking.ts'
import { type RefundTo, backAsItCame } from '../../../shared/domain/refund.ts'
import { useStore } from 'zustand'
import { switchStaff, who, isOfOffice } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { sumsOf } from '../../ui/money-ways.ts'
import { useLineName } from '../../ui/use-line-name.ts'
import { useWays } from '../../ui/use-ways.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import type { GiveBack } from './give-back.ts'
import styles from './give-back-question.module.css'
import type { Story } from './use-story.ts'

export interface Wish {
  readonly reason: string
  readonly refundTo: RefundTo
}

interface Props {
  readonly story: Story
  readonly back: GiveBack
  readonly onClose: () => void
  readonly onYes: (wish: Wish) => Promise<void>
}

/** The usual reasons, one touch each; anything else is typed. */
const usual = ['cancel.reason.customer', 'cancel.reason.wrong', 'cancel.reason.show'] as const
/** Shows what will be refunded before it is done; undoing a sale needs a reason. */
export function GiveBackQuestion({ story, back, onClose, onYes }: Props) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [refundTo, setRefundTo] = useState<RefundTo>('same')
  const asksWhy = back.kind === 'seats' || story.booking.state === 'confirmed'
  const mayGo = !asksWhy || reason.trim() !== ''
  const isManagers = useIsManagers(story, back)
  const go = () => {
    onClose()
    void onYes({ reason: reason.trim(), refundTo })
  }
  return (
    <Dialog title={useTitle(back)} isOpen onClose={onClose}>
      <p className={styles.sum}>{useSum(story, back)}</p>
      {back.refundMinor > 0 && <Where {...{ story, back, refundTo }} onChange={setRefundTo} />}
      {back.kind !== 'money' && (
        <>
          <Field label={asksWhy ? say('cancel.reason') : say('cancel.reasonIfAny')}>
            {(ids) => (
              <input
                {...ids}
                autoFocus
                maxLength={REASON_MAX}
                value={reason}
                onChange={({ currentTarget }) => setReason(currentTarget.value)}
                onKeyDown={({ key }) =>
                  key === 'Enter' && reason.trim() !== '' && !isManagers ? go() : undefined
                }
              />
            )}
          </Field>
          <div role="group" aria-label={say('cancel.usual')} className={styles.usual}>
            {usual.map((id) => (
              <Button key={id} isPressed={reason === say(id)} onPress={() => setReason(say(id))}>
                {say(id)}
              </Button>
            ))}
          </div>
        </>
      )}
      {isManagers && <ManagersOnly limitMinor={story.giveBackMaxMinor} booking={story.booking} />}
      <DialogButtons>
        <Button onPress={onClose}>{say(back.kind === 'cancel' ? 'cancel.keep' : 'back.keep')}</Button>
        <Button look="grave" isDisabled={!mayGo || isManagers} onPress={go}>
          {useYes(story, back)}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

/** [P10] Shown before the house would have to refuse. */
function useIsManagers({ giveBackMaxMinor }: Story, { refundMinor }: GiveBack): boolean {
  const isManager = isOfOffice(useStore(who))
  return refundMinor > giveBackMaxMinor && !isManager
}

interface ManagersProps {
  readonly limitMinor: number
  readonly booking: Booking
}

function ManagersOnly({ limitMinor, booking: { totals } }: ManagersProps) {
  const say = useSay()
  const { money } = useFormats()
  return (
    <div className={styles.managers} role="note">
      <p>{say('back.manager', { limit: money(limitMinor, totals.currency) })}</p>
      <Button onPress={() => switchStaff(true)}>{say('back.callManager')}</Button>
    </div>
  )
}

function useTitle({ kind, lines }: GiveBack): string {
  const say = useSay()
  if (kind === 'money') return say('back.titleMoney')
  return say(kind === 'seats' ? 'back.titleSeats' : 'cancel.title', { count: lines.length })
}

function useSum({ booking }: Story, { kind, lines, refundMinor }: GiveBack): string {
  const say = useSay()
  const { money, seatNames } = useFormats()
  const nameOf = useLineName(booking.showId)
  const total = money(refundMinor, booking.totals.currency)
  if (kind === 'money') return say('back.sumMoney', { total })
  const seats = seatNames(lines.map(nameOf))
  const free = say('back.seatsFree', { count: lines.length })
  if (refundMinor > 0) return `${say('back.sum', { total, seats })} ${free}`
  return `${booking.state === 'confirmed' ? say('back.nothing', { seats }) : say('cancel.unpaid')} ${free}`
}

function useYes({ booking }: Story, { kind, refundMinor }: GiveBack): string {
  const say = useSay()
  const { money } = useFormats()
  const total = money(refundMinor, booking.totals.currency)
  if (kind !== 'cancel') return refundMinor > 0 ? say('back.yes', { total }) : say('back.yesNothing')
  return refundMinor > 0 ? say('cancel.yesPaid', { total }) : say('story.cancel')
}

interface WhereProps extends Pick<Props, 'story' | 'back'> {
  readonly refundTo: RefundTo
  readonly onChange: (to: RefundTo) => void
}

/** By the way it was paid, payment by payment as the house does it, or everything into one wallet. */
function Where({ story: { booking, customer }, back, refundTo, onChange }: WhereProps) {
  const say = useSay()
  const waysOf = useWays()
  const { currency } = booking.totals
  const same = sumsOf(backAsItCame(booking, back.refundMinor, booking))
  return (
    <div role="group" aria-label={say('back.where')} className={styles.where}>
      <Button isPressed={refundTo === 'same'} onPress={() => onChange('same')}>
        {say('back.same', { ways: waysOf(same, currency) })}
      </Button>
      <Button isPressed={refundTo === 'wallet'} onPress={() => onChange('wallet')}>
        {customer ? say('back.wallet', { name: isolated(customer.name) }) : say('back.newWallet')}
      </Button>
    </div>
  )
}
