// What is on: every coming show, by day, with how full it is. One key or one touch away from a sale.

import { useMemo, useState } from 'react'
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { useStore } from 'zustand'
import type { ListingSort } from '../../../shared/domain/catalogue.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { comingShows } from '../../stores/coming-shows.ts'
import { lastSale, repeatSale, showToRepeat } from '../../stores/repeat-sale.ts'
import { goTo } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { FullBar } from '../../ui/full-bar.tsx'
import { MoneyLink } from './money-link.tsx'
import { ParkedCarts } from './parked-carts.tsx'
import { type ShowDay, daysOf } from './show-days.ts'
import { WaitingList } from './waiting-list.tsx'
import styles from './tonight-screen.module.css'

/** The list follows the clock at this interval: a show leaves it when its sales close. */
const LOOK_EVERY_MS = 15_000

export function TonightScreen() {
  const say = useSay()
  const { ready, rows } = useStore(shows)
  const nowMs = useHubNow(LOOK_EVERY_MS)
  const [sort, setSort] = useState<ListingSort | null>(null)
  const coming = useMemo(() => comingShows(rows.values(), nowMs), [rows, nowMs])
  const sorts = [...new Set(coming.map((row) => row.sort))]
  const shown = coming.filter((row) => sort === null || row.sort === sort)
  return (
    <div className={styles.tonight}>
      <div className={styles.tools}>
        <h1 className={styles.title}>{say('tonight.title')}</h1>
        <div role="group" aria-label={say('tonight.filter')} className={styles.sorts}>
          <Button look="quiet" isPressed={sort === null} onPress={() => setSort(null)}>
            {say('tonight.all')}
          </Button>
          {sorts.map((one) => (
            <Button key={one} look="quiet" isPressed={sort === one} onPress={() => setSort(one)}>
              {say(`sort.${one}`)}
            </Button>
          ))}
        </div>
      </div>
      <div className={styles.list}>
        {!ready && <Waiting text={say('tonight.loading')} />}
        {ready && coming.length === 0 && (
          <Empty title={say('tonight.empty.title')} text={say('tonight.empty.text')}>
            <Button look="next" onPress={() => goTo({ name: 'import' })}>
              {say('app.import')}
            </Button>
          </Empty>
        )}
        {coming.length > 0 && shown.length === 0 && <p className={styles.none}>{say('tonight.none')}</p>}
        {shown.length > 0 && <ShowList days={daysOf(shown, nowMs)} nowMs={nowMs} />}
      </div>
      <WaitingList />
      <footer className={styles.foot}>
        <ParkedCarts />
        <RepeatButton />
        <MoneyLink />
        <span className={styles.hint}>{say('tonight.hint')}</span>
      </footer>
    </div>
  )
}

/** [H13] Repeats the last sale: the same kind of show, as many seats with the same ticket types. */
function RepeatButton() {
  const say = useSay()
  const { last } = useStore(lastSale)
  const row = last && showToRepeat(last)
  if (!last || !row) return null
  return (
    <Button look="quiet" shortcut="F7" onPress={() => void repeatSale()}>
      {say('repeat.again', { count: last.lines.length, title: isolated(row.title) })}
    </Button>
  )
}

function ShowList({ days, nowMs }: { readonly days: readonly ShowDay[]; readonly nowMs: number }) {
  const say = useSay()
  // Shows may arrive when somebody is already typing into the search: the focus stays there.
  const [mayTakeFocus] = useState(() => !(document.activeElement instanceof HTMLInputElement))
  const { day } = useFormats()
  const titleOf = ({ rows, away }: ShowDay) => {
    const date = rows[0] ? day(rows[0].startsAtMs, rows[0].zone) : ''
    return away === 0 ? say('tonight.today', { date }) : away === 1 ? say('tonight.tomorrow', { date }) : date
  }
  return (
    <ListBox
      aria-label={say('tonight.list')}
      className={styles.days ?? ''}
      {...(mayTakeFocus ? { autoFocus: 'first' as const } : {})}
      onAction={(key) => goTo({ name: 'sell', showId: Number(key) as ShowId })}
    >
      {days.map((one) => (
        <ListBoxSection key={one.key} id={one.key}>
          <Header className={styles.dayTitle ?? ''}>{titleOf(one)}</Header>
          <Collection items={one.rows.map((row) => itemOf(row, nowMs))}>
            {(item) => <ShowLine key={item.id} {...item} />}
          </Collection>
        </ListBoxSection>
      ))}
    </ListBox>
  )
}

/** A show is sold for a while after it has begun: its line says so, as latecomers have to be told. */
function itemOf(row: ShowRow, nowMs: number) {
  return { id: String(row.showId), row, hasBegun: row.startsAtMs <= nowMs }
}

/** Below this share of free seats, the number is shown as a warning. */
const FEW = 0.1

function ShowLine({ row, hasBegun }: { readonly row: ShowRow; readonly hasBegun: boolean }) {
  const say = useSay()
  const { clock } = useFormats()
  const { available: left, allocated: all } = row.counts
  const time = clock(row.startsAtMs, row.zone)
  const words = say('tonight.row', { time, title: row.title, venue: row.venue, left, all })
  return (
    <ListBoxItem id={String(row.showId)} textValue={words} className={styles.show ?? ''}>
      <span className={styles.time}>
        {time}
        {hasBegun && <span className={styles.begun}>{say('tonight.begun')}</span>}
      </span>
      <span className={styles.name} dir="auto">
        {row.title}
      </span>
      <span className={styles.venue} dir="auto">
        {row.venue}
      </span>
      <FullBar counts={row.counts} />
      <span className={styles.left} data-few={left <= all * FEW || undefined}>
        {say('tonight.left', { count: left })}
      </span>
    </ListBoxItem>
  )
}
