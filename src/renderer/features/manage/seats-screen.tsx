// The seats of one show as a table [A1] [A2]: filtered by place and properties, selected in bulk, taken off sale for a reason and put
// back. Owns the screen; the house decides what may change.

import { ArrowLeft } from 'lucide-react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { SeatRow } from '../../../shared/contract/row-operations.ts'
import type { SeatId, ShowId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'
import type { Say } from '../../messages/catalogue.ts'
import { goBack } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import type { BulkAction } from './bulk-bar.tsx'
import { followSeats } from './follow-rows.ts'
import { KindTable } from './kind-table.tsx'
import styles from './manage-screen.module.css'
import { OffSaleQuestion } from './off-sale-question.tsx'
import { ReadingRows } from './reading-rows.tsx'
import { type SeatPrices, seatColumns } from './seat-columns.tsx'
import { type RowSource, useRows } from './use-rows.ts'
import { useShowNames } from './use-show-names.ts'

const idOf = ({ seatId }: SeatRow) => seatId
const back = () => goBack({ name: 'manage' })

export function SeatsScreen({ showId }: { readonly showId: ShowId }) {
  const say = useSay()
  const ready = useStore(shows, (state) => state.ready)
  const prices = usePrices(showId)
  useKeys({ Escape: back })
  if (prices)
    return (
      <div className={styles['manage']}>
        <OfficeTabs />
        <div className={styles['kind']}>
          <SeatsTable showId={showId} prices={prices} />
        </div>
      </div>
    )
  if (!ready) return <Waiting text={say('map.loading')} />
  return (
    <Empty isWhole title={say('refusal.notFound.show')} text="">
      <Button look="next" onPress={back} shortcut="Esc" autoFocus>
        {say('story.back')}
      </Button>
    </Empty>
  )
}

function SeatsTable({ showId, prices }: { readonly showId: ShowId; readonly prices: SeatPrices }) {
  const say = useSay()
  const formats = useFormats()
  const name = useShowNames().get(showId)?.text ?? ''
  const source = useMemo(() => sourceOf(showId), [showId])
  const { rows, read, failed, readAll, readSome } = useRows(source)
  const columns = useMemo(() => seatColumns(say, formats, prices), [say, formats, prices])
  const actions = useMemo(() => actionsOf(say, showId), [say, showId])
  if (!rows) return <ReadingRows {...{ read, failed }} onAgain={readAll} />
  return (
    <KindTable
      of="seats"
      title={say('seats.of', { show: name })}
      lead={
        <Button look="quiet" onPress={back} shortcut="Esc">
          <ArrowLeft size={18} aria-hidden className={styles['back']} /> {say('story.back')}
        </Button>
      }
      search={say('seats.search')}
      sortedBy="seat"
      nameOf={({ label }) => label}
      onChanged={(ids) => void readSome(ids)}
      {...{ rows, columns, actions, idOf }}
    />
  )
}

function sourceOf(showId: ShowId): RowSource<SeatRow> {
  return {
    after: (seatId) => ask('seat-rows', { showId, after: seatId as SeatId | null }),
    some: (ids) => ask('seat-rows', { showId, ids: ids as SeatId[] }),
    idOf,
    follow: followSeats(showId),
  }
}

/** Keeps its identity until a price changes, however many seats are sold meanwhile. */
function usePrices(showId: ShowId): SeatPrices | null {
  const told = useStore(shows, ({ rows }) => {
    const row = rows.get(showId)
    if (!row) return null
    const { categories, prices, currency } = row
    return JSON.stringify({ categories, prices, currency })
  })
  return useMemo(() => (told === null ? null : (JSON.parse(told) as SeatPrices)), [told])
}

function actionsOf(say: Say, showId: ShowId): readonly BulkAction[] {
  return [
    { id: 'back', text: say('seats.putBack'), change: { of: 'seats', showId, blockedFor: null } },
    {
      id: 'block',
      text: say('seats.block'),
      isNext: true,
      ask: (question) => <OffSaleQuestion {...question} showId={showId} />,
    },
  ]
}
