// The frame around every screen: bar, message of a lost connection, the screen itself. Owns which screen is drawn.

import { Suspense, lazy } from 'react'
import { useStore } from 'zustand'
import { BookingScreen } from './features/booking/booking-screen.tsx'
import { FindScreen } from './features/find/find-screen.tsx'
import { PayScreen } from './features/sale/pay-screen.tsx'
import { SellScreen } from './features/sale/sell-screen.tsx'
import { TicketScreen } from './features/sale/ticket-screen.tsx'
import { TonightScreen } from './features/tonight/tonight-screen.tsx'
import { never } from '../shared/lib/assert.ts'
import { AlarmLine } from './shell/alarm-line.tsx'
import { BrokenGuard } from './shell/broken-guard.tsx'
import { ConnectionLine, NotSignedIn, useNeverConnected } from './shell/connection-line.tsx'
import { TopBar } from './shell/top-bar.tsx'
import styles from './app.module.css'
import { type Screen, screen } from './stores/screen.ts'

// A desk that only sells never loads the office.
const ImportScreen = lazy(async () => ({
  default: (await import('./features/import/import-screen.tsx')).ImportScreen,
}))
const ManageScreen = lazy(async () => ({
  default: (await import('./features/manage/manage-screen.tsx')).ManageScreen,
}))

export function App() {
  const { now } = useStore(screen)
  const isOutside = useNeverConnected()
  return (
    <div className={styles.app}>
      <TopBar />
      <AlarmLine />
      <ConnectionLine />
      <main className={styles.screen}>
        <BrokenGuard key={now.name}>
          <Suspense>{isOutside ? <NotSignedIn /> : <Shown now={now} />}</Suspense>
        </BrokenGuard>
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
    case 'find':
      return <FindScreen wanted={now} />
    case 'booking':
      return <BookingScreen key={now.bookingId} bookingId={now.bookingId} />
    case 'manage':
      return <ManageScreen />
    case 'import':
      return <ImportScreen />
    default:
      return never(now)
  }
}
