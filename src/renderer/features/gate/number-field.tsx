import { type FormEvent, useRef, useState } from 'react'
import { FIND_TEXT_MAX } from '../../../shared/contract/limits.ts'
import { latinDigits } from '../../../shared/lib/money.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './number-field.module.css'

/** For a ticket that no scanner reads: the number printed on it; or its whole code, from a scanner that is too slow to be told from a person. */
export function NumberField({ onNumber }: { readonly onNumber: (text: string) => void }) {
  const say = useSay()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const typed = latinDigits(text).trim()
    if (typed === '') return
    setText('')
    onNumber(typed)
    // Ready for the next one; the button is disabled until something is typed.
    field.current?.focus()
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <input
        ref={field}
        aria-label={say('gate.number')}
        placeholder={say('gate.number')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="auto"
        enterKeyHint="go"
        maxLength={FIND_TEXT_MAX}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button look="next" type="submit" isDisabled={text.trim() === ''}>
        {say('gate.check')}
      </Button>
    </form>
  )
}
