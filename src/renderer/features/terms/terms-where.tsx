// Whose terms are shown: the house's, a venue's, a listing's or a show's. Owns the choice.

import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { HOUSE_ROW, type TermsPlace, termsPlaces } from '../../../shared/domain/changes/change.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { goTo } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Select } from '../../ui/select.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import type { TermsRow } from './use-terms.ts'

type OfShows = Exclude<TermsPlace, 'house'>

const idOf: { readonly [At in OfShows]: (row: ShowRow) => number } = {
  venues: ({ venueId }) => venueId,
  listings: ({ listingId }) => listingId,
  shows: ({ showId }) => showId,
}

export function TermsWhere({ row }: { readonly row: TermsRow }) {
  const say = useSay()
  const choicesOf = useChoices()
  const first = (at: TermsPlace) => (at === 'house' ? HOUSE_ROW : Number(choicesOf(at)[0]?.value ?? 0))
  return (
    <>
      <Select
        label={say('terms.of')}
        value={row.at}
        options={termsPlaces
          .filter((at) => at === 'house' || choicesOf(at).length > 0)
          .map((at) => ({ value: at, text: say(`terms.at.${at}`) }))}
        onChange={(at) => choose(at, first(at))}
      />
      {row.at !== 'house' && (
        <Select<string>
          label={say('terms.which.one')}
          value={String(row.id)}
          options={choicesOf(row.at)}
          onChange={(id) => choose(row.at, Number(id))}
        />
      )}
    </>
  )
}

function choose(at: TermsPlace, id: number): void {
  goTo({ name: 'terms', at, id })
}

/** The existing rows at a level, by name; shows by their start. */
function useChoices(): (at: OfShows) => readonly { readonly value: string; readonly text: string }[] {
  const { rows } = useStore(shows)
  const { day, clock } = useFormats()
  const { locale } = useIntl()
  const all = [...rows.values()].toSorted((one, other) => one.startsAtMs - other.startsAtMs)
  const nameOf = {
    venues: ({ venue }: ShowRow) => venue,
    listings: ({ title }: ShowRow) => title,
    shows: ({ title, startsAtMs, zone }: ShowRow) =>
      `${day(startsAtMs, zone)} ${clock(startsAtMs, zone)} · ${isolated(title)}`,
  }
  return (at) => {
    const named = new Map(all.map((row) => [idOf[at](row), nameOf[at](row)]))
    const choices = [...named].map(([id, text]) => ({ value: String(id), text }))
    return at === 'shows' ? choices : choices.toSorted((a, b) => a.text.localeCompare(b.text, locale))
  }
}

/** The currency of the first show below it; for the house that of its first show. */
export function useCurrencyOf({ at, id }: TermsRow): Currency {
  const { rows } = useStore(shows)
  const all = [...rows.values()]
  const below = at === 'house' ? all[0] : all.find((row) => idOf[at](row) === id)
  return below?.currency ?? 'INR'
}
