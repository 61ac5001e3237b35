// A customer's wallet, opened from their row [P9]: its balance, every movement, and putting cash in. Owns the requests; the house
// says what moved.

import { useCallback, useEffect, useState } from 'react'
import type { CustomerRow } from '../../../shared/contract/row-operations.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import table from '../../ui/plain-table.module.css'
import { Select } from '../../ui/select.tsx'
import { TopUpForm } from '../../ui/top-up-form.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { useCurrencies, useZone } from './use-currency.ts'
import { useFailedText } from './use-failed-text.ts'
import styles from './wallet-dialog.module.css'

interface Props {
  readonly row: CustomerRow
  readonly onClose: () => void
}

/** A customer has a wallet for each currency that they were paid in. */
export function WalletDialog({ row, onClose }: Props) {
  const say = useSay()
  const currencies = useCurrencies()
  const [wanted, setWanted] = useState<Currency | null>(null)
  const currency = wanted ?? currencies[0]
  const title = say('wallet.of', { name: isolated(row.name || row.phone) })
  return (
    <Dialog title={title} isOpen onClose={onClose} isWide>
      {currencies.length > 1 && (
        <Select<Currency>
          label={say('reports.currency')}
          value={currency}
          options={currencies.map((value) => ({ value, text: value }))}
          onChange={setWanted}
        />
      )}
      <Purse key={currency} {...{ row, currency, onClose }} />
    </Dialog>
  )
}

function Purse({ row, currency, onClose }: Props & { readonly currency: Currency }) {
  const say = useSay()
  const { money } = useFormats()
  const { statement, problem, put } = useWallet(row, currency)
  const [isPutting, setPutting] = useState(false)
  return (
    <>
      <p className={styles['balance']}>
        {say('wallet.balance')}: <strong>{money(statement?.balanceMinor ?? 0, currency)}</strong>
      </p>
      {statement && statement.entries.length > 0 && <Movements statement={statement} />}
      <p className={styles['problem']} role="alert">
        {problem}
      </p>
      {isPutting ? (
        <TopUpForm
          currency={currency}
          likelyMinor={0}
          onClose={() => setPutting(false)}
          onPut={(amountMinor) => {
            setPutting(false)
            void put(amountMinor)
          }}
        />
      ) : (
        <DialogButtons>
          <Button onPress={onClose}>{say('app.close')}</Button>
          <Button look="next" onPress={() => setPutting(true)}>
            {say('wallet.topUp')}
          </Button>
        </DialogButtons>
      )}
    </>
  )
}

type Statement = Output<'wallet'>

function useWallet({ customerId }: CustomerRow, currency: Currency) {
  const failedText = useFailedText()
  const [statement, setStatement] = useState<Statement | null>(null)
  const [problem, setProblem] = useState('')
  const read = useCallback(async (): Promise<Statement | null> => {
    const found = await ask('customer', { customerId, currency })
    const walletId = found.kind === 'done' ? (found.value.wallet?.walletId ?? null) : null
    if (walletId === null) return null
    const wallet = await ask('wallet', { walletId })
    return wallet.kind === 'done' ? wallet.value : null
  }, [customerId, currency])
  useEffect(() => {
    void read().then(setStatement)
  }, [read])
  const put = async (amountMinor: number) => {
    const opened = statement ?? (await ask('open-wallet', { customerId, currency }))
    if ('kind' in opened && opened.kind !== 'done') return setProblem(failedText(opened))
    const { walletId } = 'kind' in opened ? opened.value : opened
    const answer = await ask('top-up-wallet', { walletId, amountMinor })
    setProblem(answer.kind === 'done' ? '' : failedText(answer))
    setStatement(await read())
  }
  return { statement, problem, put }
}

/** The newest first. */
function Movements({ statement }: { readonly statement: Statement }) {
  const say = useSay()
  const zone = useZone()
  const { money, day, clock } = useFormats()
  const { currency } = statement
  return (
    <div className={styles['movements']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{say('audit.when')}</th>
            <th scope="col">{say('wallet.moved')}</th>
            <th scope="col">{say('wallet.balance')}</th>
          </tr>
        </thead>
        <tbody>
          {statement.entries.toReversed().map(({ sequence, atMs, amountMinor, balanceMinor }) => (
            <tr key={sequence}>
              <td>
                {day(atMs, zone)} {clock(atMs, zone)}
              </td>
              <td>{money(amountMinor, currency)}</td>
              <td>{money(balanceMinor, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
