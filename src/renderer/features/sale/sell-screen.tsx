// Choosing seats: the map fills the window, the cart stands beside it, and the next step is always in the same corner.

import { ArrowLeft, List, Map as MapIcon } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { goTo } from '../../stores/screen.ts'
import { beginSale } from '../../stores/sale.ts'
import { followShow, loadPlan, seats } from '../../stores/seats.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import { BestSeats } from './best-seats.tsx'
import { Cart } from './cart.tsx'
import { ChoosePlaces } from './choose-places.tsx'
import { ChooseSeats } from './choose-seats.tsx'
import { ChooseStay } from './choose-stay.tsx'
import { ExchangeLine } from './exchange-line.tsx'
import { SaleNotice } from './sale-notice.tsx'
import styles from './sell-screen.module.css'

export function SellScreen({ showId }: { readonly showId: ShowId }) {
  const say = useSay()
  const { ready, rows } = useStore(shows)
  const row = rows.get(showId)
  const planId = row?.planId
  useEffect(() => beginSale(showId), [showId])
  useEffect(() => {
    if (planId !== undefined) followShow(showId, planId)
  }, [showId, planId])
  if (!ready) return <Waiting text={say('map.loading')} />
  if (!row) {
    return (
      <Empty isWhole title={say('refusal.notFound.show')} text="">
        <Button look="next" onPress={() => goTo({ name: 'tonight' })}>
          {say('app.home')}
        </Button>
      </Empty>
    )
  }
  return <Sell row={row} />
}

function Sell({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const state = useStore(seats)
  const [asList, setAsList] = useState(false)
  const isByNumber = row.sort === 'hotel' || row.sort === 'package'
  const house = useMemo(
    () =>
      state.plan && state.states && state.showId === row.showId
        ? { plan: state.plan, states: state.states }
        : null,
    [state.plan, state.states, state.showId, row.showId],
  )
  return (
    <div className={styles.sell}>
      <div className={styles.head}>
        <Button look="quiet" label={say('app.home')} onPress={() => goTo({ name: 'tonight' })}>
          <ArrowLeft size={18} aria-hidden className={styles.back} />
        </Button>
        <ShowTitle row={row} />
        {house && !isByNumber && <BestSeats row={row} plan={house.plan} />}
        {!isByNumber && <Views asList={asList} onChoose={setAsList} />}
      </div>
      <ExchangeLine />
      <div className={styles.house}>
        <SaleNotice zone={row.zone} />
        {!row.active && (
          <p className={styles.closed} role="status">
            {say('cart.closed')}
          </p>
        )}
        {house ? <Choose row={row} {...house} asList={asList} /> : <NoMap row={row} />}
      </div>
      <Cart row={row} />
    </div>
  )
}

type HouseProps = Parameters<typeof ChooseSeats>[0]

/** Nights and places have no map: they are chosen by number. */
function Choose(house: HouseProps) {
  if (house.row.sort === 'hotel') return <ChooseStay {...house} />
  if (house.row.sort === 'package') return <ChoosePlaces row={house.row} />
  return <ChooseSeats {...house} />
}

interface ViewsProps {
  readonly asList: boolean
  readonly onChoose: (asList: boolean) => void
}

function Views({ asList, onChoose }: ViewsProps) {
  const say = useSay()
  return (
    <div role="group" aria-label={say('map.view')} className={styles.views}>
      <Button look="quiet" isPressed={!asList} onPress={() => onChoose(false)}>
        <MapIcon size={16} aria-hidden /> <span className={styles.view}>{say('map.map')}</span>
      </Button>
      <Button look="quiet" isPressed={asList} onPress={() => onChoose(true)}>
        <List size={16} aria-hidden /> <span className={styles.view}>{say('map.list')}</span>
      </Button>
    </div>
  )
}

/** The plan is still loading, or could not be loaded: then offers a retry. */
function NoMap({ row: { showId, planId } }: { readonly row: ShowRow }) {
  const say = useSay()
  const { isPlanMissing } = useStore(seats)
  if (!isPlanMissing) return <Waiting text={say('map.loading')} />
  return (
    <Empty title={say('map.broken')} text={say('map.broken.text')}>
      <Button look="next" onPress={() => void loadPlan(showId, planId)}>
        {say('app.again')}
      </Button>
    </Empty>
  )
}

function ShowTitle({ row }: { readonly row: ShowRow }) {
  const { clock, day } = useFormats()
  return (
    <h1 className={styles.title}>
      <span className={styles.time}>{clock(row.startsAtMs, row.zone)}</span>
      <bdi>{row.title}</bdi>
      <span className={styles.where}>
        {day(row.startsAtMs, row.zone)} · <bdi>{row.venue}</bdi>
      </span>
    </h1>
  )
}
