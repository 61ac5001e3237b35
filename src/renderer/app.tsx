// The frame around every screen: the bar, messages about a lost connection and a disk in trouble, the screen itself. Owns which
// screen is rendered.

import { Suspense } from 'react'
import { useStore } from 'zustand'
import { BookingScreen } from './features/booking/booking-screen.tsx'
import { FindScreen } from './features/find/find-screen.tsx'
import { MoneyScreen } from './features/money/money-screen.tsx'
import { MoveScreen } from './features/move/move-screen.tsx'
import { PayScreen } from './features/sale/pay-screen.tsx'
import { SellScreen } from './features/sale/sell-screen.tsx'
import { TicketScreen } from './features/sale/ticket-screen.tsx'
import { SignInScreen } from './features/sign-in/sign-in-screen.tsx'
import { TonightScreen } from './features/tonight/tonight-screen.tsx'
import { HOUSE_ROW } from '../shared/domain/changes/change.ts'
import { never } from '../shared/lib/assert.ts'
import { AlarmLine } from './shell/alarm-line.tsx'
import { BackupLine } from './shell/backup-line.tsx'
import { BrokenGuard } from './shell/broken-guard.tsx'
import { ChangeDue } from './shell/change-due.tsx'
import { ClockLine } from './shell/clock-line.tsx'
import { ConnectionLine, NotSignedIn, useNeverConnected } from './shell/connection-line.tsx'
import { DeskNews } from './shell/desk-news.tsx'
import { DiskLine } from './shell/disk-line.tsx'
import { lateScreen } from './shell/late-screen.ts'
import { LeaveKiosk } from './shell/leave-kiosk.tsx'
import { SelfService } from './shell/self-service.tsx'
import { ScannerDialog } from './shell/scanner-dialog.tsx'
import { PrintLine } from './shell/print-line.tsx'
import { TopBar } from './shell/top-bar.tsx'
import styles from './app.module.css'
import { watchHold } from './stores/hold-watch.ts'
import { kioskScreen } from './stores/kiosk-screen.ts'
import { recovery } from './stores/recovery.ts'
import { sale } from './stores/sale.ts'
import { type Screen, screen } from './stores/screen.ts'
import { asksForPin, isOfCustomers, isOfGate, isOfOffice, who } from './stores/who.ts'
import { Empty } from './ui/empty.tsx'
import { useEvery } from './ui/use-hub-now.ts'
import { useSay } from './ui/words.tsx'

// Loaded on demand: a desk that only sells never loads the office, nor a gate.
const ImportScreen = lateScreen(async () => ({
  default: (await import('./features/import/import-screen.tsx')).ImportScreen,
}))
const GateScreen = lateScreen(async () => ({
  default: (await import('./features/gate/gate-screen.tsx')).GateScreen,
}))
const SpreadsheetScreen = lateScreen(async () => ({
  default: (await import('./features/spreadsheet/spreadsheet-screen.tsx')).SpreadsheetScreen,
}))
const StaffScreen = lateScreen(async () => ({
  default: (await import('./features/staff/staff-screen.tsx')).StaffScreen,
}))
const ShiftScreen = lateScreen(async () => ({
  default: (await import('./features/shift/shift-screen.tsx')).ShiftScreen,
}))
const RecoveryScreen = lateScreen(async () => ({
  default: (await import('./features/recovery/recovery-screen.tsx')).RecoveryScreen,
}))
const KiosksScreen = lateScreen(async () => ({
  default: (await import('./features/kiosks/kiosks-screen.tsx')).KiosksScreen,
}))
const AuditScreen = lateScreen(async () => ({
  default: (await import('./features/audit/audit-screen.tsx')).AuditScreen,
}))
const ReportsScreen = lateScreen(async () => ({
  default: (await import('./features/reports/reports-screen.tsx')).ReportsScreen,
}))
const MessagesScreen = lateScreen(async () => ({
  default: (await import('./features/messages/messages-screen.tsx')).MessagesScreen,
}))
const PrintersScreen = lateScreen(async () => ({
  default: (await import('./features/printers/printers-screen.tsx')).PrintersScreen,
}))
const UpdatesScreen = lateScreen(async () => ({
  default: (await import('./features/updates/updates-screen.tsx')).UpdatesScreen,
}))
const OffSaleScreen = lateScreen(async () => ({
  default: (await import('./features/off-sale/off-sale-screen.tsx')).OffSaleScreen,
}))
const SeriesScreen = lateScreen(async () => ({
  default: (await import('./features/series/series-screen.tsx')).SeriesScreen,
}))
const TermsScreen = lateScreen(async () => ({
  default: (await import('./features/terms/terms-screen.tsx')).TermsScreen,
}))
const TimeMachineScreen = lateScreen(async () => ({
  default: (await import('./features/time-machine/time-machine-screen.tsx')).TimeMachineScreen,
}))
const SeatsScreen = lateScreen(async () => ({
  default: (await import('./features/manage/seats-screen.tsx')).SeatsScreen,
}))
const ManageScreen = lateScreen(async () => ({
  default: (await import('./features/manage/manage-screen.tsx')).ManageScreen,
}))

