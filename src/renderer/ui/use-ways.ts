import { terminalModes } from '../../shared/domain/tender.ts'
import type { Currency } from '../../shared/lib/money.ts'
import type { Say } from '../messages/catalogue.ts'
import { type Formats, useFormats, useSay } from './words.tsx'
import type { Way } from './money-ways.ts'

/** "₹1,000.00 in cash and ₹210.00 into wallet 7": money by destination. */
export function useWays(): (ways: readonly Way[], currency: Currency) => string {
  const say = useSay()
  const formats = useFormats()
  return (ways, currency) => waysText(ways, currency, { say, formats })
}

export interface WayWords {
  readonly say: Say
  readonly formats: Pick<Formats, 'money' | 'list'>
}

export function waysText(ways: readonly Way[], currency: Currency, { say, formats }: WayWords): string {
  return formats.list(
    ways.map(({ account, amountMinor }) => {
      const [kind, name = ''] = account.split(':')
      const amount = formats.money(amountMinor, currency)
      const mode = terminalModes.find((one) => one === name)
      if (kind === 'terminal' && mode) return say('back.way.terminal', { amount, mode: say(`mode.${mode}`) })
      if (kind === 'wallet') return say('back.way.wallet', { amount, number: name })
      return say(kind === 'booking' ? 'back.way.booking' : 'back.way.drawer', { amount })
    }),
  )
}

/** What the seller does about it: cash is handed over, everything else goes by itself. */
export function handBackText(ways: readonly Way[], currency: Currency, words: WayWords): string {
  const cashMinor = ways.filter(isCash).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const others = ways.filter((way) => !isCash(way))
  const { say, formats } = words
  return [
    ...(cashMinor > 0 ? [say('handBack.cash', { amount: formats.money(cashMinor, currency) })] : []),
    ...(others.length > 0 ? [say('handBack.others', { ways: waysText(others, currency, words) })] : []),
  ].join(' ')
}

function isCash({ account }: Way): boolean {
  return account.startsWith('drawer:')
}
