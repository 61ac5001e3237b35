// After the count: counted, expected, the difference, and why. Owns the reason until it is sent; the declared count stands.

import { useState } from 'react'
import { useStore } from 'zustand'
import type { CountedCash } from '../../../shared/domain/shift-events.ts'
import { goTo } from '../../stores/screen.ts'
import { isOfOffice, who } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { Blocking } from './count-drawer.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import styles from './shift-parts.module.css'
import { ShiftProblem } from './shift-problem.tsx'
import type { Drawer, ShiftDesk } from './use-shift.ts'

interface Props {
  readonly drawer: Drawer
  readonly number: number
  readonly counts: readonly CountedCash[]
  readonly desk: ShiftDesk
  readonly onAgain: () => void
}

const usual = ['shift.result.reason.unknown', 'shift.result.reason.change'] as const

export function ShiftResult({ drawer, number, counts, desk, onAgain }: Props) {
  const say = useSay()
  const mayCountAgain = isOfOffice(useStore(who))
  const [reason, setReason] = useState('')
  const { kioskId } = drawer
  const differs = counts.some(({ amountMinor, expectedMinor }) => amountMinor !== expectedMinor)
  const mayClose = !desk.isAsking && (!differs || reason.trim() !== '')
  const close = () => {
    if (!mayClose) return
    void desk
      .send('close-shift', { kioskId, number, reason: reason.trim() })
      .then((isDone) =>
        isDone ? goTo({ name: 'shift', of: { kioskId, number, part: 'report' } }) : undefined,
      )
  }
  const words = desk.isAsking ? say('shift.close.closing') : say('shift.close.yes', { number })
  useSteps([{ id: 'next', words, keys: ['F9'], run: close, isOffered: mayClose }])
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{say('shift.result.title')}</h2>
      <div role="status">
        {counts.map((count) => (
          <Difference key={count.currency} count={count} />
        ))}
      </div>
      <Blocking drawer={drawer} />
      <div className={styles.steps}>
        <Button onPress={() => goTo({ name: 'shift', of: { kioskId, number, part: 'cash' } })}>
          {say('shift.result.sales')}
        </Button>
        {mayCountAgain && <Button onPress={onAgain}>{say('shift.count.again')}</Button>}
      </div>
      {differs && (
        <ReasonField
          label={say('shift.result.reason')}
          usual={usual}
          reason={reason}
          onReason={setReason}
          onEnter={close}
        />
      )}
      <ShiftProblem problem={desk.problem} zone={drawer.zone} />
      <div className={styles.next}>
        <Button look="next" shortcut="F9" isDisabled={!mayClose} onPress={close}>
          {words}
        </Button>
      </div>
    </section>
  )
}

function Difference({ count }: { readonly count: CountedCash }) {
  const say = useSay()
  const { money } = useFormats()
  const { currency, amountMinor, expectedMinor } = count
  const overMinor = amountMinor - expectedMinor
  const sum = money(Math.abs(overMinor), currency)
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{say('shift.count.total')}</dt>
        <dd>{money(amountMinor, currency)}</dd>
      </div>
      <div>
        <dt>{say('shift.result.expected')}</dt>
        <dd>{money(expectedMinor, currency)}</dd>
      </div>
      <div
        className={styles.large}
        data-short={overMinor < 0 || undefined}
        data-over={overMinor > 0 || undefined}
        data-same={overMinor === 0 || undefined}
      >
        <dt>{say('shift.result.difference')}</dt>
        <dd>
          {overMinor === 0
            ? say('shift.result.same')
            : say(overMinor > 0 ? 'shift.result.over' : 'shift.result.short', { sum })}
        </dd>
      </div>
    </dl>
  )
}
