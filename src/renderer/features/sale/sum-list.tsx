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
  const { currency, discountMinor, feeMinor, totalMinor } = useTotals(row)
  return (
    <dl className={styles.list}>
      {couponCode !== null && (
        <div>
          <dt>{say('cart.discount', { coupon: isolated(couponCode) })}</dt>
          <dd>{money(-discountMinor, currency)}</dd>
        </div>
      )}
      <div>
        <dt>{say('cart.fee')}</dt>
        <dd>{money(feeMinor, currency)}</dd>
      </div>
      <div className={styles.total}>
        <dt>{say('cart.total')}</dt>
        <dd>{money(totalMinor, currency)}</dd>
      </div>
    </dl>
  )
}
