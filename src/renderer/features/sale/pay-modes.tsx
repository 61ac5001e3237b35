import {
  Banknote,
  CreditCard,
  Landmark,
  type LucideIcon,
  ReceiptText,
  Smartphone,
  Wallet,
} from 'lucide-react'
import { useStore } from 'zustand'
import { type PaymentMode, isTerminalMode, paymentModes } from '../../../shared/domain/tender.ts'
import { who } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useSay } from '../../ui/words.tsx'
import { payKeys, useLetters } from './mode-keys.ts'
import styles from './pay-modes.module.css'

const signs: Readonly<Record<PaymentMode, LucideIcon>> = {
  CASH: Banknote,
  CARD: CreditCard,
  UPI: Smartphone,
  NET_BANKING: Landmark,
  WALLET: Wallet,
  PROOF: ReceiptText,
}

interface Props {
  readonly mode: PaymentMode
  readonly onChoose: (mode: PaymentMode) => void
}

/** [P5] Every way to pay as a tile with its key; the ways that need a terminal only where there is one. */
export function PayModes({ mode, onChoose }: Props) {
  const say = useSay()
  const { hasTerminal } = useStore(who)
  const isCustomers = useIsCustomers()
  const shown = paymentModes.filter((one) => (isTerminalMode(one) ? hasTerminal : !isCustomers))
  useLetters(Object.fromEntries(shown.map((one) => [payKeys[one].toLowerCase(), () => onChoose(one)])))
  return (
    <div role="group" aria-label={say('pay.ways')} className={styles.modes}>
      {shown.map((one) => {
        const Sign = signs[one]
        return (
          <Button key={one} isPressed={mode === one} onPress={() => onChoose(one)} shortcut={payKeys[one]}>
            <Sign size={20} aria-hidden /> <span className={styles.name}>{say(`mode.${one}`)}</span>
          </Button>
        )
      })}
    </div>
  )
}
