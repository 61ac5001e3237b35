// The door of a show: one large answer to each ticket, how many are in, the last scans. Owns the screen; a ticket comes from the
// scanner wherever the focus is, from its typed number, or from the camera, and the house decides what it is.

import { Camera, CameraOff, Settings2, Volume2, VolumeX } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { doorShow, doorShows } from '../../stores/door-shows.ts'
import { gate, scanAtDoor, standAtDoor } from '../../stores/gate.ts'
import { scannerDialog } from '../../stores/scanner-settings.ts'
import { onScan } from '../../stores/scans.ts'
import { goTo, screen } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { Select } from '../../ui/select.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { DoorAnswerPanel } from './door-answer.tsx'
import { DoorCounts } from './door-counts.tsx'
import styles from './gate-screen.module.css'
import { LateCamera } from './late-camera.tsx'
import { NumberField } from './number-field.tsx'
import { OwedLine } from './owed-line.tsx'
import { RecentScans } from './recent-scans.tsx'
import { soundOf } from './door-sound.ts'

/** Which show is next depends on the time. */
const LOOK_EVERY_MS = 15_000

export function GateScreen() {
  const say = useSay()
  const { ready, rows } = useStore(shows)
  const { chosen } = useStore(gate)
  const { now } = useStore(screen)
  const nowMs = useHubNow(LOOK_EVERY_MS)
  useEffect(standAtDoor, [])
  // A gate that was opened under another address goes to its own: the camera is permitted only there.
  useEffect(() => (now.name === 'gate' ? undefined : goTo({ name: 'gate' })), [now])
  const near = doorShows(rows.values(), nowMs)
  const show = doorShow(near, chosen, nowMs)
  if (!ready) return <Waiting text={say('tonight.loading')} />
  if (!show) return <Empty isWhole title={say('gate.none.title')} text={say('gate.none.text')} />
  return <Door show={show} near={near} />
}

function Door({ show, near }: { readonly show: ShowRow; readonly near: readonly ShowRow[] }) {
  const say = useSay()
  const { showId, title } = show
  const [usesCamera, setUsesCamera] = useState(false)
  const { shown, isMuted } = useStore(gate)
  const check = useEffectEvent((text: string) => void scanAtDoor(showId, text))
  useEffect(() => onScan((text) => check(text), true), [])
  // Whoever opened the door of a show keeps it until they choose another: the start of the show does not change it.
  useEffect(() => gate.setState({ chosen: showId }), [showId])
  useEffect(() => {
    if (shown && !gate.getState().isMuted) soundOf(shown.answer)
  }, [shown])
  return (
    <div className={styles.gate}>
      <h1 className="visually-hidden">{say('gate.title', { title: isolated(title) })}</h1>
      <header className={styles.head}>
        <ShowChoice show={show} near={near} />
        <Button
          look="quiet"
          label={say('gate.camera')}
          isPressed={usesCamera}
          onPress={() => setUsesCamera(!usesCamera)}
        >
          {usesCamera ? <CameraOff size={20} aria-hidden /> : <Camera size={20} aria-hidden />}
        </Button>
        <Button
          look="quiet"
          label={say('gate.sound')}
          isPressed={!isMuted}
          onPress={() => gate.setState({ isMuted: !isMuted })}
        >
          {isMuted ? <VolumeX size={20} aria-hidden /> : <Volume2 size={20} aria-hidden />}
        </Button>
        <Button
          look="quiet"
          label={say('scanner.heading')}
          onPress={() => scannerDialog.setState({ isOpen: true })}
        >
          <Settings2 size={20} aria-hidden />
        </Button>
      </header>
      <div className={styles.door}>
        <OwedLine zone={show.zone} />
        {usesCamera && <LateCamera onCode={(text) => void scanAtDoor(showId, text)} />}
        <DoorAnswerPanel zone={show.zone} />
        <NumberField onNumber={(text) => void scanAtDoor(showId, text)} />
      </div>
      <aside className={styles.side} aria-label={say('gate.side')}>
        <DoorCounts key={showId} showId={showId} />
        <RecentScans zone={show.zone} />
      </aside>
    </div>
  )
}

function ShowChoice({ show, near }: { readonly show: ShowRow; readonly near: readonly ShowRow[] }) {
  const say = useSay()
  const { day, clock } = useFormats()
  return (
    <div className={styles.show}>
      <Select<string>
        label={say('gate.show')}
        value={String(show.showId)}
        options={near.map(({ showId, title, startsAtMs, zone, venue }) => ({
          value: String(showId),
          text: `${day(startsAtMs, zone)} ${clock(startsAtMs, zone)} · ${isolated(title)} · ${isolated(venue)}`,
        }))}
        onChange={(value) => gate.setState({ chosen: Number(value) as ShowId, shown: null })}
      />
    </div>
  )
}
