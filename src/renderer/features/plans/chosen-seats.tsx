// The selection, and what can be done to it. Owns these forms; shapes can be selected here too, without using the map.

import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import {
  areasOf,
  type Chosen,
  everySeat,
  nobody,
  seatsOf,
  wholeRows,
} from '../../../shared/domain/plan-edit/chosen.ts'
import { fineStep } from '../../../shared/domain/plan-edit/snap.ts'
import type { DraftSeat, PlanDraft } from '../../../shared/domain/plan-import/draft.ts'
import { flagWords } from '../../../shared/domain/plan-import/seat-words.ts'
import type { SeatFlag } from '../../../shared/domain/seat-plan/plan.ts'
import { change, choose } from '../../stores/plan-edit.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import { ChosenRows } from './chosen-rows.tsx'
import { ChosenShape } from './chosen-shape.tsx'
import styles from './plan-editor.module.css'

interface Props {
  readonly draft: PlanDraft
  readonly chosen: Chosen
}

export function ChosenSeats({ draft, chosen }: Props) {
  const say = useSay()
  const seats = [...seatsOf(draft)].filter(({ uuid }) => chosen.seats.has(uuid))
  const isAny = chosen.seats.size + chosen.areas.size > 0
  return (
    <section className={styles.part} aria-label={say('plans.chosen')}>
      <h2 className="visually-hidden">{say('plans.chosen')}</h2>
      <p className={styles.partTitle} role="status">
        {say('plans.chosen.count', { seats: chosen.seats.size, shapes: chosen.areas.size })}
      </p>
      <div className={styles.body}>
        <div className={styles.line}>
          <Button look="quiet" keys="Ctrl+A" onPress={() => choose(everySeat(draft))}>
            {say('plans.chooseAll')}
          </Button>
          <Button
            look="quiet"
            isDisabled={seats.length === 0}
            onPress={() => choose(wholeRows(draft, chosen))}
          >
            {say('plans.chooseRows')}
          </Button>
          <Button look="quiet" isDisabled={!isAny} keys="Escape" onPress={() => choose(nobody)}>
            {say('plans.chooseNone')}
          </Button>
        </div>
        {isAny && <Moves />}
        {seats.length > 0 && <Marks seats={seats} draft={draft} />}
        {seats.length > 0 && <ChosenRows draft={draft} chosen={chosen} />}
        <Shapes draft={draft} chosen={chosen} />
        {chosen.areas.size > 0 && (
          <ChosenShape areas={areasOf(draft).filter((_, at) => chosen.areas.has(at))} />
        )}
      </div>
    </section>
  )
}

const ways = [
  { way: 'left', Picture: ArrowLeft, dx: -fineStep, dy: 0 },
  { way: 'up', Picture: ArrowUp, dx: 0, dy: -fineStep },
  { way: 'down', Picture: ArrowDown, dx: 0, dy: fineStep },
  { way: 'right', Picture: ArrowRight, dx: fineStep, dy: 0 },
] as const

function Moves() {
  const say = useSay()
  return (
    <div className={styles.line}>
      <span role="group" aria-label={say('plans.move')} className={styles.line} dir="ltr">
        {ways.map(({ way, Picture, dx, dy }) => (
          <Button
            key={way}
            look="quiet"
            label={say(`plans.move.${way}`)}
            onPress={() => change({ kind: 'move', dx, dy })}
          >
            <Picture size={16} aria-hidden />
          </Button>
        ))}
      </span>
      <Button look="quiet" keys="Ctrl+D" onPress={() => change({ kind: 'duplicate' })}>
        {say('plans.duplicate')}
      </Button>
      <Button look="quiet" keys="Delete" onPress={() => change({ kind: 'remove' })}>
        {say('plans.remove')}
      </Button>
    </div>
  )
}

const flags = Object.keys(flagWords) as SeatFlag[]

function Marks({ seats, draft }: { readonly seats: readonly DraftSeat[]; readonly draft: PlanDraft }) {
  const say = useSay()
  const zones = new Set(seats.map(({ category }) => category))
  const [zone = ''] = zones.size === 1 ? zones : []
  const options = draft.categories.map(({ name }) => ({ value: name, text: name }))
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{say('plans.marks')}</legend>
        <div className={styles.pair}>
          {flags.map((flag) => (
            <Flag key={flag} flag={flag} seats={seats} />
          ))}
        </div>
      </fieldset>
      <Field label={say('plans.zone')}>
        {(ids) => (
          <Select
            {...ids}
            label={say('plans.zone')}
            value={zone}
            options={zone === '' ? [{ value: '', text: say('plans.zone.mixed') }, ...options] : options}
            onChange={(category) => category !== '' && change({ kind: 'zone', category })}
          />
        )}
      </Field>
    </>
  )
}

function Flag({ flag, seats }: { readonly flag: SeatFlag; readonly seats: readonly DraftSeat[] }) {
  const say = useSay()
  const marked = seats.filter((seat) => seat.flags.includes(flag)).length
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={marked === seats.length}
        ref={(box) => {
          if (box) box.indeterminate = marked > 0 && marked < seats.length
        }}
        onChange={() => change({ kind: 'flag', flag, isOn: marked < seats.length })}
      />
      {say(`flag.${flag}`)}
    </label>
  )
}

/** Shapes as wide as a house are hard to hit, so they can be selected by name. */
function Shapes({ draft, chosen }: Props) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const areas = areasOf(draft)
  if (areas.length === 0) return null
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.quiet}>{say('plans.shapes.count', { count: areas.length })}</summary>
      {isOpen && (
        <div className={styles.line}>
          {areas.map(({ text, shape }, index) => (
            <Button
              // oxlint-disable-next-line react/no-array-index-key -- a shape is identified by its place in the list only
              key={index}
              look="quiet"
              isPressed={chosen.areas.has(index)}
              onPress={() => choose({ ...chosen, areas: chosen.areas.symmetricDifference(new Set([index])) })}
            >
              {text === '' ? say('plans.shape.nameless', { shape, number: index + 1 }) : text}
            </Button>
          ))}
        </div>
      )}
    </details>
  )
}
