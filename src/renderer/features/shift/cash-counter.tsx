// Counting a drawer piece by piece: how many of each coin and note, a sum for the rest, and the total in large print. Enter goes to
// the next field. Owns the fields; must never show what is expected.

import { type KeyboardEvent, useId } from 'react'
import { denominations } from '../../../shared/domain/cash-denominations.ts'
import { Field } from '../../ui/field.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './cash-counter.module.css'
import { type CountText, otherIn, piecesIn, sumIn } from './counted-cash.ts'

interface Props {
  readonly counts: readonly CountText[]
  /** If omitted, the count is read-only. */
  readonly onCounts?: (counts: readonly CountText[]) => void
}

export function CashCounter({ counts, onCounts }: Props) {
  return (
    <div className={styles.counters}>
      {counts.map((count, at) => (
        <OneCurrency
          key={count.currency}
          count={count}
          isFirst={at === 0}
          onCount={onCounts && ((changed) => onCounts(counts.with(at, changed)))}
        />
      ))}
    </div>
  )
}

interface OneProps {
  readonly count: CountText
  readonly isFirst: boolean
  readonly onCount: ((count: CountText) => void) | undefined
}

function OneCurrency({ count, isFirst, onCount }: OneProps) {
  const say = useSay()
  const { money } = useFormats()
  const { currency, pieces, other } = count
  return (
    <section className={styles.counter} data-count>
      <fieldset className={styles.pieces}>
        <legend>{say('shift.count.pieces', { currency })}</legend>
        {denominations[currency].map((value, at) => (
          <Piece
            key={value}
            label={money(value, currency)}
            said={say('shift.count.of', { value: money(value, currency) })}
            text={pieces[value] ?? ''}
            sum={money(value * (piecesIn(pieces[value] ?? '') ?? 0), currency)}
            isFirst={isFirst && at === 0}
            onText={onCount && ((text) => onCount({ ...count, pieces: { ...pieces, [value]: text } }))}
          />
        ))}
      </fieldset>
      <Field
        label={`${say('shift.count.other')} · ${say('shift.count.otherHint')}`}
        problem={otherIn(count) === null ? say('shift.cash.notAmount') : null}
      >
        {(ids) => (
          <input
            {...ids}
            inputMode="decimal"
            autoComplete="off"
            dir="ltr"
            onKeyDown={toNextField}
            readOnly={!onCount}
            value={other}
            onChange={({ currentTarget }) => onCount?.({ ...count, other: currentTarget.value })}
          />
        )}
      </Field>
      <p className={styles.total}>
        <span>{say('shift.count.total')}</span> <output>{money(sumIn(count), currency)}</output>
      </p>
    </section>
  )
}

interface PieceProps {
  readonly label: string
  readonly said: string
  readonly text: string
  readonly sum: string
  readonly isFirst: boolean
  readonly onText: ((text: string) => void) | undefined
}

function Piece({ label, said, text, sum, isFirst, onText }: PieceProps) {
  const say = useSay()
  const isWrong = piecesIn(text) === null
  const why = useId()
  return (
    <label className={styles.piece}>
      <span className={styles.value}>{isolated(label)}</span>
      <input
        aria-label={said}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? why : undefined}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        maxLength={6}
        onKeyDown={toNextField}
        autoFocus={isFirst && onText !== undefined}
        readOnly={!onText}
        value={text}
        onChange={({ currentTarget }) => onText?.(currentTarget.value)}
      />
      {isWrong ? (
        <span id={why} className={styles.why} role="alert">
          {say('shift.count.notCount')}
        </span>
      ) : (
        <span className={styles.sum} aria-hidden={text === ''} data-none={text === '' || undefined}>
          {sum}
        </span>
      )}
    </label>
  )
}

/** As on a till: Enter ends a number, not the count. */
function toNextField(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return
  event.preventDefault()
  const fields = [...(event.currentTarget.closest('[data-count]')?.querySelectorAll('input') ?? [])]
  fields[fields.indexOf(event.currentTarget) + 1]?.focus()
}
