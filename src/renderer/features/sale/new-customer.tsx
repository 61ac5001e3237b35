import { useState } from 'react'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { latinDigits } from '../../../shared/lib/money.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { addCustomer } from '../../stores/customer.ts'
import { Button } from '../../ui/button.tsx'
import { DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './new-customer.module.css'

interface Props {
  /** What was looked for in vain: a name, a number or an address. */
  readonly typed: string
  readonly onClose: () => void
  readonly onSaved: () => void
}

const fields = ['name', 'phone', 'email'] as const
type FieldName = (typeof fields)[number]
/** As long as the contract takes them. */
const lengths = { name: 60, phone: 30, email: 120 } as const
const kinds = { name: 'text', phone: 'tel', email: 'email' } as const

/** Somebody new, in place; what was typed already is not typed again. */
export function NewCustomer({ typed, onClose, onSaved }: Props) {
  const say = useSay()
  const formats = useFormats()
  const [person, setPerson] = useState(() => begun(typed))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const save = async () => {
    const refused = await addCustomer(person)
    setRefusal(refused)
    if (!refused) onSaved()
  }
  const problemOf = (field: FieldName) => {
    if (!refusal) return null
    const isOther = refusal.code !== 'INVALID_INPUT' || !fields.some((one) => one === refusal.field)
    const isIts = refusal.code === 'INVALID_INPUT' && refusal.field === field
    return isIts || (isOther && field === 'name') ? refusalText(refusal, say, formats, 'UTC') : null
  }
  return (
    <form
      className={styles.person}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {fields.map((field, index) => (
        <Field key={field} label={say(`field.${field}`)} problem={problemOf(field)}>
          {(ids) => (
            <input
              {...ids}
              type={kinds[field]}
              autoComplete="off"
              autoFocus={index === 0}
              maxLength={lengths[field]}
              dir={field === 'name' ? 'auto' : 'ltr'}
              value={person[field]}
              onChange={({ currentTarget }) => setPerson({ ...person, [field]: currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button type="submit" look="next" isDisabled={person.name.trim() === ''} shortcut="Enter">
          {say('customer.save')}
        </Button>
      </DialogButtons>
    </form>
  )
}

function begun(typed: string): Record<FieldName, string> {
  const text = typed.trim()
  const nothing = { name: '', phone: '', email: '' }
  if (text.includes('@')) return { ...nothing, email: text }
  return /^[\d\s()+./-]+$/.test(latinDigits(text)) ? { ...nothing, phone: text } : { ...nothing, name: text }
}
