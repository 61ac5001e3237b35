import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './percent-question.module.css'
import { type PercentProblem, readPercent } from './read-percent.ts'

interface Props {
  readonly isOpen: boolean
  /** Shows whose prices are meant. */
  readonly count: number
  readonly onClose: () => void
  readonly onTry: (percent: number) => void
}

export function PercentQuestion({ isOpen, count, onClose, onTry }: Props) {
  const say = useSay()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<PercentProblem | null>(null)
  const submit = () => {
    const read = readPercent(text)
    setProblem(typeof read === 'number' ? null : read)
    if (typeof read === 'number') onTry(read)
  }
  return (
    <Dialog title={say('manage.price.title', { count })} isOpen={isOpen} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field label={say('manage.percent')} problem={problem && say(`manage.percent.${problem}`)}>
          {(ids) => (
            <input
              {...ids}
              inputMode="decimal"
              dir="ltr"
              autoFocus
              placeholder="+10"
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
        </Field>
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="next">
            {say('manage.dryRun')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
