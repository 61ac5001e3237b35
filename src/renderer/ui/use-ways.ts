import { terminalModes } from '../../shared/domain/tender.ts'
import type { Currency } from '../../shared/lib/money.ts'
import { useFormats, useSay } from './words.tsx'
import type { Way } from './money-ways.ts'

/** "₹1,000.00 in cash and ₹210.00 into wallet 7": money by where it goes. */
export function useWays(): (ways: readonly Way[], currency: Currency) => string {
  const say = useSay()
  const { money, list } = useFormats()
  return (ways, currency) =>
    list(
      ways.map(({ account, amountMinor }) => {
        const [kind, name = ''] = account.split(':')
        const amount = money(amountMinor, currency)
        const mode = terminalModes.find((one) => one === name)
        if (kind === 'terminal' && mode)
          return say('back.way.terminal', { amount, mode: say(`mode.${mode}`) })
        if (kind === 'wallet') return say('back.way.wallet', { amount, number: name })
        return say(kind === 'booking' ? 'back.way.booking' : 'back.way.drawer', { amount })
      }),
    )
}
