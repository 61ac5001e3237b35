import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { dueMinor } from '../../../shared/domain/booking.ts'
import { paidMinor } from '../../../shared/domain/tender.ts'
import { howOf } from '../../stores/exchanging.ts'
import { isHeldAsChosen, sale } from '../../stores/sale.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { leftWords, useExchange } from './use-exchange.ts'
import { useTotals } from './use-totals.ts'

interface Props {
  readonly row: ShowRow
  /** Styles of the list and its last line, which depend on where it stands. */
  readonly styles: { readonly list?: string | undefined; readonly total?: string | undefined }
}

/**
 * Discount, fee and total of the sale in hand, for seller and customer; [P5] once a part is paid, what is left. Must never
 * calculate: the house's own function does.
 */
export function SumList({ row, styles }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const { couponCode } = useStore(sale)
  const totals = useTotals(row)
  const partPaid = usePartPaid()
  const sum = (minor: number) => (totals ? money(minor, totals.currency) : '–')
  const total = totals ? sum(totals.totalMinor) : say('cart.noPrice')
  const made = [
    ...(couponCode === null
      ? []
      : [
          {
            text: say('cart.discount', { coupon: isolated(couponCode) }),
            sum: sum(-(totals?.discountMinor ?? 0)),
          },
        ]),
    { text: say('cart.fee'), sum: sum(totals?.feeMinor ?? 0) },
  ]
  return (
    <dl className={styles.list} data-part={partPaid !== null || undefined}>
      {made.map((line) => (
        <div key={line.text} data-made>
          <dt>{line.text}</dt>
          <dd>{line.sum}</dd>
        </div>
      ))}
      {partPaid && (
        <>
          <div>
            <dt>{partPaid.words}</dt>
            <dd>{sum(Math.abs(partPaid.wholeMinor))}</dd>
          </div>
          <div>
            <dt>{say('pay.parts')}</dt>
            <dd>{sum(-partPaid.paidMinor)}</dd>
          </div>
        </>
      )}
      <div className={styles.total}>
        <dt>{partPaid ? leftWords(partPaid.leftMinor, say) : say('cart.total')}</dt>
        <dd>{partPaid ? sum(Math.abs(partPaid.leftMinor)) : total}</dd>
      </div>
    </dl>
  )
}

interface PartPaid {
  /** The label of the sum: a total, or [T4] the difference of an exchange. */
  readonly words: string
  readonly wholeMinor: number
  readonly paidMinor: number
  readonly leftMinor: number
}

/** The booking if it is held as chosen and partly paid. */
function usePartPaid(): PartPaid | null {
  const say = useSay()
  const state = useStore(sale)
  const { exchange, difference } = useExchange()
  const { booking } = state
  const paid = booking && isHeldAsChosen(state) ? paidMinor(booking.payments) : 0
  if (!booking || paid === 0) return null
  const leftMinor = difference ?? dueMinor(booking)
  const wholeMinor = leftMinor + paid
  const words = exchange ? say('move.difference', { how: howOf(wholeMinor) }) : say('cart.total')
  return { words, wholeMinor, paidMinor: paid, leftMinor }
}
