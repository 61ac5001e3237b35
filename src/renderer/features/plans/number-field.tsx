import { useState } from 'react'
import { latinDigits } from '../../../shared/lib/money.ts'
import { Field } from '../../ui/field.tsx'

interface Props {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onValue: (value: number) => void
}

/** A whole number, typed in any digits; invalid or out-of-range input is marked and changes nothing. */
export function NumberField({ label, value, min, max, onValue }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? String(value)
  return (
    <Field label={label}>
      {(ids) => (
        <input
          {...ids}
          inputMode="numeric"
          dir="ltr"
          value={text}
          aria-invalid={readWhole(text, min, max) === null || undefined}
          onBlur={() => setTyped(null)}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value)
            const read = readWhole(currentTarget.value, min, max)
            if (read !== null) onValue(read)
          }}
        />
      )}
    </Field>
  )
}

function readWhole(text: string, min: number, max: number): number | null {
  const plain = latinDigits(text).trim()
  const number = /^-?\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN
  return number >= min && number <= max ? number : null
}
