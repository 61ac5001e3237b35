// Who buys: found by a few letters or digits, nobody in particular, or a new customer entered in place. Owns the search field and
// list; the house decides what is found and what may be saved.

import { Crown, UserPlus, UserRound } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { FIND_TEXT_MAX } from '../../../shared/contract/limits.ts'
import type { CustomerView } from '../../../shared/contract/shapes.ts'
import type { CustomerId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'
import { chooseCustomer } from '../../stores/customer.ts'
import { ChooseByTyping, markFirst } from '../../ui/choose-by-typing.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './customer-dialog.module.css'
import { NewCustomer } from './new-customer.tsx'

interface Props {
  readonly title: string
  readonly onClose: () => void
  /** Who pays later has a name [H16]: nobody in particular is then not offered. */
  readonly isNamed?: boolean
  /** Called after the house has saved whose cart it is. */
  readonly onChosen?: () => void
}

export function CustomerDialog({ title, isNamed = false, onClose, onChosen }: Props) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [isNew, setNew] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const found = useCustomers(typed, list)
  const choose = async (customerId: CustomerId | null) => {
    onClose()
    await chooseCustomer(customerId)
    onChosen?.()
  }
  const open = (key: string) => {
    if (key === 'new') setNew(true)
    else void choose(key === 'nobody' ? null : (Number(key) as CustomerId))
  }
  if (isNew) {
    return (
      <Dialog title={say('customer.new')} isOpen onClose={onClose}>
        <NewCustomer
          typed={typed}
          onClose={onClose}
          onSaved={() => {
            onClose()
            onChosen?.()
          }}
        />
      </Dialog>
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <ChooseByTyping typed={typed} onTyped={setTyped} onLeave={onClose}>
        <SearchField aria-label={say('customer.find')} autoFocus className={styles.field ?? ''}>
          <Input placeholder={say('customer.find')} maxLength={FIND_TEXT_MAX} />
        </SearchField>
        <ListBox
          ref={list}
          aria-label={say('customer.list')}
          className={styles.list ?? ''}
          onAction={(key) => open(String(key))}
        >
          {found.map((one) => (
            <Person key={one.customerId} customer={one} />
          ))}
          <ListBoxItem id="new" textValue={say('customer.new')} className={styles.line ?? ''}>
            <UserPlus size={18} aria-hidden /> {say('customer.new')}
          </ListBoxItem>
          {!isNamed && (
            <ListBoxItem id="nobody" textValue={say('customer.nobody')} className={styles.line ?? ''}>
              <UserRound size={18} aria-hidden /> {say('customer.nobody')}
            </ListBoxItem>
          )}
        </ListBox>
      </ChooseByTyping>
    </Dialog>
  )
}

function Person({ customer: { customerId, name, phone, email, vip } }: { readonly customer: CustomerView }) {
  const say = useSay()
  const reach = [phone, email].filter(Boolean).join(' · ')
  const words = [name, vip ? say('customer.vip') : '', reach].filter(Boolean).join(', ')
  return (
    <ListBoxItem id={String(customerId)} textValue={words} className={styles.line ?? ''}>
      {vip ? <Crown size={18} aria-hidden /> : <UserRound size={18} aria-hidden />}
      <span className={styles.person}>
        <bdi>{name}</bdi>
        {vip && <span className={styles.vip}>{say('customer.vip.long')}</span>}
      </span>
      <bdi className={styles.reach}>{reach}</bdi>
    </ListBoxItem>
  )
}

/** The newest first. Answers to superseded questions are dropped. */
function useCustomers(text: string, list: RefObject<HTMLDivElement | null>): readonly CustomerView[] {
  const [found, setFound] = useState<readonly CustomerView[]>([])
  useEffect(() => {
    let isCurrent = true
    void ask('customers', { text }).then((answer) => {
      if (!isCurrent || answer.kind !== 'done') return
      if (text !== '') markFirst(list.current)
      setFound(answer.value.customers)
    })
    return () => {
      isCurrent = false
    }
  }, [text, list])
  return found
}
