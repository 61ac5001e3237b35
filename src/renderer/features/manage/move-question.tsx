import { useState } from 'react'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import type { Question } from './bulk-bar.tsx'
import { moveText } from './change-text.ts'
import { readNumber } from './column-makers.ts'
import styles from './percent-question.module.css'

const units = { minutes: MINUTE_MS, hours: HOUR_MS, days: DAY_MS } as const
type Unit = keyof typeof units
const names = Object.keys(units) as Unit[]
/** The contract's own limit: nobody moves a season further at once. */
const MOVE_MS_MAX = 366 * DAY_MS

/** Moves shows earlier or later by an amount of time. */
export function MoveQuestion({ count, onClose, onTry }: Question) {
  const say = useSay()
  const [text, setText] = useState('')
  const [unit, setUnit] = useState<Unit>('minutes')
  const [isWrong, setWrong] = useState(false)
  const start = (sign: 1 | -1) => {
    const by = readNumber(text)
    const byMs = Math.abs(by ?? 0) * units[unit]
    if (by === null || !Number.isInteger(byMs) || by <= 0 || byMs > MOVE_MS_MAX) return setWrong(true)
    return onTry({ of: 'shows', kind: 'move', byMs: sign * byMs }, moveText(sign * byMs, say))
  }
  return (
    <Dialog title={say('retime.title', { count })} isOpen onClose={onClose}>
      <div className={styles['form']}>
        <Field label={say('retime.howFar')} problem={isWrong ? say('retime.wrong') : null}>
          {(ids) => (
            <span className={styles['choices']}>
              <input
                {...ids}
                autoFocus
                inputMode="decimal"
                dir="ltr"
                value={text}
                onChange={({ currentTarget }) => setText(currentTarget.value)}
              />
              <Select
                label={say('retime.unit')}
                value={unit}
                options={names.map((name) => ({ value: name, text: say(`retime.unit.${name}`) }))}
                onChange={setUnit}
              />
            </span>
          )}
        </Field>
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button onPress={() => start(-1)}>{say('retime.toEarlier')}</Button>
          <Button look="next" onPress={() => start(1)}>
            {say('retime.toLater')}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}
