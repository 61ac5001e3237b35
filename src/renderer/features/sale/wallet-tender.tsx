// [P9] Paying from a wallet: the customer's own with its balance, or one known by the number on its slip. Owns what is asked and
// shown; the house decides whether there is enough, and a shortfall is shown before it is asked.

import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import type { WalletId } from '../../../shared/domain/ids.ts'
import { decimalText, latinDigits } from '../../../shared/lib/money.ts'
import { customer } from '../../stores/customer.ts'
import { pay } from '../../stores/payment.ts'
import { sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { AmountField } from './amount-field.tsx'
import { CustomerChoice } from './customer-choice.tsx'
import styles from './wallet-tender.module.css'
import { TenderForm } from './tender-form.tsx'
import { TopUp } from './top-up.tsx'
import { useAmount } from './use-amount.ts'
import { type Purse, useBearerPurse } from './use-bearer-purse.ts'

export function WalletTender({ booking }: { readonly booking: Booking }) {
  const { customerId } = useStore(sale)
  return customerId === null ? <FromSlip booking={booking} /> : <FromCustomers booking={booking} />
}

function FromCustomers({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const { found } = useStore(customer)
  const wallet = found?.wallet
  const purse = found && { walletId: wallet?.walletId ?? null, balanceMinor: wallet?.balanceMinor ?? 0 }
  return (
    <FromPurse booking={booking} purse={purse}>
      <p className={styles.whose}>{found && say('wallet.of', { name: isolated(found.customer.name) })}</p>
    </FromPurse>
  )
}

/** [P8] A bearer wallet is known by the number on its slip. */
function FromSlip({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const [number, setNumber] = useState('')
  const walletId = Number(latinDigits(number).trim())
  const isNumber = Number.isSafeInteger(walletId) && walletId > 0
  const { purse, isMissing } = useBearerPurse(
    isNumber ? (walletId as WalletId) : null,
    booking.totals.currency,
  )
  const problem = isMissing || (number.trim() !== '' && !isNumber) ? say('wallet.none') : null
  return (
    <FromPurse booking={booking} purse={purse}>
      <div className={styles.slip}>
        <CustomerChoice />
        <Field label={say('wallet.number')} problem={problem}>
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              autoComplete="off"
              dir="ltr"
              value={number}
              onChange={({ currentTarget }) => setNumber(currentTarget.value)}
            />
          )}
        </Field>
      </div>
    </FromPurse>
  )
}

interface PurseProps {
  readonly booking: Booking
  /** Null until its owner is known. */
  readonly purse: Purse | null
  readonly children: ReactNode
}

function FromPurse({ booking, purse, children }: PurseProps) {
  const say = useSay()
  const { money } = useFormats()
  const amount = useAmount(booking)
  const { currency } = booking.totals
  const { minor, dueMinor, part } = amount
  const shortMinor = purse ? Math.max(0, (minor ?? dueMinor) - purse.balanceMinor) : 0
  const walletId = purse?.walletId ?? null
  const isTaken = minor !== null && minor <= dueMinor && walletId !== null && shortMinor === 0
  const take = isTaken
    ? () => pay(booking, { mode: 'WALLET', tenderedMinor: minor, walletId, ...part })
    : null
  return (
    <TenderForm
      booking={booking}
      words={say('pay.fromWallet', { total: money(minor ?? dueMinor, currency) })}
      onTake={take}
    >
      {children}
      <dl className={styles.sums}>
        <div>
          <dt>{say('wallet.balance')}</dt>
          <dd>{purse ? money(purse.balanceMinor, currency) : '–'}</dd>
        </div>
        <div data-short={shortMinor > 0 || undefined}>
          <dt>{say('wallet.short')}</dt>
          <dd>
            <span role="status">{shortMinor > 0 ? money(shortMinor, currency) : '–'}</span>
          </dd>
        </div>
      </dl>
      <AmountField
        label={say('pay.amountBy', { mode: say('mode.WALLET') })}
        amount={amount}
        currency={currency}
        isExact
      />
      <div className={styles.steps}>
        {purse && shortMinor > 0 && purse.balanceMinor > 0 && (
          <Button onPress={() => amount.setText(decimalText(purse.balanceMinor, currency))}>
            {say('wallet.takeAll', { total: money(purse.balanceMinor, currency) })}
          </Button>
        )}
        <TopUp currency={currency} shortMinor={shortMinor} />
      </div>
    </TenderForm>
  )
}
