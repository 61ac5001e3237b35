// The table of shows: its columns and bulk actions. Owns nothing else; the shows come from their subscription, with their counts.

import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import { dayInZone } from '../../../shared/lib/time.ts'
import { shows } from '../../stores/shows.ts'
import { Waiting } from '../../ui/empty.tsx'
import type { Column } from '../../ui/table/column.ts'
import { type Formats, useFormats, useSay } from '../../ui/words.tsx'
import type { Say } from '../../messages/catalogue.ts'
import type { BulkAction } from './bulk-bar.tsx'
import { moneyColumn, numberColumn, wordsColumn, yesNoColumn } from './column-makers.ts'
import { KindTable } from './kind-table.tsx'
import { localText, readLocal } from './local-time.ts'
import { MoveQuestion } from './move-question.tsx'
import { NewRow } from './new-row.tsx'
import { NewShow } from './new-show.tsx'
import { PercentQuestion } from './percent-question.tsx'
import { PlanCell } from './plan-cell.tsx'
import { PriceCell } from './price-cell.tsx'
import { pricesText } from './prices-text.ts'
import { ShowWays } from './show-ways.tsx'
import { PriceQuestion } from './price-question.tsx'
import { PriceChanges } from './price-changes.tsx'
import { onSaleActions, sortColumn } from './of-sale.ts'

const idOf = ({ showId }: ShowRow) => showId
/** The subscription reports changed shows by itself. */
const hearsByItself = () => {}

export function ShowsTable() {
  const say = useSay()
  const formats = useFormats()
  const { ready, rows } = useStore(shows)
  const all = useMemo(() => [...rows.values()], [rows])
  const columns = useMemo(() => columnsOf(say, formats), [say, formats])
  const actions = useMemo(() => actionsOf(say), [say])
  const [making, setMaking] = useState<{ readonly changeId: ChangeId; readonly after: number }>()
  const onMade = (changeId: ChangeId) => setMaking({ changeId, after: Math.max(0, ...all.map(idOf)) })
  const made = making && all.find(({ showId }) => showId > making.after)
  if (!ready) return <Waiting text={say('tonight.loading')} />
  return (
    <KindTable
      of="shows"
      title={say('manage.title')}
      search={say('manage.search')}
      sortedBy="start"
      rows={all}
      nameOf={(row) => `${row.title} · ${timeOf(row, formats)}`}
      begin={
        // Without any show there is no model for a new one: the first show is created with its plan.
        all.length > 0 && (
          <NewRow words={say('shows.new')}>{(onClose) => <NewShow {...{ onMade, onClose }} />}</NewRow>
        )
      }
      made={made && { id: made.showId, changeId: making.changeId }}
      onChanged={hearsByItself}
      About={PriceChanges}
      {...{ columns, actions, idOf }}
    />
  )
}

function timeOf({ startsAtMs, zone }: ShowRow, { day, clock }: Formats): string {
  return `${day(startsAtMs, zone)} ${clock(startsAtMs, zone)}`
}

function columnsOf(say: Say, formats: Formats): readonly Column<ShowRow>[] {
  const { number } = formats
  return [
    startColumn(say, formats),
    wordsColumn(
      { id: 'title', head: say('manage.show'), width: 'minmax(160px, 1.4fr)' },
      ({ title }) => title,
    ),
    wordsColumn(
      { id: 'venue', head: say('manage.house'), width: 'minmax(104px, 1fr)' },
      ({ venue }) => venue,
    ),
    sortColumn(say, '110px', true),
    numberColumn(
      { id: 'left', head: say('manage.left'), width: '64px' },
      { value: ({ counts }) => counts.available, number },
    ),
    numberColumn(
      { id: 'sold', head: say('manage.sold'), width: '71px' },
      { value: ({ counts }) => counts.sold, number },
    ),
    pricesColumn(say, formats),
    yesNoColumn(
      { id: 'active', head: say('manage.onSale'), width: '88px' },
      say,
      ({ active }) => active,
      (active) => ({ of: 'shows', kind: 'set', set: { active } }),
    ),
    toolsColumn(say, formats),
  ]
}

/** Typed by the venue's calendar and clock; the change moves the show by the difference. */
function startColumn(say: Say, formats: Formats): Column<ShowRow> {
  return {
    id: 'start',
    head: say('manage.start'),
    kind: 'day',
    value: ({ startsAtMs, zone }) => Number(dayInZone(startsAtMs, zone)),
    rank: ({ startsAtMs }) => startsAtMs,
    text: (row) => timeOf(row, formats),
    edit: {
      text: ({ startsAtMs, zone }) => localText(startsAtMs, zone),
      read: (text, { startsAtMs, zone }) => {
        const atMs = readLocal(text, zone)
        return atMs === null ? null : { of: 'shows', kind: 'move', byMs: atMs - startsAtMs }
      },
    },
    width: '161px',
  }
}

/** Opened in place, by zone and ticket type. */
function pricesColumn(say: Say, formats: Formats): Column<ShowRow> {
  const column = moneyColumn<ShowRow>(
    { id: 'prices', head: say('manage.prices'), width: 'minmax(204px, 0.5fr)' },
    {
      minor: ({ prices }) => Math.max(0, ...prices.flat().map((price) => price ?? 0)),
      currency: ({ currency }) => currency,
      money: formats.money,
    },
  )
  return {
    ...column,
    plain: pricesText,
    draw: (row) => <PriceCell row={row} time={timeOf(row, formats)} />,
  }
}

function toolsColumn(say: Say, formats: Formats): Column<ShowRow> {
  return {
    id: 'tools',
    head: say('manage.tools'),
    kind: 'text',
    isTools: true,
    value: () => null,
    text: () => '',
    draw: (row) => (
      <>
        <ShowWays row={row} time={timeOf(row, formats)} />
        <PlanCell row={row} time={timeOf(row, formats)} />
      </>
    ),
    width: '180px',
  }
}

function actionsOf(say: Say): readonly BulkAction[] {
  return [
    ...onSaleActions('shows', say),
    { id: 'move', text: say('retime.action'), ask: (question) => <MoveQuestion {...question} /> },
    { id: 'priceTo', text: say('manage.priceTo'), ask: (question) => <PriceQuestion {...question} /> },
    {
      id: 'price',
      text: say('manage.price'),
      isNext: true,
      ask: (question) => <PercentQuestion {...question} />,
    },
  ]
}
