// Prices of shows as a spreadsheet: one line for each price zone and ticket type. Owns its columns, what they do and how they are
// written; a file is all or nothing, and each show that changes gets one new price list.

import { type Currency, decimalText, latinDigits, minorDigits, parseAmount } from '../../lib/money.ts'
import type { ShowId } from '../ids.ts'
import type { FoundShow, PriceTable } from '../show.ts'
import { PRICE_MINOR_MAX } from '../shows.ts'
import { readWhole, writeInstant } from './cell-values.ts'
import type { SheetPlan } from './decide-sheet.ts'
import { type LineFault, type LineOutcome, type SheetLine, type SheetTable, fault } from './sheet.ts'
import { cellOf } from './write-sheet.ts'

export interface PricedShow {
  readonly show: FoundShow
  readonly title: string
  /** In the order of the price table. */
  readonly categories: readonly string[]
}

/** `title` and `start` are only for the reader: editing them changes nothing. */
export const priceColumns = ['show', 'title', 'start', 'category', 'ticket_type', 'price'] as const
type PriceColumn = (typeof priceColumns)[number]

export const priceHead = `\uFEFF${priceColumns.join(',')}\r\n`

/** An empty price means that the zone is not sold as that type. */
export function priceLines({ show, title, categories }: PricedShow): string {
  const { showId, startsAtMs, ticketTypes } = show
  const lines = categories.flatMap((category, row) =>
    ticketTypes.map((type, column) => {
      const cells = [
        String(showId),
        title,
        writeInstant(startsAtMs),
        category,
        type,
        priceText(show, row, column),
      ]
      return `${cells.map(cellOf).join(',')}\r\n`
    }),
  )
  return lines.join('')
}

interface Cell {
  readonly line: number
  readonly found: PricedShow
  readonly category: number
  readonly type: number
  readonly priceMinor: number | null
}

export function decidePrices(table: SheetTable, showOf: (showId: ShowId) => PricedShow | null): SheetPlan {
  const seen = new Set<string>()
  const read = table.lines.map((line) => readCell(line, showOf, seen))
  const cells = read.flatMap((one) => ('problem' in one ? [] : [one]))
  const wrong = read.flatMap((one) => ('problem' in one ? [one] : []))
  const faults = [...table.faults, ...wrong].toSorted((a, b) => a.line - b.line)
  const lines = cells.map(outcomeOf)
  return { lines, faults, events: faults.length > 0 ? [] : eventsOf(cells) }
}

function readCell(
  line: SheetLine,
  showOf: (showId: ShowId) => PricedShow | null,
  seen: Set<string>,
): Cell | LineFault {
  const wrong = (column: PriceColumn, problem: LineFault['problem']) =>
    fault(line.line, column, problem, line.cells.get(column))
  const text = (column: PriceColumn) => line.cells.get(column) ?? ''
  const showId = readWhole(text('show'), Number.MAX_SAFE_INTEGER)
  if (showId === null) return wrong('show', text('show') === '' ? 'missing' : 'number')
  const found = showOf(showId as ShowId)
  if (!found) return wrong('show', 'unknown-row')
  const category = placeOf(found.categories, text('category'))
  if (category < 0) return wrong('category', 'unknown-category')
  const type = placeOf(found.show.ticketTypes, text('ticket_type'))
  if (type < 0) return wrong('ticket_type', 'unknown-type')
  const key = `${showId} ${category} ${type}`
  if (seen.has(key)) return wrong('show', 'repeated')
  seen.add(key)
  // Otherwise a file without that column would take everything off sale.
  const price = line.cells.get('price')
  if (price === undefined) return wrong('price', 'missing-column')
  if (isEither(price, found.show.currency)) return wrong('price', 'either')
  const priceMinor = price === '' ? null : parseAmount(price, found.show.currency)
  const isPrice = price === '' || (priceMinor !== null && priceMinor <= PRICE_MINOR_MAX)
  return isPrice ? { line: line.line, found, category, type, priceMinor } : wrong('price', 'number')
}

const eitherWay = /^\D*\d{1,3}[.,\u066B]\d{3}\D*$/

/** "121.275" of rupees: a typed thousand, or the fraction that a formula left. A person who types is asked; a file never is. */
function isEither(price: string, currency: Currency): boolean {
  return minorDigits[currency] < 3 && eitherWay.test(latinDigits(price))
}

/** Trims names before comparing, since cells are trimmed too. */
function placeOf(names: readonly string[], cell: string): number {
  return names.findIndex((name) => name.trim() === cell)
}

function outcomeOf({ line, found, category, type, priceMinor }: Cell): LineOutcome {
  const { show, title, categories } = found
  const name = `${title} · ${categories[category]} · ${show.ticketTypes[type]}`
  const before = priceText(show, category, type)
  const after = priceMinor === null ? '' : decimalText(priceMinor, show.currency)
  if (before === after) return { line, name, outcome: 'same', fields: [] }
  return { line, name, outcome: 'changed', fields: [{ column: 'price', before, after }] }
}

/** One new price list per show, from all of its lines. */
function eventsOf(cells: readonly Cell[]): SheetPlan['events'] {
  const changed = cells.filter((cell) => outcomeOf(cell).outcome === 'changed')
  return [...Map.groupBy(changed, ({ found }) => found.show.showId)].map(([showId, ofShow]) => {
    const { show } = (ofShow[0] as Cell).found
    const prices = ofShow.reduce<PriceTable>(
      (before, { category, type, priceMinor }) =>
        before.map((row, index) => (index === category ? row.with(type, priceMinor) : row)),
      show.prices,
    )
    return { type: 'prices-set', showId, version: show.priceVersion + 1, prices }
  })
}

function priceText({ prices, currency }: FoundShow, category: number, type: number): string {
  const price = prices[category]?.[type] ?? null
  return price === null ? '' : decimalText(price, currency)
}
