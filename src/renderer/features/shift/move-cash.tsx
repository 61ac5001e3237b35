// Cash put in or taken out that is no sale, and opening the drawer without one. Owns the two dialogs; each asks for a reason.

import { useState } from 'react'
import { type CashDirection, cashDirections } from '../../../shared/domain/shift-events.ts'
import { type Currency, parseAmount } from '../../../shared/lib/money.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import styles from './shift-parts.module.css'
import { ShiftProblem } from './shift-problem.tsx'
import type { Drawer, ShiftDesk } from './use-shift.ts'

interface Props {
  readonly drawer: Drawer
  readonly desk: ShiftDesk
  readonly onClose: () => void
  /** Gets a description of what was done. */
  readonly onDone: (told: string) => void
}

const usualOf = {
  in: ['shift.cash.change'],
  out: ['shift.cash.toSafe', 'shift.cash.expense'],
} as const
const words = {
  in: { yes: 'shift.cash.yesIn', done: 'shift.cash.doneIn' },
  out: { yes: 'shift.cash.yesOut', done: 'shift.cash.doneOut' },
} as const

export function MoveCash({ drawer, desk, onClose, onDone }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const [direction, setDirection] = useState<CashDirection>('out')
  const [currency, setCurrency] = useState<Currency>(drawer.currencies[0] ?? 'INR')
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const amountMinor = parseAmount(text, currency)
  const sum = money(amountMinor ?? 0, currency)
  const isReady = amountMinor !== null && amountMinor > 0 && reason.trim() !== '' && !desk.isAsking
  const move = () => {
    if (!isReady) return
    const { kioskId } = drawer
    void desk
      .send('move-cash', { kioskId, direction, currency, amountMinor, reason: reason.trim() })
      .then((isDone) => (isDone ? onDone(say(words[direction].done, { sum })) : undefined))
  }
  return (
    <Dialog title={say('shift.cash')} isOpen onClose={onClose}>
      <div role="group" aria-label={say('shift.cash.direction')} className={styles.ways}>
        {cashDirections.map((one) => (
          <Button key={one} isPressed={direction === one} onPress={() => setDirection(one)}>
            {say(`shift.cash.${one}`)}
          </Button>
        ))}
        {drawer.currencies.length > 1 && (
          <Select<Currency>
            label={say('shift.cash.currency')}
            value={currency}
            options={drawer.currencies.map((value) => ({ value, text: value }))}
            onChange={setCurrency}
          />
        )}
      </div>
      <Field
        label={say('shift.cash.amount')}
        problem={text.trim() !== '' && amountMinor === null ? say('shift.cash.notAmount') : null}
      >
        {(ids) => (
          <input
            {...ids}
            inputMode="decimal"
            autoComplete="off"
            autoFocus
            dir="ltr"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
      </Field>
      <ReasonField
        label={say('shift.cash.reason')}
        usual={usualOf[direction]}
        reason={reason}
        onReason={setReason}
        onEnter={move}
        isFirst={false}
      />
      <ShiftProblem problem={desk.problem} zone={drawer.zone} />
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button look="next" isDisabled={!isReady} onPress={move}>
          {say(words[direction].yes, { sum })}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
