import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { lineFor, sale } from '../../stores/sale.ts'
import { seats } from '../../stores/seats.ts'
import { sweep } from '../../stores/sweep.ts'
import { useDirection, useFormats, useSay } from '../../ui/words.tsx'
import styles from './sweep-chip.module.css'

/** How many seats the drag covers and what they cost including the fee, shown before the pointer is lifted. */
export function SweepChip({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const { money } = useFormats()
  const { over } = useStore(sweep)
  const { lines } = useStore(sale)
  const { plan } = useStore(seats)
  const sumMinor = over
    .map((seatId) => {
      const type = lineFor(seatId)?.ticketTypeId
      const price = type === undefined ? null : row.prices[plan?.category[seatId] ?? 0]?.[type]
      return (price ?? 0) + row.feeMinor
    })
    .reduce((sum, price) => sum + price, 0)
  return (
    <p role="status" className={styles.chip} dir={useDirection()}>
      {over.length > 0 &&
        say('sweep.told', {
          count: over.length,
          sum: money(sumMinor, row.currency),
          isMost: String(over.length + lines.length >= row.seatsMax),
        })}
    </p>
  )
}
