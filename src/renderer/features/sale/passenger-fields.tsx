// The name and age of the passenger of a seat, where the show keeps a passenger list. Owns the two fields and their errors; must
// never hold a sale up: what is typed is sent to the house at payment.

import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { PASSENGER_NAME_MAX } from '../../../shared/contract/limits.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import type { Passenger } from '../../../shared/domain/pricing.ts'
import { namePassenger, passengers } from '../../stores/passengers.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './passenger-fields.module.css'
import { readAge } from './read-age.ts'

interface Props {
  readonly seatId: SeatId
  /** The seat's name. */
  readonly seat: string
  readonly passenger: Passenger | undefined
}

export function PassengerFields({ seatId, seat, passenger }: Props) {
  const say = useSay()
  const [name, setName] = useState(passenger?.name ?? '')
  const [age, setAge] = useState(passenger?.age === undefined ? '' : String(passenger.age))
  const isAsked = useStore(passengers).askedFor === seatId
  const isNameMissing = name.trim() === ''
  const isAgeWrong = age.trim() !== '' && readAge(age) === null
  const fields = useFirstWanting(isAsked)
  const type = (typed: { readonly name: string; readonly age: string }) => {
    setName(typed.name)
    setAge(typed.age)
    namePassenger(seatId, { name: typed.name.trim() || null, age: readAge(typed.age) })
  }
  return (
    <span ref={fields} className={styles.fields}>
      <input
        aria-label={say('passenger.name', { seat })}
        placeholder={say('passenger.name.short')}
        value={name}
        maxLength={PASSENGER_NAME_MAX}
        autoComplete="off"
        dir="auto"
        aria-invalid={(isAsked && isNameMissing) || undefined}
        onChange={({ currentTarget }) => type({ name: currentTarget.value, age })}
      />
      <input
        aria-label={say('passenger.age', { seat })}
        placeholder={say('passenger.age.short')}
        value={age}
        size={3}
        maxLength={3}
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={isAgeWrong || (isAsked && readAge(age) === null) || undefined}
        onChange={({ currentTarget }) => type({ name, age: currentTarget.value })}
      />
      {isAsked && (
        <span role="alert" className={styles.wanting}>
          {say('passenger.wanted', { seat })}
        </span>
      )}
    </span>
  )
}

/** On an attempt to pay, moves the focus to the first missing field. */
function useFirstWanting(isAsked: boolean) {
  const fields = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (isAsked) fields.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [isAsked])
  return fields
}
