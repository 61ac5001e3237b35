// The time line under the map: the position in the show's life, how full the hall was then, when its seats were sold, and the
// controls for moving. Owns the keys of the slider; the state at an instant comes from the replay.

import { Pause, Play } from 'lucide-react'
import { type KeyboardEvent, useId } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { Turnover } from '../../../shared/domain/seat-frames.ts'
import type { Plan } from '../../../shared/domain/seat-plan/plan.ts'
import { HOUR_MS, MINUTE_MS } from '../../../shared/lib/time.ts'
import { timeMachine } from '../../stores/time-machine.ts'
import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useDirection, useFormats, useSay } from '../../ui/words.tsx'
import { PastCounts, usePastCounts } from './past-counts.tsx'
import { lookAt } from './look-at.ts'
import styles from './time-line.module.css'
import type { Life } from './use-life.ts'
import { usePlaying } from './use-playing.ts'

interface Props {
  readonly row: ShowRow
  readonly plan: Plan
  readonly life: Life
}

export function TimeLine({ row, plan, life }: Props) {
  const say = useSay()
  const helpId = useId()
  const { clock, day } = useFormats()
  const { fromMs, toMs } = life
  const atMs = useStore(timeMachine).atMs ?? toMs
  const direction = useDirection()
  const { isPlaying, toggle } = usePlaying(life)
  const when = useWhen(row)
  const counts = usePastCounts(life, plan, atMs)
  const play = say(isPlaying ? 'machine.pause' : 'machine.play')
  useSteps([{ id: 'play', words: play, keys: ['p'], run: toggle, isOffered: true }])
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = steppedTo(event, { life, atMs, isMirrored: direction === 'rtl' })
    if (wanted === null) return
    event.preventDefault()
    lookAt(wanted, life)
  }
  return (
    <section className={styles.line} aria-label={say('machine.time')}>
      <div className={styles.now}>
        <Button onPress={toggle} shortcut="P">
          {isPlaying ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />} {play}
        </Button>
        <strong className={styles.when}>{when(atMs)}</strong>
        <PastCounts counts={counts} />
      </div>
      <div className={styles.scale}>
        <Bars {...life.turnover} />
        <input
          type="range"
          className={styles.slider}
          aria-label={say('machine.time')}
          aria-describedby={helpId}
          aria-valuetext={`${when(atMs)}. ${say('machine.counts', counts)}`}
          min={fromMs}
          max={toMs}
          step={1}
          value={atMs}
          onChange={({ currentTarget }) => lookAt(currentTarget.valueAsNumber, life)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles.ends}>
        <span>{say('machine.from', { time: `${day(fromMs, row.zone)} ${clock(fromMs, row.zone)}` })}</span>
        <span id={helpId} className={styles.help}>
          {say('machine.keys')}
        </span>
        <span>{say('machine.to', { time: `${day(toMs, row.zone)} ${clock(toMs, row.zone)}` })}</span>
      </div>
    </section>
  )
}

/** [E3] To the second, in the venue's zone. */
function useWhen({ zone }: ShowRow): (atMs: number) => string {
  const { day, exactClock } = useFormats()
  return (atMs) => `${day(atMs, zone)} ${exactClock(atMs, zone)}`
}

interface Standing {
  readonly life: Life
  readonly atMs: number
  readonly isMirrored: boolean
}

/** The instant to which a key leads; null for keys the slider does not use. */
function steppedTo({ key, shiftKey }: KeyboardEvent, { life, atMs, isMirrored }: Standing): number | null {
  const { past, fromMs, toMs } = life
  const on = isMirrored ? 'ArrowLeft' : 'ArrowRight'
  const isOn = key === on || key === 'ArrowUp'
  if (key === 'Home') return fromMs
  if (key === 'End') return toMs
  if (key === 'PageUp') return atMs + HOUR_MS
  if (key === 'PageDown') return atMs - HOUR_MS
  if (!key.startsWith('Arrow')) return null
  if (shiftKey) return atMs + (isOn ? MINUTE_MS : -MINUTE_MS)
  return (isOn ? past.replay.after(atMs) : past.replay.before(atMs)) ?? (isOn ? toMs : fromMs)
}

/** Sales upwards, refunds downwards. */
function Bars({ sold, back }: Turnover) {
  const most = Math.max(1, ...sold, ...back)
  const height = (count: number) => ({ blockSize: count === 0 ? 0 : `max(2px, ${(count / most) * 100}%)` })
  return (
    <div className={styles.bars} aria-hidden="true">
      {sold.map((count, part) => (
        // oxlint-disable-next-line react/no-array-index-key -- a part of the time is identified by its position
        <span key={part} className={styles.part}>
          <span className={styles.up}>
            <i className={styles.sold} style={height(count)} />
          </span>
          <span className={styles.down}>
            <i className={styles.given} style={height(back[part] ?? 0)} />
          </span>
        </span>
      ))}
    </div>
  )
}
