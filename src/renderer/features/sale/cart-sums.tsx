// The sums under the cart: customer, coupon, fee and total. Must never reckon: the house’s own function does.

import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { sale } from '../../stores/sale.ts'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import styles from './cart-sums.module.css'
import { CouponLine } from './coupon-line.tsx'
import { CustomerChoice } from './customer-choice.tsx'
import { SumList } from './sum-list.tsx'

/** Coupon, fee and the sum, large. Each line has its room before there is anything in it. */
export function CartSums({ row }: { readonly row: ShowRow }) {
  const { cartId } = useStore(sale)
  const isCustomers = useIsCustomers()
  return (
    <div className={styles.sums}>
      <div className={styles.about}>
        {!isCustomers && <CustomerChoice />}
        {/* What was typed for one customer is not the next one's. */}
        <CouponLine key={cartId} isShort />
      </div>
      <SumList row={row} styles={styles} />
    </div>
  )
}
