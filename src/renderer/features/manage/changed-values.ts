// A changed row's fields, before and after, in words. Owns the wording of values; which fields there are is up to the journal.

import type { Output } from '../../../shared/contract/operations.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import type { Say } from '../../messages/catalogue.ts'
import { type Formats, isolated } from '../../ui/words.tsx'
import { fieldHead } from './change-text.ts'

export type ChangedRow = Output<'changed-rows'>['rows'][number]
type Value = ChangedRow['after'][string]

interface Around {
  readonly say: Say
  readonly formats: Formats
  readonly of: string
  readonly currency: Currency
  readonly zone: string
}

export interface FieldChange {
  readonly head: string
  readonly before: string
  readonly after: string
}

/** Only the fields that differ; details are listed one by one, each by its own name. */
export function fieldChanges(row: ChangedRow, around: Around): readonly FieldChange[] {
  const [before, after] = [flat(row.before), flat(row.after)]
  const fields = Object.keys({ ...before, ...after }).filter(
    (field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
  )
  return fields.map((field) => ({
    head: fieldHead(field, around.of, around.say),
    before: valueText(field, before[field] ?? null, around),
    after: valueText(field, after[field] ?? null, around),
  }))
}

function flat(values: ChangedRow['after']): Readonly<Record<string, Value>> {
  const { details, ...plain } = values
  return { ...plain, ...(isRecord(details) ? details : {}) }
}

function isRecord(value: Value | undefined): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueText(field: string, value: Value, { say, formats, currency, zone }: Around): string {
  const { money, day, clock, number } = formats
  if (value === null || value === '') return '—'
  if (typeof value === 'boolean') return say(value ? 'table.yes' : 'table.no')
  if (typeof value === 'number' && field.endsWith('Minor')) return money(value, currency)
  if (typeof value === 'number' && field.endsWith('AtMs')) return `${day(value, zone)} ${clock(value, zone)}`
  if (typeof value === 'number' && /^valid.*Ms$/.test(field))
    return `${day(value, zone)} ${clock(value, zone)}`
  if (typeof value === 'number') return number(value)
  if (typeof value === 'string') return isolated(value)
  if (field === 'prices') return pricesText(value, (price) => money(price, currency))
  return isolated(Array.isArray(value) ? value.map(plainText).join(', ') : JSON.stringify(value))
}

function plainText(value: Value): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Every distinct price once, in the order of the zones. */
function pricesText(table: Value, text: (priceMinor: number) => string): string {
  const all = Array.isArray(table) ? table.flat() : []
  const prices = all.filter((price): price is number => typeof price === 'number')
  return [...new Set(prices)].map(text).join(' / ')
}
