// The sums under the cart: customer, coupon, fee and total. Must never calculate: the house's own function does.

import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { sale } from '../../stores/sale.ts'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import styles from './cart-sums.module.css'
import { CouponLine } from './coupon-line.tsx'
import { CustomerChoice } from './customer-choice.tsx'
import { SumList } from './sum-list.tsx'

/** Coupon, fee and the total in large print. Each line has its room reserved before there is anything in it. */
export function CartSums({ row }: { readonly row: ShowRow }) {
  const { cartId } = useStore(sale)
  const isCustomers = useIsCustomers()
  return (
    <div className={styles.sums}>
      <div className={styles.about}>
        {!isCustomers && <CustomerChoice />}
        {/* Keyed by cart: a code typed for one customer must not stay for the next. */}
        <CouponLine key={cartId} isShort />
      </div>
      <SumList row={row} styles={styles} />
    </div>
  )
}
