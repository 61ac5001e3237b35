// The sums under the cart: customer, coupon, fee and total. Must never reckon: the house’s own function does.

import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { sale } from '../../stores/sale.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './cart-sums.module.css'
import { CouponLine } from './coupon-line.tsx'
import { CustomerChoice } from './customer-choice.tsx'
import { useTotals } from './use-totals.ts'

/** Coupon, fee and the sum, large. Each line has its room before there is anything in it. */
export function CartSums({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const { money } = useFormats()
  const { couponCode, cartId } = useStore(sale)
  const { currency, discountMinor, feeMinor, totalMinor } = useTotals(row)
  return (
    <div className={styles.sums}>
      <div className={styles.about}>
        <CustomerChoice />
        {/* What was typed for one customer is not the next one's. */}
        <CouponLine key={cartId} isShort />
      </div>
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
    </div>
  )
}
