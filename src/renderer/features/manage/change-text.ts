// Describes a change in words. Owns the wording only; a field without a word here is shown by its stored name.

import { useIntl } from 'react-intl'
import type { Output } from '../../../shared/contract/operations.ts'
import { never } from '../../../shared/lib/assert.ts'
import { settableTerms } from '../../../shared/domain/terms.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/lib/time.ts'
import type { MessageId, Say } from '../../messages/catalogue.ts'
import { type Formats, isolated, useFormats, useSay } from '../../ui/words.tsx'
import { percentText } from './percent-text.ts'
import { useCurrency } from './use-currency.ts'

type Change = Output<'change'>['change']['change']

const fields: Readonly<Record<string, MessageId>> = {
  active: 'manage.onSale',
  title: 'field.title',
  operator: 'listings.operator',
  city: 'listings.city',
  stars: 'listings.stars',
  amenities: 'listings.amenities',
  name: 'field.name',
  phone: 'customers.phone',
  email: 'customers.email',
  vip: 'customers.vip',
  language: 'customers.language',
  percent: 'coupons.percent',
  usesMax: 'coupons.usesMax',
  validFromMs: 'coupons.from',
  validUntilMs: 'coupons.until',
  discountMaxMinor: 'coupons.most',
  fromMinor: 'listings.from',
  blockedFor: 'seats.reason',
  prices: 'seats.price',
  held: 'holds.state.held',
  startsAtMs: 'changes.starts',
  salesCloseAtMs: 'changes.salesClose',
}
/** A field's name as in the head of its table. */
export function fieldHead(field: string, of: string, say: Say): string {
  const id = of === 'coupons' && field === 'active' ? 'coupons.active' : fields[field]
  return id ? say(id) : field
}

const kinds = {
  shows: 'manage.title',
  listings: 'listings.title',
  customers: 'customers.title',
  coupons: 'coupons.title',
  seats: 'field.seatIds',
  holds: 'holds.title',
} as const

export function useChangeText(): (change: Change) => string {
  const say = useSay()
  const formats = useFormats()
  const { locale } = useIntl()
  const currency = useCurrency()
  return (change) => {
    if (change.of === 'undo') return say('changes.undo')
    if (change.of === 'series') return say('changes.series', { count: change.shows })
    if (change.of === 'sheet')
      return say('changes.sheet', { sheet: say(`sheet.of.${change.sheet}`), count: change.lines })
    if (change.of === 'terms') return termsText(change, say, formats)
    const what = () => {
      if (change.of === 'seats')
        return change.blockedFor === null
          ? say('manage.activate')
          : `${say('manage.deactivate')} (${isolated(change.blockedFor)})`
      switch (change.kind) {
        case 'release':
          return say('holds.releasing', { reason: isolated(change.reason) })
        case 'set':
          return settings(change, say, formats)
        case 'percent':
          return say('manage.dryRun.percent', { percent: percentText(change.percent, locale) })
        case 'price':
          return say('manage.priceTo.each', {
            price: formats.money(change.priceMinor, change.currency ?? currency),
          })
        case 'move':
          return moveText(change.byMs, say)
        case 'plan':
          return say('replan.changed')
        case 'images':
          return say('images.changed', { count: change.images.length })
        case 'amenity':
          return say(change.isThere ? 'listings.amenity.with' : 'listings.amenity.without', {
            amenity: isolated(change.amenity),
          })
        default:
          return never(change)
      }
    }
    return `${say(kinds[change.of])}: ${what()}`
  }
}

/** "Terms (one show): Hold time, Fee per seat" */
function termsText({ at, set }: Extract<Change, { of: 'terms' }>, say: Say, { list }: Formats): string {
  const names = settableTerms.filter((name) => set[name] !== undefined)
  return `${say('terms.title')} (${say(`terms.at.${at}`)}): ${list(names.map((name) => say(`terms.${name}`)))}`
}

interface SetChange {
  readonly of: string
  readonly set: Readonly<Record<string, unknown>>
}

/** "On sale: no and Stars: 4": which fields were set, with the value if it is a word or a plain number. */
function settings({ of, set }: SetChange, say: Say, { list }: Formats): string {
  const { details, ...plain } = set
  const all = Object.entries({ ...plain, ...(details as object | undefined) })
  return list(
    all.map(([field, value]) => {
      const head = fieldHead(field, of, say)
      if (typeof value === 'boolean') return `${head}: ${say(value ? 'table.yes' : 'table.no')}`
      // Sums and instants are described by their rows, in the row's currency and zone.
      if (/Ms$|Minor$/.test(field) || value === null) return head
      const words = Array.isArray(value)
        ? (value as readonly string[]).join(', ')
        : (value as string | number)
      return `${head}: ${isolated(String(words))}`
    }),
  )
}

const units = [
  ['days', DAY_MS],
  ['hours', HOUR_MS],
  ['minutes', MINUTE_MS],
] as const

/** A duration in the largest unit of which there are at least two: nobody counts ninety minutes in days. */
export function spanText(lengthMs: number, say: Say): string {
  const [name, unit] = units.find(([, one]) => lengthMs >= 2 * one) ?? ['minutes', MINUTE_MS]
  return say(`retime.by.${name}`, { count: Math.max(0, Math.floor(lengthMs / unit)) })
}

export function moveText(byMs: number, say: Say): string {
  const far = Math.abs(byMs)
  const [name, unit] = units.find(([, one]) => far % one === 0) ?? ['minutes', MINUTE_MS]
  const length = say(`retime.by.${name}`, { count: far / unit })
  return say(byMs > 0 ? 'retime.later' : 'retime.earlier', { length })
}
