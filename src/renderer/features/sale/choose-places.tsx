import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { sale } from '../../stores/sale.ts'
import { beginStay, stay, wishPlaces } from '../../stores/stay.ts'
import { Stepper } from '../../ui/stepper.tsx'
import { takeScreenFocus } from '../../ui/kept-focus.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { ListingFacts } from './listing-facts.tsx'
import styles from './choose-places.module.css'

/** Choosing places on a departure: what a place includes, when it leaves, how many places are left and how many are wanted. */
export function ChoosePlaces({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const { clock, wholeDay, money } = useFormats()
  const { lines, asking } = useStore(sale)
  const { isNone, places } = useStore(stay)
  const { showId } = row
  useEffect(() => beginStay(showId), [showId])
  const prices = new Set(row.prices.flat().filter((price) => price !== null))
  const { available: left, allocated: all } = row.counts
  return (
    <div className={styles.place}>
      <section ref={takeScreenFocus} tabIndex={-1} className={styles.departure}>
        <ListingFacts row={row} />
        <dl className={styles.when}>
          <dt>{say('package.leaves')}</dt>
          <dd>
            {wholeDay(row.startsAtMs, row.zone)} · {clock(row.startsAtMs, row.zone)}
          </dd>
          {prices.size > 0 && (
            <>
              <dt>{say('package.price')}</dt>
              <dd>
                {say('package.price.of', {
                  price: money(Math.min(...prices), row.currency),
                  count: prices.size,
                })}
              </dd>
            </>
          )}
          <dt>{say('package.places')}</dt>
          <dd>{say('package.left', { left, all })}</dd>
        </dl>
        <Stepper
          isNamed
          label={say('package.wanted')}
          fewer={say('package.fewer')}
          more={say('package.more')}
          value={places ?? lines.length}
          min={0}
          max={row.seatsMax}
          isDisabled={asking !== null || !row.active}
          onChange={(count) => void wishPlaces(showId, count)}
        />
        <p role="status" className={styles.none}>
          {isNone && say('package.none')}
        </p>
      </section>
    </div>
  )
}
