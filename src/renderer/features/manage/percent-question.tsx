import { useState } from 'react'
import { latinDigits } from '../../../shared/lib/money.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useSay } from '../../ui/words.tsx'

/** The contract's own limits. */
const PERCENT = { min: -90, max: 900 }

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onTry: (percent: number) => void
}

export function PercentQuestion({ isOpen, onClose, onTry }: Props) {
  const say = useSay()
  const [text, setText] = useState('')
  const [isBad, setBad] = useState(false)
  const submit = () => {
    const percent = readPercent(text)
    setBad(percent === null)
    if (percent !== null) onTry(percent)
  }
  return (
    <Dialog title={say('manage.price')} isOpen={isOpen} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field label={say('manage.percent')} problem={isBad ? say('manage.percent.bad') : null}>
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

/** "+10", "-2.5", "۱۰٪": a percentage with at most two decimals, or null. */
function readPercent(text: string): number | null {
  const plain = latinDigits(text)
    .replace(/[%٪\s]/g, '')
    .replace(/[٫,]/g, '.')
    .replace('−', '-')
  if (!/^[+-]?\d{1,3}(\.\d{1,2})?$/.test(plain)) return null
  const percent = Number(plain)
  return percent >= PERCENT.min && percent <= PERCENT.max && percent !== 0 ? percent : null
}
