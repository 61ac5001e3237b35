import { useEffect, useEffectEvent } from 'react'
import { type PaymentMode } from '../../../shared/domain/tender.ts'
import { keyName } from '../../ui/key-name.ts'
import { useKeys } from '../../ui/use-keys.ts'

/** Keys that choose the way to pay. They also work in an amount field, because no letter is part of an amount. */
export const payKeys: Readonly<Record<PaymentMode, string>> = {
  CASH: 'C',
  CARD: 'D',
  UPI: 'U',
  NET_BANKING: 'N',
  WALLET: 'W',
  PROOF: 'B',
}

/** Marks a field as one for an amount. */
export const ofAmount = { 'data-amount': true } as const

/** Letter keys that work anywhere on the screen, including in an amount field. Lower case. */
export function useLetters(letters: Readonly<Record<string, () => void>>): void {
  useKeys(letters)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isInAmount(event.target) || event.defaultPrevented || event.repeat) return
    const run = letters[keyName(event)]
    if (!run) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

function isInAmount(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.dataset['amount'] !== undefined
}
