// The sums under the cart: coupon, fee and total. Owns the coupon field; must never reckon: the house’s own function does.

import { Tag, X } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { applyCoupon, sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './cart-sums.module.css'
import { useTotals } from './use-totals.ts'

/** Coupon, fee and the sum, large. Each line has its room before there is anything in it. */
export function CartSums({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const { money } = useFormats()
  const { couponCode, cartId } = useStore(sale)
  const { currency, discountMinor, feeMinor, totalMinor } = useTotals(row)
  return (
    <div className={styles.sums}>
      {/* What was typed for one customer is not the next one's. */}
      <CouponLine key={cartId} />
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

function CouponLine() {
  const say = useSay()
  const { couponCode, lines, asking } = useStore(sale)
  const [isOpen, setOpen] = useState(false)
  const [code, setCode] = useState('')
  const apply = async () => {
    if (code.trim() !== '' && (await applyCoupon(code.trim().toUpperCase()))) setOpen(false)
  }
  const mayAdd = couponCode === null && !isOpen && lines.length > 0 && asking === null
  useSteps([
    { id: 'coupon', words: say('cart.coupon.add'), keys: [], run: () => setOpen(true), isOffered: mayAdd },
  ])
  if (couponCode !== null) {
    return (
      <div className={styles.coupon}>
        <Tag size={16} aria-hidden />
        <bdi>{couponCode}</bdi>
        <Button
          look="quiet"
          label={say('cart.coupon.remove', { code: couponCode })}
          onPress={() => void applyCoupon(null)}
        >
          <X size={16} aria-hidden />
        </Button>
      </div>
    )
  }
  if (!isOpen) {
    return (
      <div className={styles.coupon}>
        <Button look="quiet" isDisabled={lines.length === 0 || asking !== null} onPress={() => setOpen(true)}>
          <Tag size={16} aria-hidden /> <span className={styles.add}>{say('cart.coupon.add')}</span>
        </Button>
      </div>
    )
  }
  return (
    <form
      className={styles.coupon}
      onSubmit={(event) => {
        event.preventDefault()
        void apply()
      }}
    >
      <input
        aria-label={say('cart.coupon')}
        placeholder={say('cart.coupon')}
        value={code}
        maxLength={50}
        autoFocus
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          setOpen(false)
        }}
      />
      <Button type="submit">{say('cart.coupon.apply')}</Button>
    </form>
  )
}
