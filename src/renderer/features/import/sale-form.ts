// The import screen's form, as typed, and its conversion to two commands. Owns reading the fields; if a field cannot be read it is
// named, and nothing is sent.

import { Temporal } from 'temporal-polyfill'
import type { Input, Output } from '../../../shared/contract/operations.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ListingSort } from '../../../shared/domain/catalogue.ts'
import type { VenueId } from '../../../shared/domain/ids.ts'
import { clashOf } from '../../../shared/domain/series.ts'
import { type Currency, parseAmount } from '../../../shared/lib/money.ts'
import { readClock } from '../../ui/read-clock.ts'

export interface SaleForm {
  readonly planName: string
  readonly title: string
  readonly sort: ListingSort
  /** `new`, or a venue's id. */
  readonly venue: string
  readonly venueName: string
  readonly zone: string
  readonly currency: Currency
  /** As in the date field: `2026-11-20`, in the venue's calendar. */
  readonly day: string
  /** As typed: `19:30` by the venue's clock. */
  readonly time: string
  readonly types: string
  /** By category, then ticket type, as typed. */
  readonly prices: Readonly<Record<string, string>>
}

type Report = Output<'check-plan'>
type Venue = Output<'house'>['venues'][number]

export type FormProblem =
  | {
      readonly kind: 'missing'
      readonly field: 'planName' | 'title' | 'venueName' | 'day' | 'time' | 'types'
    }
  | { readonly kind: 'bad-time'; readonly text: string }
  | { readonly kind: 'bad-price'; readonly category: string; readonly type: string; readonly text: string }
  | { readonly kind: 'no-price' }

export function ticketTypesOf({ types }: SaleForm): string[] {
  return types
    .split(/[,،]/)
    .map((type) => type.trim())
    .filter((type) => type !== '')
}

export function venueOf(form: SaleForm, venues: readonly Venue[]): { zone: string; currency: Currency } {
  return venues.find(({ venueId }) => String(venueId) === form.venue) ?? form
}

export function priceKey(category: string, type: string): string {
  return `${category}\n${type}`
}

export function problemOf(form: SaleForm, report: Report, currency: Currency): FormProblem | null {
  if (form.planName.trim() === '') return { kind: 'missing', field: 'planName' }
  if (form.title.trim() === '') return { kind: 'missing', field: 'title' }
  if (form.venue === 'new' && form.venueName.trim() === '') return { kind: 'missing', field: 'venueName' }
  if (form.day === '') return { kind: 'missing', field: 'day' }
  if (form.time.trim() === '') return { kind: 'missing', field: 'time' }
  if (readClock(form.time) === null) return { kind: 'bad-time', text: form.time.trim() }
  if (ticketTypesOf(form).length === 0) return { kind: 'missing', field: 'types' }
  let priced = 0
  for (const { name: category } of report.categories) {
    for (const type of ticketTypesOf(form)) {
      const text = (form.prices[priceKey(category, type)] ?? '').trim()
      if (text === '') continue
      if (parseAmount(text, currency) === null) return { kind: 'bad-price', category, type, text }
      priced += 1
    }
  }
  return priced === 0 ? { kind: 'no-price' } : null
}

/** [E3] What was typed is the venue's wall clock; the house stores the instant. Null while a part is missing. */
export function startsAtMs({ day, time }: Pick<SaleForm, 'day' | 'time'>, zone: string): number | null {
  const clock = readClock(time)
  if (day === '' || clock === null) return null
  return Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(zone).epochMilliseconds
}

/** The venue's show that begins nearest to this one, if that is too near; `new` has none. */
export function clashAt<Row extends Pick<ShowRow, 'venueId' | 'startsAtMs'>>(
  rows: Iterable<Row>,
  venue: string,
  atMs: number | null,
): Row | undefined {
  const there = [...rows].filter(({ venueId }) => String(venueId) === venue)
  const starts = there.map(({ startsAtMs: start }) => start)
  const clash = atMs === null ? null : clashOf(atMs, starts)
  return there.find(({ startsAtMs: start }) => start === clash)
}

/** A form in which `problemOf` found nothing wrong, converted for the house. */
export function openShowInput(
  form: SaleForm,
  report: Report,
  venues: readonly Venue[],
): Omit<Input<'open-show'>, 'planId'> {
  const { zone, currency } = venueOf(form, venues)
  const types = ticketTypesOf(form)
  return {
    title: form.title.trim(),
    sort: form.sort,
    venue:
      form.venue === 'new'
        ? { name: form.venueName.trim(), zone: form.zone, currency: form.currency }
        : { venueId: Number(form.venue) as VenueId },
    // A form without a start is never sent; if it were, the house would name the field.
    startsAtMs: startsAtMs(form, zone) ?? 0,
    ticketTypes: types,
    prices: report.categories.map(({ name }) =>
      types.map((type) => {
        const text = (form.prices[priceKey(name, type)] ?? '').trim()
        return text === '' ? null : parseAmount(text, currency)
      }),
    ),
  }
}

/** The nearest place that sets the fee: the place itself, then what it inherits from, last first. */
export function feeOf({ own, chains }: Output<'terms-of'>): number | null {
  const inherited = chains[0]?.map(({ terms }) => terms) ?? []
  return [...inherited, own.terms].findLast(({ feeMinor }) => feeMinor !== undefined)?.feeMinor ?? null
}
