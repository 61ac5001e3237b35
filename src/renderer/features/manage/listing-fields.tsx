// The fields of a new listing: labels, maximum lengths, input modes. Owns their rendering only.

import type { HTMLAttributes } from 'react'
import { type ListingSort, listingSorts } from '../../../shared/domain/catalogue.ts'
import type { MessageId } from '../../messages/catalogue.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import type { ListingDetail } from './listing-details.ts'

export type ListingText = 'title' | ListingDetail

interface Asked {
  readonly words: MessageId
  readonly max: number
  readonly about?: HTMLAttributes<HTMLInputElement>
}

/** With the limits of the spreadsheet import. */
const asked: Readonly<Record<Exclude<ListingText, 'stars'>, Asked>> = {
  title: { words: 'field.title', max: 120, about: { autoFocus: true } },
  operator: { words: 'listings.operator', max: 200 },
  city: { words: 'listings.city', max: 200 },
  by: { words: 'listings.by', max: 200 },
  language: { words: 'listings.language', max: 200 },
  nights: { words: 'listings.nights', max: 16, about: { inputMode: 'numeric', dir: 'ltr' } },
  minutes: { words: 'listings.minutes', max: 16, about: { inputMode: 'numeric', dir: 'ltr' } },
  amenities: { words: 'listings.amenities.list', max: 3000 },
  includes: { words: 'listings.includes.list', max: 3000 },
  from_minor: { words: 'listings.from', max: 16, about: { inputMode: 'decimal', dir: 'ltr' } },
}

interface FieldProps {
  readonly of: ListingText
  readonly text: string
  readonly problem: string | null
  readonly onText: (of: ListingText, text: string) => void
}

export function TextField({ of, text, problem, onText }: FieldProps) {
  const say = useSay()
  if (of === 'stars') return <StarsField stars={text} onStars={(stars) => onText(of, stars)} />
  const { words, max, about } = asked[of]
  return (
    <Field label={say(words)} problem={problem}>
      {(ids) => (
        <input
          dir="auto"
          {...ids}
          {...about}
          autoComplete="off"
          maxLength={max}
          value={text}
          onChange={({ currentTarget }) => onText(of, currentTarget.value)}
        />
      )}
    </Field>
  )
}

export function SortField({
  sort,
  onSort,
}: {
  readonly sort: ListingSort
  readonly onSort: (sort: ListingSort) => void
}) {
  const say = useSay()
  const options = listingSorts.map((one) => ({ value: one, text: say(`sort.${one}`) }))
  return (
    <Field label={say('import.sort')}>
      {({ id }) => (
        <Select id={id} label={say('import.sort')} value={sort} options={options} onChange={onSort} />
      )}
    </Field>
  )
}

/** A hotel has one to five, or none are given. */
function StarsField({
  stars,
  onStars,
}: {
  readonly stars: string
  readonly onStars: (stars: string) => void
}) {
  const say = useSay()
  const told = [1, 2, 3, 4, 5].map((count) => ({
    value: String(count),
    text: say('listing.stars', { count }),
  }))
  const options = [{ value: '', text: say('listings.stars.none') }, ...told]
  return (
    <Field label={say('listings.stars')}>
      {({ id }) => (
        <Select id={id} label={say('listings.stars')} value={stars} options={options} onChange={onStars} />
      )}
    </Field>
  )
}
