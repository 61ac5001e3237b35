// How the difference of a move is settled: cash with change, the customer's wallet, any other way through a sale, or where a refund
// goes. Owns the fields; the step that takes or gives the money is the panel's.

import type { RefundTo } from '../../../shared/domain/refund.ts'
import type { WalletId } from '../../../shared/domain/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import type { MoveStory } from './move-screen.tsx'
import styles from './move-panel.module.css'

export interface Ways {
  readonly mode: 'CASH' | 'WALLET'
  /** The typed amount handed over; empty for the exact sum. */
  readonly text: string
  readonly refundTo: RefundTo
}

export interface Purse {
  readonly walletId: WalletId
  readonly balanceMinor: number
}

interface Props {
  readonly story: MoveStory
  readonly difference: number
  readonly ways: Ways
  readonly purse: Purse | null
  /** The amount that the text stands for; null if it is none. */
  readonly tenderedMinor: number | null
  readonly onWays: (ways: Ways) => void
  readonly onEnter: () => void
  /** Pays by one of the other ways, through a sale. */
  readonly onOther: () => void
}

/** [T4] [P5] For money to take: cash with its change, or the customer's wallet. For money to give: the way it was paid, or a wallet. */
export function SettleFields(props: Props) {
  const { story, difference, ways, purse, onWays, onOther } = props
  const say = useSay()
  const { money } = useFormats()
  const { currency } = story.booking.totals
  if (difference < 0) return <Back {...props} />
  return (
    <div className={styles.settle}>
      {purse && (
        <div role="group" aria-label={say('move.how')} className={styles.choice}>
          <Button isPressed={ways.mode === 'CASH'} onPress={() => onWays({ ...ways, mode: 'CASH' })}>
            {say('mode.CASH')}
          </Button>
          <Button
            isPressed={ways.mode === 'WALLET'}
            isDisabled={purse.balanceMinor < difference}
            onPress={() => onWays({ ...ways, mode: 'WALLET' })}
          >
            {say('mode.WALLET')} · {money(purse.balanceMinor, currency)}
          </Button>
        </div>
      )}
      {ways.mode === 'CASH' && <Cash {...props} />}
      <Button look="quiet" onPress={onOther}>
        {say('move.other')}
      </Button>
    </div>
  )
}

function Back({ story: { customer }, ways, onWays }: Props) {
  const say = useSay()
  const to = (refundTo: RefundTo) => onWays({ ...ways, refundTo })
  return (
    <div role="group" aria-label={say('back.where')} className={styles.choice}>
      <Button isPressed={ways.refundTo === 'same'} onPress={() => to('same')}>
        {say('move.same')}
      </Button>
      <Button isPressed={ways.refundTo === 'wallet'} onPress={() => to('wallet')}>
        {customer ? say('back.wallet', { name: isolated(customer.name) }) : say('back.newWallet')}
      </Button>
    </div>
  )
}

function Cash({ story, difference, ways, tenderedMinor, onWays, onEnter }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const { currency } = story.booking.totals
  const change = tenderedMinor === null ? null : tenderedMinor - difference
  const isShort = change !== null && change < 0
  return (
    <>
      <Field label={say('pay.tendered')} problem={tenderedMinor === null ? say('pay.notAmount') : null}>
        {(ids) => (
          <input
            {...ids}
            inputMode="decimal"
            autoComplete="off"
            dir="ltr"
            placeholder={money(difference, currency)}
            value={ways.text}
            onChange={({ currentTarget }) => onWays({ ...ways, text: currentTarget.value })}
            onKeyDown={({ key }) => (key === 'Enter' ? onEnter() : undefined)}
          />
        )}
      </Field>
      <p className={styles.change} data-short={isShort || undefined}>
        <span>{isShort ? say('pay.short') : say('pay.change')}</span>
        <strong>{change === null ? '–' : money(Math.abs(change), currency)}</strong>
      </p>
    </>
  )
}
