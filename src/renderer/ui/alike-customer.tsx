// A warning that a customer with the same phone or e-mail as the new one already exists. Owns the check and its words; whether
// they are the same person, or family, is for the staff to ask.

import { useState } from 'react'
import type { CustomerView } from '../../shared/contract/shapes.ts'
import { ownDigits, sameReach } from '../../shared/domain/same-reach.ts'
import { ask } from '../box-office.ts'
import styles from './customer-form.module.css'
import { Button } from './button.tsx'
import { isolated, useSay } from './words.tsx'

type Reach = Pick<CustomerView, 'phone' | 'email'>

export interface Alike {
  readonly customer: CustomerView
  readonly by: 'phone' | 'email'
}

/** The customer last warned of, and the check: each is reported only once, so that the next attempt saves a new customer. */
export function useAlike() {
  const [alike, setAlike] = useState<Alike | null>(null)
  const isNews = async (reach: Reach): Promise<boolean> => {
    const found = await findAlike(reach)
    setAlike(found)
    return found !== null && found.customer.customerId !== alike?.customer.customerId
  }
  return { alike, isNews }
}

/** Null also if the house does not answer: the next request will report that. */
async function findAlike(reach: Reach): Promise<Alike | null> {
  const texts = [ownDigits(reach.phone), reach.email].filter((text) => text !== '')
  const answers = await Promise.all(texts.map((text) => ask('customers', { text })))
  const all = answers.flatMap((answer) => (answer.kind === 'done' ? answer.value.customers : []))
  const alike = all.flatMap((customer) => {
    const by = sameReach(reach, customer)
    return by === null ? [] : [{ customer, by }]
  })
  return alike[0] ?? null
}

interface Props {
  readonly alike: Alike | null
  readonly onUse: (customer: CustomerView) => void
}

export function AlikeCustomer({ alike, onUse }: Props) {
  const say = useSay()
  return (
    <div role="alert" className={styles['alike']}>
      {alike && (
        <>
          <p>{say('customer.alike', { by: alike.by, name: isolated(alike.customer.name) })}</p>
          <Button onPress={() => onUse(alike.customer)}>{say('customer.alike.use')}</Button>
        </>
      )}
    </div>
  )
}
