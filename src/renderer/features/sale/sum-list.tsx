import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { sale } from '../../stores/sale.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { useTotals } from './use-totals.ts'

interface Props {
  readonly row: ShowRow
  /** How the list and its last line look where it stands. */
  readonly styles: { readonly list?: string | undefined; readonly total?: string | undefined }
}

/** Discount, fee and total of the sale in hand, for the seller and for the customer. Must never reckon: the house's own function does. */
export function SumList({ row, styles }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const { couponCode } = useStore(sale)
  const totals = useTotals(row)
  const sum = (minor: number) => (totals ? money(minor, totals.currency) : '–')
  return (
    <dl className={styles.list}>
      {couponCode !== null && (
        <div>
          <dt>{say('cart.discount', { coupon: isolated(couponCode) })}</dt>
          <dd>{sum(-(totals?.discountMinor ?? 0))}</dd>
        </div>
      )}
      <div>
        <dt>{say('cart.fee')}</dt>
        <dd>{sum(totals?.feeMinor ?? 0)}</dd>
      </div>
      <div className={styles.total}>
        <dt>{say('cart.total')}</dt>
        <dd>{totals ? sum(totals.totalMinor) : say('cart.noPrice')}</dd>
      </div>
    </dl>
  )
}
