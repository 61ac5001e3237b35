// The lines of the cart: each seat, room or place with its ticket type, its passenger where a rule asks for one, and its price.
// Owns how a line looks; what a change does is in stores/sale.ts.

import { X } from 'lucide-react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { TicketTypeId } from '../../../shared/domain/ids.ts'
import { type Plan, seatFlag } from '../../../shared/domain/seat-plan/plan.ts'
import type { WantedLine } from '../../../shared/domain/pricing.ts'
import { choosePassenger } from '../../stores/passengers.ts'
import { chooseType, sale, toggleSeat } from '../../stores/sale.ts'
import { seats } from '../../stores/seats.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { unitOf } from '../../ui/unit-of.ts'
import styles from './cart-lines.module.css'
import { PassengerFields } from './passenger-fields.tsx'
import { commonTypes, offeredWith } from './types-for-all.ts'
import { useUnitName } from './use-unit-name.ts'

const genders = ['unspecified', 'female', 'male'] as const

export function CartLines({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const { lines } = useStore(sale)
  const { plan } = useStore(seats)
  if (lines.length === 0 || !plan)
    return <p className={styles.empty}>{say('cart.empty', { unit: unitOf(row.sort) })}</p>
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <Line key={line.seatId} line={line} row={row} plan={plan} />
      ))}
    </ul>
  )
}

interface LineProps {
  readonly line: WantedLine
  readonly row: ShowRow
  readonly plan: Plan
}

function Line({ line, row, plan }: LineProps) {
  const say = useSay()
  const { money } = useFormats()
  const { booking, asking } = useStore(sale)
  const unitName = useUnitName(row, plan)
  const { label, where } = unitName(line.seatId)
  const seat = isolated(label)
  const category = plan.category[line.seatId] ?? 0
  // [L3] Asked only where a rule may depend on it.
  const isLadies = ((plan.flags[line.seatId] ?? 0) & seatFlag.ladies) !== 0
  const asksWho = row.asksWhoSits || isLadies
  const held = booking?.lines.find((one) => one.seatId === line.seatId)
  // [P2] A held seat keeps its price, whatever the price list says now.
  const priceMinor = held?.priceMinor ?? row.prices[category]?.[line.ticketTypeId] ?? null
  const types = offeredWith(commonTypes(row, plan, [line]), line.ticketTypeId)
  return (
    <li className={styles.line} data-chosen={held ? undefined : true} ref={held ? undefined : intoView}>
      <span className={styles.seat}>
        <bdi>{label}</bdi>
        <span className={styles.zone}>{booking && !held ? say('cart.notHeld') : <bdi>{where}</bdi>}</span>
      </span>
      <span className={styles.choices}>
        <Select
          label={say('cart.type', { seat })}
          value={String(line.ticketTypeId)}
          options={types.map((type) => ({ value: String(type), text: row.ticketTypes[type] ?? '' }))}
          isWanting={priceMinor === null}
          isDisabled={asking !== null}
          onChange={(type) => void chooseType(line.seatId, Number(type) as TicketTypeId)}
        />
        {asksWho && (
          <Select
            label={say('passenger.label', { seat })}
            value={line.passenger?.gender ?? 'unspecified'}
            options={genders.map((value) => ({ value, text: say(`passenger.${value}`) }))}
            isDisabled={asking !== null}
            isWanting={isLadies && line.passenger?.gender !== 'female'}
            onChange={(gender) => choosePassenger(line.seatId, gender)}
          />
        )}
        {row.asksNames && <PassengerFields seatId={line.seatId} seat={seat} passenger={line.passenger} />}
      </span>
      <span className={styles.price}>
        {priceMinor === null ? say('cart.notSold') : money(priceMinor, row.currency)}
      </span>
      <Button look="quiet" label={say('cart.remove', { seat })} onPress={() => toggleSeat(line.seatId)}>
        <X size={16} aria-hidden />
      </Button>
    </li>
  )
}

/** Scrolls the seat just chosen into view, however many there are. */
function intoView(line: HTMLLIElement | null): void {
  line?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
