// The product's table on a page of its own, with a hundred thousand rows like the listings of a chain of houses. Owns the rows and the
// events that a hand makes; must never reach into the table: it sees elements, as the browser does.

import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { RowId } from '../../src/shared/domain/changes/change.ts'
import { known } from '../../src/shared/lib/assert.ts'
import '../../src/renderer/ui/base.css'
import {
  moneyColumn,
  numberColumn,
  wordsColumn,
  yesNoColumn,
} from '../../src/renderer/features/manage/column-makers.ts'
import { TableTools } from '../../src/renderer/ui/table/table-tools.tsx'
import { Table } from '../../src/renderer/ui/table/table.tsx'
import { shownRows } from '../../src/renderer/ui/table/shown-rows.ts'
import { type View, plainView } from '../../src/renderer/ui/table/view.ts'
import { Words, useFormats, useSay } from '../../src/renderer/ui/words.tsx'
import { nextFrame, panFrames } from './frames.ts'
import type { TableBench } from './table-bench.ts'

/** [A1] */
const ROWS = 100_000
/** Per frame: a wheel that is turned fast passes a screen of rows in five frames. */
const SCROLL_PX = 150

interface Row {
  readonly id: number
  readonly title: string
  readonly city: string
  readonly operator: string
  readonly stars: number
  readonly fromMinor: number
  readonly isActive: boolean
}

const cities = ['Pune', 'Goa', 'Kochi', 'Shimla', 'Udaipur', 'Mumbai', 'Nashik']
const houses = ['Court', 'Terrace', 'House', 'Residency', 'Rooms', 'Lodge', 'Palace', 'Retreat', 'Inn']

/** A prime step: neighbouring rows are not alike. */
const rows: readonly Row[] = Array.from({ length: ROWS }, (_, id) => ({
  id,
  title: `${houses[(id * 7919) % houses.length]} ${(id * 7919) % ROWS}`,
  city: cities[id % cities.length] ?? '',
  operator: `Operator ${id % 97}`,
  stars: (id % 5) + 1,
  fromMinor: ((id * 31) % 9000) * 100,
  isActive: id % 3 > 0,
}))

const change = () => ({ of: 'listings', kind: 'set', set: {} }) as const
const idOf = ({ id }: Row) => id
const nameOf = ({ title }: Row) => title

function Stage() {
  const say = useSay()
  const { number, money } = useFormats()
  const columns = useMemo(
    () => [
      wordsColumn<Row>({ id: 'title', head: 'Title', width: 'minmax(160px, 1fr)' }, nameOf, change),
      wordsColumn<Row>({ id: 'city', head: 'City', width: '140px' }, ({ city }) => city, change),
      wordsColumn<Row>({ id: 'operator', head: 'Operator', width: '160px' }, (row) => row.operator, change),
      numberColumn<Row>(
        { id: 'stars', head: 'Stars', width: '90px' },
        { value: ({ stars }) => stars, number, set: change },
      ),
      moneyColumn<Row>(
        { id: 'from', head: 'Price from', width: '140px' },
        { minor: ({ fromMinor }) => fromMinor, currency: () => 'INR', money, set: change },
      ),
      yesNoColumn<Row>({ id: 'active', head: 'On sale', width: '110px' }, say, (row) => row.isActive, change),
    ],
    [say, number, money],
  )
  const [view, onView] = useState<View>({ ...plainView('title'), sorts: [] })
  const [selected, onSelect] = useState<ReadonlySet<RowId>>(new Set())
  const shown = useMemo(() => shownRows(rows, columns, view), [columns, view])
  return (
    <div style={{ display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)', blockSize: '100vh' }}>
      <TableTools
        of="bench"
        search="Search"
        shown={shown.length}
        total={ROWS}
        onSave={() => Promise.resolve()}
        {...{ columns, view, onView }}
      />
      <Table
        label="Bench"
        all={rows}
        rows={shown}
        onEdit={() => {}}
        onUndo={() => {}}
        {...{ columns, idOf, nameOf, view, onView, selected, onSelect }}
      />
    </div>
  )
}

const root = known(document.getElementById('root'), 'root element')
flushSync(() =>
  createRoot(root).render(
    <Words>
      <Stage />
    </Words>,
  ),
)
const grid = known(root.querySelector<HTMLElement>('[role=grid]'), 'the table')
const field = known(root.querySelector('input'), 'the search')
/** Returns the ms until the frame after the one that draws the change has begun. */
async function timed(act: () => void): Promise<number> {
  const startedMs = performance.now()
  act()
  await nextFrame()
  return (await nextFrame()) - startedMs
}

const bench: TableBench = {
  seen: () => ({
    lines: grid.querySelectorAll('[data-row]').length,
    rows: Number(grid.getAttribute('aria-rowcount')) - 1,
    first: grid.querySelector('[data-row]')?.textContent ?? '',
  }),
  scroll: (frames) => {
    grid.scrollTop = 0
    return panFrames(frames, (index) => {
      grid.scrollTop = index * SCROLL_PX
    })
  },
  search: (text) =>
    timed(() => {
      // As the browser types: bypasses React's override of the field's value.
      Reflect.set(HTMLInputElement.prototype, 'value', text, field)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }),
  sort: (head) =>
    timed(() => {
      const heads = [...grid.querySelectorAll('[role=columnheader]')]
      const named = heads.find(({ textContent }) => textContent === head)
      known(named?.querySelector('button'), `the head of ${head}`).click()
    }),
}
await document.fonts.load('400 15px "Inter Variable"')
window.tableBench = bench
