// A desk's drawer from its opening to its closing, and the previous shifts. Owns which part is shown; the house decides what may be
// done.

import { useState } from 'react'
import { useStore } from 'zustand'
import { never } from '../../../shared/lib/assert.ts'
import type { KioskId } from '../../../shared/domain/ids.ts'
import { deskName } from '../../stores/desks.ts'
import type { ShiftPlace } from '../../stores/screen.ts'
import { who } from '../../stores/who.ts'
import { Unread } from '../../ui/unread.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { CountDrawer } from './count-drawer.tsx'
import { type CountText, emptyCount, isTyped } from './counted-cash.ts'
import { LostCount } from './lost-count.tsx'
import { OpenShift } from './open-shift.tsx'
import { RunningShift } from './running-shift.tsx'
import { ShiftCash } from './shift-cash.tsx'
import { ShiftList } from './shift-list.tsx'
import { ShiftReportScreen } from './shift-report.tsx'
import { ShiftResult } from './shift-result.tsx'
import styles from './shift-screen.module.css'
import { type Drawer, type ShiftDesk, useShift } from './use-shift.ts'

export function ShiftScreen({ of }: { readonly of: ShiftPlace | undefined }) {
  if (!of || of.number === null) return <ShiftNow key={of?.kioskId} kioskId={of?.kioskId ?? null} />
  const shift = { kioskId: of.kioskId, number: of.number }
  const key = `${of.kioskId} ${of.number}`
  return of.part === 'cash' ? <ShiftCash key={key} {...shift} /> : <ShiftReportScreen key={key} {...shift} />
}

function ShiftNow({ kioskId }: { readonly kioskId: KioskId | null }) {
  const say = useSay()
  const desk = useShift(kioskId)
  const isOwn = useStore(who, (now) => kioskId === null || kioskId === now.desk)
  const { drawer } = desk
  if (!drawer)
    return <Unread text={say('shift.loading')} hasFailed={desk.problem !== null} onAgain={desk.look} />
  const stage = `${drawer.nextNumber} ${drawer.shift?.state}`
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          {drawer.shift ? say('shift.number', { number: drawer.shift.number }) : say('shift.title')}
        </h1>
        <StateWords drawer={drawer} />
      </header>
      <Part drawer={drawer} desk={desk} stage={stage} isOwn={isOwn} />
      <ShiftList zone={drawer.zone} />
    </div>
  )
}

function StateWords({ drawer }: { readonly drawer: Drawer }) {
  const say = useSay()
  const { clock } = useFormats()
  const { shift, zone, kioskId } = drawer
  const state =
    shift === null
      ? say('shift.isClosed')
      : shift.state === 'counted'
        ? say('shift.isCounted')
        : say('shift.isOpen', { time: clock(shift.openedAtMs, zone) })
  return (
    <p className={styles.state} data-state={shift?.state ?? 'closed'}>
      <strong>{state}</strong>
      {shift && <span>{say('shift.openedBy', { name: isolated(shift.openedBy) })}</span>}
      <span>
        <bdi>{deskName(kioskId, say)}</bdi>
      </span>
    </p>
  )
}

interface PartProps {
  readonly drawer: Drawer
  readonly desk: ShiftDesk
  /** Which shift, and its state. */
  readonly stage: string
  readonly isOwn: boolean
}

/** A count in progress, and the stage it is for: another window may count and close the same drawer meanwhile. */
interface Counting {
  readonly stage: string
  readonly counts: readonly CountText[]
}

function Part({ drawer, desk, stage, isOwn }: PartProps) {
  const [counting, setCounting] = useState<Counting | null>(null)
  const { shift } = drawer
  const state = shift?.state ?? 'closed'
  const end = () => setCounting(null)
  const isHere = counting?.stage === stage
  // While a request is under way the change may come from this window's own count.
  if (counting && !isHere && !desk.isAsking && counting.counts.some(isTyped))
    return <LostCount counts={counting.counts} state={state} onLeave={end} />
  const counts = isHere ? counting.counts : drawer.currencies.map(emptyCount)
  const onCounts = (typed: readonly CountText[]) => setCounting({ stage, counts: typed })
  const count = () => onCounts(drawer.currencies.map(emptyCount))
  // Keyed by stage: anything else begun in a shift that another window has counted or closed is dropped.
  const common = { key: stage, drawer, desk }
  if (!shift || state === 'closed') return <OpenShift {...common} {...{ counts, onCounts }} onOpened={end} />
  const { number } = shift
  if (isHere) return <CountDrawer {...common} {...{ number, counts, onCounts }} onLeave={end} />
  switch (state) {
    case 'open':
      return <RunningShift {...common} {...{ number, isOwn }} onCount={count} />
    case 'counted':
      return <ShiftResult {...common} {...{ number }} counts={shift.counts ?? []} onAgain={count} />
    default:
      return never(state)
  }
}
