// What would happen to the chosen seats, before it is done: counts as a bar, and those left out with reasons; afterwards what was
// done, and its undo.

import type { RowOutcome, SkipReason } from '../../../shared/domain/changes/change.ts'
import { type Plan, seatLabel } from '../../../shared/domain/seat-plan/plan.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import type { MessageId } from '../../messages/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { OutcomeBar, countOf, countsOf } from '../../ui/outcome-bar.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useSay } from '../../ui/words.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import styles from './off-sale-screen.module.css'
import type { OffSale } from './use-off-sale.ts'

interface Props {
  readonly plan: Plan
  readonly work: OffSale
}

const usual: readonly MessageId[] = ['offSale.camera', 'offSale.broken', 'offSale.house']
/** At most so many seats are named; an ellipsis and the count stand for the rest. */
const NAMED_MAX = 12

export function OffSalePanel({ plan, work }: Props) {
  const say = useSay()
  const { chosen, setChosen, pointedAt, reason, setReason, trial, done, change, undo } = work
  const [toBlock, toFree] = [countOf(trial.off, 'changes'), countOf(trial.on, 'changes')]
  const block = () => (toBlock > 0 && reason.trim() !== '' ? void change(reason.trim()) : undefined)
  const counts = { changed: done?.changed ?? 0, skipped: done?.skipped ?? 0 }
  const row = pointedAt === null ? [] : seatsOfRow(plan, pointedAt)
  const chooseRow = () => setChosen((now) => now.union(new Set(row)))
  useKeys({ F8: chooseRow, F9: block, 'Ctrl+z': () => void undo() })
  return (
    <section className={styles.panel} aria-label={say('offSale.title')}>
      <h2 className={styles.count}>{say('offSale.chosen', { count: chosen.size })}</h2>
      <Button onPress={chooseRow} shortcut="F8" isDisabled={row.length === 0}>
        {say('offSale.row')}
      </Button>
      {chosen.size > 0 && <WhatWould plan={plan} rows={trial.off} />}
      <ReasonField
        label={say('offSale.reason')}
        usual={usual}
        reason={reason}
        onReason={setReason}
        onEnter={block}
        isFirst={false}
      />
      <Button look="next" onPress={block} shortcut="F9" isDisabled={toBlock === 0 || reason.trim() === ''}>
        {say('offSale.take', { count: toBlock })}
      </Button>
      <Button onPress={() => void change(null)} isDisabled={toFree === 0}>
        {say('offSale.putBack', { count: toFree })}
      </Button>
      <Button look="quiet" onPress={() => setChosen(new Set())} isDisabled={chosen.size === 0}>
        {say('manage.clear')}
      </Button>
      <p role="status" className={styles.done}>
        {done && say(done.isUndo ? 'manage.undone' : 'offSale.done', counts)}
      </p>
      {done && (
        <Button onPress={() => void undo()} shortcut="Ctrl+Z">
          {say('manage.undo')}
        </Button>
      )}
    </section>
  )
}

function seatsOfRow({ row }: Plan, seatId: SeatId): SeatId[] {
  const seats: SeatId[] = []
  row.forEach((one, seat) => {
    if (one === row[seatId]) seats.push(seat as SeatId)
  })
  return seats
}

function WhatWould({ plan, rows }: { readonly plan: Plan; readonly rows: readonly RowOutcome[] }) {
  const say = useSay()
  const count = (outcome: RowOutcome['outcome']) => countOf(rows, outcome)
  const left = Map.groupBy(
    rows.filter(({ reason }) => reason !== null),
    ({ reason }) => reason,
  )
  return (
    <>
      <OutcomeBar counts={countsOf(rows)} />
      <ul className={styles.counts}>
        <li>{say('offSale.would', { count: count('changes') })}</li>
        {count('same') > 0 && <li>{say('offSale.already', { count: count('same') })}</li>}
        {[...left].map(([reason, some]) => (
          <li key={reason}>
            {say('offSale.left', {
              count: some.length,
              reason: say(`manage.reason.${reason as SkipReason}`),
            })}
            <br />
            <small>{named(plan, some)}</small>
          </li>
        ))}
      </ul>
    </>
  )
}

function named(plan: Plan, rows: readonly RowOutcome[]): string {
  const labels = rows.slice(0, NAMED_MAX).map(({ id }) => seatLabel(plan, id as SeatId))
  return labels.join(', ') + (rows.length > NAMED_MAX ? ' …' : '')
}
