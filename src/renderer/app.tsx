// The frame around every screen: bar, message of a lost connection, the screen itself. Owns which screen is drawn.

import { useStore } from 'zustand'
import { ImportScreen } from './features/import/import-screen.tsx'
import { ManageScreen } from './features/manage/manage-screen.tsx'
import { PayScreen } from './features/sale/pay-screen.tsx'
import { SellScreen } from './features/sale/sell-screen.tsx'
import { TicketScreen } from './features/sale/ticket-screen.tsx'
import { TonightScreen } from './features/tonight/tonight-screen.tsx'
import { never } from '../shared/lib/assert.ts'
import { BrokenGuard } from './shell/broken-guard.tsx'
import { ConnectionLine, NotSignedIn, useNeverConnected } from './shell/connection-line.tsx'
import { TopBar } from './shell/top-bar.tsx'
import styles from './app.module.css'
import { type Screen, screen } from './stores/screen.ts'

export function App() {
  const { now } = useStore(screen)
  const isOutside = useNeverConnected()
  return (
    <div className={styles.app}>
      <TopBar />
      <ConnectionLine />
      <main className={styles.screen}>
        <BrokenGuard key={now.name}>{isOutside ? <NotSignedIn /> : <Shown now={now} />}</BrokenGuard>
      </main>
    </div>
  )
}

function Shown({ now }: { readonly now: Screen }) {
  switch (now.name) {
    case 'tonight':
      return <TonightScreen />
    case 'sell':
      return <SellScreen key={now.showId} showId={now.showId} />
    case 'pay':
      return <PayScreen showId={now.showId} />
    case 'ticket':
      return <TicketScreen key={now.bookingId} bookingId={now.bookingId} />
    case 'manage':
      return <ManageScreen />
    case 'import':
      return <ImportScreen />
    default:
      return never(now)
  }
}
