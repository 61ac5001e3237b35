// A desk's drawer from its opening to its close, and the shifts before. Owns which part is shown; what may be done is the house's word.

import { useState } from 'react'
import { never } from '../../../shared/lib/assert.ts'
import type { KioskId } from '../../../shared/domain/ids.ts'
import type { ShiftPlace } from '../../stores/screen.ts'
import { Waiting } from '../../ui/empty.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { CountDrawer } from './count-drawer.tsx'
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
  const { drawer } = desk
  if (!drawer) return <Waiting text={say(desk.problem ? 'shift.problem' : 'shift.loading')} />
  const stage = `${drawer.nextNumber} ${drawer.shift?.state}`
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          {drawer.shift ? say('shift.number', { number: drawer.shift.number }) : say('shift.title')}
        </h1>
        <StateWords drawer={drawer} />
      </header>
      {/* What was begun over a shift that another window has counted or closed meanwhile is over as well. */}
      <Part key={`part ${stage}`} drawer={drawer} desk={desk} isOwn={kioskId === null} />
      <ShiftList key={`list ${stage}`} zone={drawer.zone} />
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
      <span>{say('shift.ofDesk', { desk: isolated(kioskId) })}</span>
    </p>
  )
}

interface PartProps {
  readonly drawer: Drawer
  readonly desk: ShiftDesk
  readonly isOwn: boolean
}

function Part({ drawer, desk, isOwn }: PartProps) {
  const [isCounting, setIsCounting] = useState(false)
  const { shift } = drawer
  const state = shift?.state ?? 'closed'
  if (!shift || state === 'closed') return <OpenShift drawer={drawer} desk={desk} />
  const { number } = shift
  if (isCounting) return <CountDrawer {...{ drawer, number, desk }} onLeave={() => setIsCounting(false)} />
  const count = () => setIsCounting(true)
  switch (state) {
    case 'open':
      return <RunningShift {...{ drawer, number, desk, isOwn }} onCount={count} />
    case 'counted':
      return <ShiftResult {...{ drawer, number, desk }} counts={shift.counts ?? []} onAgain={count} />
    default:
      return never(state)
  }
}