const PlansScreen = lateScreen(async () => ({
  default: (await import('./features/plans/plans-screen.tsx')).PlansScreen,
}))

/** As often as the clock of a hold is drawn, so that its end comes when the clock says so. */
const WATCH_MS = 250

export function App() {
  const { now } = useStore(screen)
  const isOutside = useNeverConnected()
  const people = useStore(who)
  const { isKiosk } = useStore(kioskScreen)
  const { state: waits } = useStore(recovery)
  const isHolding = useStore(sale, ({ booking }) => booking !== null)
  useEvery(WATCH_MS, isHolding, watchHold)
  const isAtDesk =
    !waits && people.isKnown && !asksForPin(people) && !isOfGate(people) && !isOfCustomers(people)
  return (
    <div className={styles.app}>
      <TopBar />
      <AlarmLine />
      <ConnectionLine />
      <DiskLine />
      <BackupLine />
      <ClockLine />
      <PrintLine />
      <main className={styles.screen}>
        <BrokenGuard key={now.name}>
          <Suspense>
            {isOutside ? <NotSignedIn /> : waits ? <RecoveryScreen state={waits} /> : <Inside now={now} />}
          </Suspense>
        </BrokenGuard>
      </main>
      <ChangeDue />
      {isAtDesk && <DeskNews />}
      <ScannerDialog />
      {isKiosk && <LeaveKiosk />}
    </div>
  )
}

/** Renders nothing before the house has said who is signed in: whatever it showed would disappear again. */
function Inside({ now }: { readonly now: Screen }) {
  const say = useSay()
  const state = useStore(who)
  if (!state.isKnown) return null
  // Whatever was typed and chosen inside is dropped when the desk changes hands, in whatever window that happened.
  const { isSwitching, turn, lastStaffId } = state
  if (asksForPin(state)) return <SignInScreen key={`${isSwitching} ${turn} ${lastStaffId}`} />
  // A gate sees only its door, whatever the address says.
  if (isOfGate(state)) return <GateScreen />
  if (isOfCustomers(state)) return <SelfService now={now} />
  const isOffices = offices.some((name) => name === now.name)
  if (isOffices && !isOfOffice(state))
    return <Empty isWhole title={say('who.notYours')} text={say('who.notYours.text')} />
  return <Shown now={now} />
}

const offices = [
  'manage',
  'plans',
  'import',
  'spreadsheet',
  'staff',
  'kiosks',
  'audit',
  'reports',
  'messages',
  'printers',
  'updates',
  'time-machine',
  'off-sale',
  'series',
  'terms',
  'seats',
] as const

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
    case 'move':
      return <MoveScreen key={now.bookingId} bookingId={now.bookingId} />
    case 'gate':
      return <GateScreen />
    case 'shift':
      return <ShiftScreen of={now.of} />
    case 'money':
      return <MoneyScreen />
    case 'manage':
      return <ManageScreen kind={now.kind} />
    case 'plans':
      return <PlansScreen />
    case 'time-machine':
      return <TimeMachineScreen key={now.showId} showId={now.showId} />
    case 'off-sale':
      return <OffSaleScreen key={now.showId} showId={now.showId} />
    case 'seats':
      return <SeatsScreen key={now.showId} showId={now.showId} />
    case 'series':
      return <SeriesScreen showId={now.showId} />
    case 'terms':
      return <TermsScreen at={now.at ?? 'house'} id={now.id ?? HOUSE_ROW} />
    case 'import':
      return <ImportScreen />
    case 'spreadsheet':
      return <SpreadsheetScreen />
    case 'staff':
      return <StaffScreen />
    case 'kiosks':
      return <KiosksScreen />
    case 'audit':
      return <AuditScreen />
    case 'reports':
      return <ReportsScreen />
    case 'messages':
      return <MessagesScreen />
    case 'printers':
      return <PrintersScreen />
    case 'updates':
      return <UpdatesScreen />
    default:
      return never(now)
  }
}
