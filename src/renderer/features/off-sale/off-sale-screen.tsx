// Taking seats of one show off sale and putting them back [A2]: the map to choose on, what would change beside it. Owns the screen;
// must never change anything that was not shown first.

import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { goBack } from '../../stores/screen.ts'
import { followShow, seats } from '../../stores/seats.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { ScreenHead } from '../../ui/screen-head.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { OffSaleMap } from './off-sale-map.tsx'
import { OffSalePanel } from './off-sale-panel.tsx'
import styles from './off-sale-screen.module.css'
import { useOffSale } from './use-off-sale.ts'

const back = () => goBack({ name: 'manage' })

export function OffSaleScreen({ showId }: { readonly showId: ShowId }) {
  const say = useSay()
  const { rows, ready } = useStore(shows)
  const row = rows.get(showId)
  useKeys({ Escape: back })
  if (row) return <OfShow row={row} />
  if (!ready) return <Waiting text={say('map.loading')} />
  return (
    <Empty isWhole title={say('refusal.notFound.show')} text="">
      <Button look="next" onPress={back} shortcut="Esc" autoFocus>
        {say('story.back')}
      </Button>
    </Empty>
  )
}

function OfShow({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const { clock, day } = useFormats()
  const { showId, planId, title, startsAtMs, zone } = row
  const { plan, states, showId: shown } = useStore(seats)
  const work = useOffSale(showId)
  useEffect(() => followShow(showId, planId), [showId, planId])
  if (shown !== showId || !plan || !states) return <Waiting text={say('map.loading')} />
  return (
    <div className={styles.screen}>
      <ScreenHead onBack={back}>
        {say('offSale.title')} · <bdi>{title}</bdi>{' '}
        <small>
          {day(startsAtMs, zone)} {clock(startsAtMs, zone)}
        </small>
      </ScreenHead>
      <OffSaleMap row={row} plan={plan} states={states} work={work} />
      <OffSalePanel plan={plan} work={work} />
    </div>
  )
}
