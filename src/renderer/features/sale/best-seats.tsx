// [H13] Asking for the best seats: how many, where, and paging through the proposals. Owns this control only; the house decides
// what is best, and the sale store keeps what is chosen.

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { Plan } from '../../../shared/domain/seat-plan/plan.ts'
import { type Where, best, findBest, isShown, turn, wish, wishAt } from '../../stores/best-seats.ts'
import { sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useSteps } from '../../ui/use-steps.ts'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './best-seats.module.css'

interface Props {
  readonly row: ShowRow
  readonly plan: Plan
}

export function BestSeats({ row, plan }: Props) {
  const say = useSay()
  const { showId } = row
  const { count, proposals, rank } = useStore(best)
  const { asking } = useStore(sale)
  const isCustomers = useIsCustomers()
  const find = () => void findBest(showId)
  // The same key again shows the next best proposal, and after the last one the best again.
  const findOrTurn = () => {
    if (proposals.length > 0 && isShown(proposals[rank])) turn(rank + 1 < proposals.length ? 1 : -rank)
    else find()
  }
  useEffect(() => wishAt(showId), [showId])
  useSteps([
    {
      id: 'best',
      words: say('best.title'),
      keys: ['Ctrl+b', 'b'],
      run: findOrTurn,
      isOffered: row.active && asking === null,
    },
  ])
  return (
    <div role="group" aria-label={say('best.title')} className={styles.best}>
      <Stepper
        label={say('best.count')}
        value={count}
        min={1}
        max={row.seatsMax}
        onChange={(value) => wish({ count: value })}
        fewer={say('best.fewer')}
        more={say('best.more')}
      />
      {!isCustomers && <WhereChoice row={row} plan={plan} />}
      {/* Customers get a single button: pressing it again goes on to the next best. */}
      <Button
        onPress={isCustomers ? findOrTurn : find}
        shortcut="Ctrl+B"
        isDisabled={!row.active || asking !== null}
      >
        {say('best.find')}
      </Button>
      {!isCustomers && <Turns />}
    </div>
  )
}

function WhereChoice({ row, plan }: Props) {
  const say = useSay()
  const { where } = useStore(best)
  return (
    <Select
      label={say('best.where')}
      value={where ?? 'any'}
      options={usePlaces(row, plan)}
      onChange={(value) => wish({ where: value === 'any' ? null : (value as Where) })}
    />
  )
}

/** One proposal back or forward. */
function Turns() {
  const say = useSay()
  const { proposals, rank } = useStore(best)
  const { asking } = useStore(sale)
  return (
    <>
      <Button
        look="quiet"
        label={say('best.previous')}
        isDisabled={rank === 0 || asking !== null}
        onPress={() => turn(-1)}
      >
        <ChevronLeft size={16} aria-hidden className={styles.arrow} />
      </Button>
      <Button
        look="quiet"
        label={say('best.next')}
        isDisabled={rank + 1 >= proposals.length || asking !== null}
        onPress={() => turn(1)}
      >
        <ChevronRight size={16} aria-hidden className={styles.arrow} />
      </Button>
    </>
  )
}

/** The price zones that are on sale, then the standing areas. */
function usePlaces(row: ShowRow, plan: Plan): readonly { readonly value: string; readonly text: string }[] {
  const say = useSay()
  const standing = plan.sections.flatMap(({ kind, name }, section) =>
    kind === 'standing'
      ? [{ value: `area:${section}`, text: say('best.standing', { name: isolated(name) }) }]
      : [],
  )
  const isSeated = plan.sections.some(({ kind }) => kind === 'seats')
  const zones = plan.categories.flatMap(({ name }, category) =>
    isSeated && row.prices[category]?.some((price) => price !== null) === true
      ? [{ value: `zone:${category}`, text: name }]
      : [],
  )
  return [{ value: 'any', text: say('best.anywhere') }, ...zones, ...standing]
}
