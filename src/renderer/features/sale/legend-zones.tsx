import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { Plan } from '../../../shared/domain/seat-plan/plan.ts'
import { useZoneTones } from '../../seat-map/use-zone-tones.ts'
import { best, wish, zoneOf } from '../../stores/best-seats.ts'
import { preferences } from '../../stores/preferences.ts'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './legend.module.css'

interface Props {
  readonly plan: Plan
  readonly row: ShowRow
}

/**
 * Price zones by name and colour. Pressing one keeps it bright, fades all others, and restricts the search for the best seats to
 * it. For customers the zones are only shown.
 */
export function LegendZones({ plan, row }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const isCustomers = useIsCustomers()
  const tones = useZoneTones(plan, useStore(preferences).scheme)
  const wanted = zoneOf(useStore(best).where)
  const priceOf = (category: number) => {
    const price = row.prices[category]?.find((amount) => amount !== null)
    return typeof price === 'number' ? money(price, row.currency) : ''
  }
  const turn = (category: number) =>
    wish({ where: wanted === category ? null : (`zone:${category}` as const) })
  const zones = plan.categories.map(({ name, color }, category) => (
    <>
      <span className={styles.tone} style={toneOf(tones[category], color)} aria-hidden="true" />
      {say('legend.zone', { name: isolated(name), price: priceOf(category) })}
    </>
  ))
  return (
    <ul className={styles.states} aria-label={say('legend.zones')}>
      {zones.map((zone, category) => (
        <li key={plan.categories[category]?.name}>
          {isCustomers ? (
            zone
          ) : (
            <button
              type="button"
              className={styles.zone}
              aria-pressed={wanted === category}
              onClick={() => turn(category)}
            >
              {zone}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function toneOf(far: string | undefined, near: string | undefined) {
  return { borderInlineColor: far, borderBlockEndColor: far, borderBlockStartColor: near }
}
