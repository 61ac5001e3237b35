// The listing of a new show and the show it is modelled on, both found by their first letters. Owns their rendering only.

import type { ListingRow } from '../../../shared/contract/row-operations.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import type { ShowWish } from './show-wish.ts'

interface ListingFieldProps {
  readonly listings: readonly ListingRow[]
  readonly value: string
  readonly onChange: (listing: string) => void
}

export function ListingField({ listings, value, onChange }: ListingFieldProps) {
  const say = useSay()
  const options = listings
    .map(({ listingId, title }) => ({ value: String(listingId), text: title }))
    .toSorted((one, other) => one.text.localeCompare(other.text))
  return (
    <Field label={say('calendar.listing')}>
      {({ id }) => <Select autoFocus label={say('calendar.listing')} {...{ id, value, options, onChange }} />}
    </Field>
  )
}

export function ModelField({
  wish,
  onChange,
}: {
  readonly wish: ShowWish
  readonly onChange: (like: string) => void
}) {
  const say = useSay()
  const { day, clock } = useFormats()
  const options = wish.models.map(({ showId, title, venue, startsAtMs, zone }) => ({
    value: String(showId),
    text: `${title} · ${isolated(`${day(startsAtMs, zone)} ${clock(startsAtMs, zone)}`)} · ${isolated(venue)}`,
  }))
  const value = String(wish.model?.showId ?? '')
  return (
    <Field label={say('series.model')}>
      {({ id }) => <Select label={say('series.model')} {...{ id, value, options, onChange }} />}
    </Field>
  )
}
