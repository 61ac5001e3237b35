// The table of listings: its columns and bulk actions. Owns nothing else.

import { ImagePlus } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ListingRow } from '../../../shared/contract/row-operations.ts'
import type { ListingPatch } from '../../../shared/domain/changes/change.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import type { Say } from '../../messages/catalogue.ts'
import { shows } from '../../stores/shows.ts'
import type { Column } from '../../ui/table/column.ts'
import { Button } from '../../ui/button.tsx'
import { type Formats, isolated, useFormats, useSay } from '../../ui/words.tsx'
import { AmenityQuestion } from './amenity-question.tsx'
import type { BulkAction } from './bulk-bar.tsx'
import { moneyColumn, numberColumn, wordsColumn, yesNoColumn } from './column-makers.ts'
import { KindTable } from './kind-table.tsx'
import { ImagesDialog } from './images-dialog.tsx'
import { listingSource } from './listing-source.ts'
import { NewListing } from './new-listing.tsx'
import { NewRow } from './new-row.tsx'
import { onSaleActions, sortColumn } from './of-sale.ts'
import { ReadingRows } from './reading-rows.tsx'
import { StarsQuestion } from './stars-question.tsx'
import type { MadeRow } from './use-changes.ts'
import { useCurrency } from './use-currency.ts'
import { useRows } from './use-rows.ts'

const { idOf } = listingSource
const nameOf = ({ title }: ListingRow) => title
export function ListingsTable() {
  const say = useSay()
  const formats = useFormats()
  const { rows, read, failed, readAll, readSome, readNew } = useRows(listingSource)
  const currencyOf = useCurrencyOf()
  const [shown, setShown] = useState<ListingRow | null>(null)
  const [made, setMade] = useState<MadeRow>()
  const columns = useMemo(() => columnsOf(say, formats, currencyOf, setShown), [say, formats, currencyOf])
  const actions = useMemo(() => actionsOf(say), [say])
  if (!rows) return <ReadingRows {...{ read, failed }} onAgain={readAll} />
  const onMade = async (changeId: ChangeId) => {
    const id = await readNew()
    if (id !== undefined) setMade({ id, changeId })
  }
  return (
    <>
      <KindTable
        of="listings"
        title={say('listings.title')}
        search={say('listings.search')}
        sortedBy="title"
        begin={
          <NewRow words={say('listings.new')}>
            {(onClose) => (
              <NewListing listings={rows} onMade={(changeId) => void onMade(changeId)} onClose={onClose} />
            )}
          </NewRow>
        }
        onChanged={(ids) => void readSome(ids)}
        {...{ rows, columns, actions, idOf, nameOf, made }}
      />
      {shown && (
        <ImagesDialog
          key={shown.listingId}
          row={rows.find(({ listingId }) => listingId === shown.listingId) ?? shown}
          onChanged={() => void readSome([shown.listingId])}
          onClose={() => setShown(null)}
        />
      )}
    </>
  )
}

/** A listing is sold in the currency of its shows; one without shows is priced in that of the house. */
function useCurrencyOf(): (row: ListingRow) => Currency {
  const ofHouse = useCurrency()
  const known = useStore(shows, ({ rows }) => rows)
  const of = useMemo(
    () => new Map([...known.values()].map(({ listingId, currency }) => [listingId, currency])),
    [known],
  )
  return useCallback(({ listingId }) => of.get(listingId) ?? ofHouse, [of, ofHouse])
}

const set = (patch: ListingPatch) => ({ of: 'listings', kind: 'set', set: patch }) as const
const detail = (field: string, value: string | number | readonly string[] | null) =>
  set({ details: { [field]: value } })

function columnsOf(
  say: Say,
  formats: Formats,
  currency: (row: ListingRow) => Currency,
  onImages: (row: ListingRow) => void,
): readonly Column<ListingRow>[] {
  return [
    wordsColumn({ id: 'title', head: say('field.title'), width: 'minmax(160px, 1.4fr)' }, nameOf, (title) =>
      title === '' || title.length > 120 ? null : set({ title }),
    ),
    sortColumn(say, '110px', false),
    oneDetail('operator', say('listings.operator'), 'minmax(116px, 0.8fr)'),
    oneDetail('city', say('listings.city'), 'minmax(100px, 0.6fr)'),
    numberColumn(
      { id: 'stars', head: say('listings.stars'), width: '84px' },
      {
        value: ({ details }) => (typeof details['stars'] === 'number' ? details['stars'] : null),
        number: formats.number,
        set: (stars) => (stars === null || [1, 2, 3, 4, 5].includes(stars) ? detail('stars', stars) : null),
      },
    ),
    amenitiesColumn(say, formats),
    moneyColumn(
      { id: 'from', head: say('listings.from'), width: '120px' },
      {
        minor: ({ details }) => (typeof details['fromMinor'] === 'number' ? details['fromMinor'] : null),
        currency,
        money: formats.money,
        set: (fromMinor) => detail('fromMinor', fromMinor),
      },
    ),
    imagesColumn(say, formats, onImages),
    yesNoColumn(
      { id: 'active', head: say('manage.onSale'), width: '104px' },
      say,
      ({ active }) => active,
      (active) => set({ active }),
    ),
  ]
}

/** The number of pictures, and a button to them. */
function imagesColumn(
  say: Say,
  { number }: Formats,
  onImages: (row: ListingRow) => void,
): Column<ListingRow> {
  const column = numberColumn<ListingRow>(
    { id: 'images', head: say('images.title'), width: '104px' },
    { value: ({ images }) => images.length, number },
  )
  const draw = (row: ListingRow) => (
    <Button
      look="quiet"
      label={say('images.of', { title: isolated(row.title), count: row.images.length })}
      onPress={() => onImages(row)}
    >
      <ImagePlus size={18} aria-hidden /> {row.images.length > 0 && number(row.images.length)}
    </Button>
  )
  return { ...column, draw }
}

/** Filtered by the values that occur. */
function oneDetail(field: string, head: string, width: string): Column<ListingRow> {
  const column = wordsColumn<ListingRow>(
    { id: field, head, width },
    ({ details }) => (typeof details[field] === 'string' ? details[field] : ''),
    (text) => (text.length > 200 ? null : detail(field, text === '' ? null : text)),
  )
  return { ...column, kind: 'choice' }
}

function amenitiesOf({ details }: ListingRow): readonly string[] {
  const there = details['amenities']
  return Array.isArray(there) ? (there as readonly string[]) : []
}

function amenitiesColumn(say: Say, { list }: Formats): Column<ListingRow> {
  return {
    id: 'amenities',
    head: say('listings.amenities'),
    kind: 'choice',
    value: amenitiesOf,
    text: (row) => list(amenitiesOf(row)),
    width: 'minmax(140px, 1fr)',
    edit: {
      text: (row) => amenitiesOf(row).join(', '),
      read: (text) => {
        const all = text.split(/[,،]/).map((one) => one.trim())
        const named = [...new Set(all.filter((one) => one !== ''))]
        return named.length > 50 || named.some(({ length }) => length > 60)
          ? null
          : detail('amenities', named)
      },
    },
  }
}

function actionsOf(say: Say): readonly BulkAction[] {
  return [
    ...onSaleActions('listings', say),
    { id: 'stars', text: say('listings.stars.set'), ask: (question) => <StarsQuestion {...question} /> },
    {
      id: 'amenity',
      text: say('listings.amenity'),
      isNext: true,
      ask: (question) => <AmenityQuestion {...question} />,
    },
  ]
}
