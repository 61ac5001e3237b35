import { useEffect } from 'react'
import { useStore } from 'zustand'
import { followMoney, moneyWaiting } from '../../stores/money-waiting.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'

/** What is to be paid later, and what is to be refunded: one touch away from the first screen. */
export function MoneyLink() {
  const say = useSay()
  const { reserved, owed } = useStore(moneyWaiting)
  useEffect(followMoney, [])
  return (
    <Button look="quiet" onPress={() => goTo({ name: 'money' })}>
      {say('money.link', { reserved: reserved.length, owed: owed.length })}
    </Button>
  )
}
