// The coupon of the cart in hand: adding it, its error right at the field, removing it. Owns the field; must never calculate a
// discount.

import { Tag, X } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { applyCoupon, sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { useFocusBack } from '../../ui/kept-focus.ts'
import { useSteps } from '../../ui/use-steps.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './coupon-line.module.css'

/** [P4] An invalid code is reported here, and the sale goes on without it. `isShort`: where there is little room, only icon and key. */
export function CouponLine({ isShort = false }: { readonly isShort?: boolean }) {
  const say = useSay()
  const { couponCode, lines, asking } = useStore(sale)
  const [isOpen, setOpen] = useState(false)
  const mayAdd = couponCode === null && !isOpen && lines.length > 0 && asking === null
  const open = () => {
    if (mayAdd) setOpen(true)
  }
  useSteps([{ id: 'coupon', words: say('cart.coupon.add'), keys: ['F8'], run: open, isOffered: mayAdd }])
  if (couponCode !== null) return <Applied code={couponCode} />
  if (isOpen) return <CouponField onClose={() => setOpen(false)} />
  return (
    <div className={styles.coupon} data-short={isShort || undefined}>
      <Button look="quiet" isDisabled={lines.length === 0 || asking !== null} onPress={open} shortcut="F8">
        <Tag size={16} aria-hidden /> <span className={styles.add}>{say('cart.coupon.add')}</span>
      </Button>
    </div>
  )
}

function Applied({ code }: { readonly code: string }) {
  const say = useSay()
  return (
    <div className={styles.coupon}>
      <Tag size={16} aria-hidden />
      <bdi>{code}</bdi>
      <Button look="quiet" label={say('cart.coupon.remove', { code })} onPress={() => void applyCoupon(null)}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  )
}

function CouponField({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const formats = useFormats()
  const [code, setCode] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useFocusBack()
  const apply = async () => {
    if (code.trim() === '') return
    const refused = await applyCoupon(code.trim().toUpperCase())
    setRefusal(refused)
    if (!refused) onClose()
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
        aria-invalid={refusal ? true : undefined}
        placeholder={say('cart.coupon')}
        value={code}
        maxLength={50}
        autoFocus
        onChange={({ currentTarget }) => {
          setCode(currentTarget.value)
          setRefusal(null)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      />
      <Button type="submit">{say('cart.coupon.apply')}</Button>
      <p className={styles.problem} role="alert">
        {refusal && refusalText(refusal, say, formats, 'UTC')}
      </p>
    </form>
  )
}
