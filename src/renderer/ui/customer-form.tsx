// A customer's details, new or known: name, telephone, e-mail, and the language of messages. Owns the fields and which of them
// shows a refusal; saving is the caller's.

import { useRef, useState } from 'react'
import type { CustomerView } from '../../shared/contract/shapes.ts'
import { type LetterLanguage, letterLanguages } from '../../shared/domain/message.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { refusalText } from '../messages/refusal-text.ts'
import { AlikeCustomer, useAlike } from './alike-customer.tsx'
import { Button } from './button.tsx'
import styles from './customer-form.module.css'
import { DialogButtons } from './dialog.tsx'
import { Field } from './field.tsx'
import { Select } from './select.tsx'
import { useFormats, useSay } from './words.tsx'

const fields = ['name', 'phone', 'email'] as const
type FieldName = (typeof fields)[number]
/** The contract's limits. */
const lengths = { name: 60, phone: 30, email: 120 } as const
const kinds = { name: 'text', phone: 'tel', email: 'email' } as const

export interface Person extends Record<FieldName, string> {
  /** Null: the house's default for customers who did not say. */
  readonly language: LetterLanguage | null
}

interface Props {
  readonly begun: Person
  /** The button's label, named by its effect. */
  readonly words: string
  /** Returns null when done. */
  readonly onSave: (person: Person) => Promise<Refusal | null>
  readonly onSaved: () => void
  /** For a new customer: takes an existing one instead. */
  readonly onUse?: (customer: CustomerView) => void
  readonly onClose: () => void
}

export function CustomerForm({ begun, words, onSave, onSaved, onUse, onClose }: Props) {
  const say = useSay()
  const [person, setPerson] = useState(begun)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const problemOf = useProblem(refusal)
  const { alike, isNews } = useAlike()
  const isSaving = useRef(false)
  const save = async () => {
    // Pressing Enter twice creates only one customer.
    if (isSaving.current) return
    isSaving.current = true
    if (!onUse || !(await isNews(person))) {
      const refused = await onSave(person)
      setRefusal(refused)
      if (!refused) onSaved()
    }
    isSaving.current = false
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
      <Language value={person.language} onChange={(language) => setPerson({ ...person, language })} />
      {onUse && <AlikeCustomer alike={alike} onUse={onUse} />}
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button type="submit" look="next" isDisabled={person.name.trim() === ''} shortcut="Enter">
          {alike ? say('customer.alike.save') : words}
        </Button>
      </DialogButtons>
    </form>
  )
}

/** Shown at its own field; if it belongs to none, at the first. */
function useProblem(refusal: Refusal | null): (field: FieldName) => string | null {
  const say = useSay()
  const formats = useFormats()
  return (field) => {
    if (!refusal) return null
    const isOther = refusal.code !== 'INVALID_INPUT' || !fields.some((one) => one === refusal.field)
    const isIts = refusal.code === 'INVALID_INPUT' && refusal.field === field
    return isIts || (isOther && field === 'name') ? refusalText(refusal, say, formats, 'UTC') : null
  }
}

interface LanguageProps {
  readonly value: LetterLanguage | null
  readonly onChange: (language: LetterLanguage | null) => void
}

/** [E1] */
function Language({ value, onChange }: LanguageProps) {
  const say = useSay()
  const own = letterLanguages.map((one) => ({ value: one, text: say(`told.language.${one}`) }))
  const options = [{ value: 'house' as const, text: say('customer.language.house') }, ...own]
  return (
    <Field label={say('customer.language')}>
      {(ids) => (
        <Select
          id={ids.id}
          label={say('customer.language')}
          value={value ?? 'house'}
          options={options}
          onChange={(chosen) => onChange(chosen === 'house' ? null : chosen)}
        />
      )}
    </Field>
  )
}
