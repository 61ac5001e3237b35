import { useEffect, useState } from 'react'
import type { WalletId } from '../../../shared/domain/ids.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { ask } from '../../box-office.ts'

export interface Purse {
  /** Null if there is none yet. */
  readonly walletId: WalletId | null
  readonly balanceMinor: number
}

interface Looked {
  readonly walletId: WalletId
  readonly purse: Purse | null
}

/** The wallet of that number, if it is a bearer wallet in this currency; `isMissing`: there is no such wallet. */
export function useBearerPurse(walletId: WalletId | null, currency: Currency) {
  const [looked, setLooked] = useState<Looked | null>(null)
  useEffect(() => {
    if (walletId === null) return undefined
    let isCurrent = true
    void ask('wallet', { walletId }).then((answer) => {
      if (!isCurrent || answer.kind === 'fault') return
      const wallet = answer.kind === 'done' ? answer.value : null
      const isIts = wallet?.customer === null && wallet.currency === currency
      setLooked({ walletId, purse: isIts ? { walletId, balanceMinor: wallet.balanceMinor } : null })
    })
    return () => {
      isCurrent = false
    }
  }, [walletId, currency])
  const isOfIt = looked !== null && looked.walletId === walletId
  return { purse: isOfIt ? looked.purse : null, isMissing: isOfIt && looked.purse === null }
}
