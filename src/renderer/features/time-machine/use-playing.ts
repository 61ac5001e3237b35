import { useEffect, useEffectEvent, useState } from 'react'
import { SECOND_MS } from '../../../shared/lib/time.ts'
import { timeMachine } from '../../stores/time-machine.ts'
import { lookAt } from './look-at.ts'
import type { Life } from './use-life.ts'

/** The duration of playing a whole life: long enough to see a hall fill, short enough to wait for. */
const WHOLE_LIFE_MS = 20 * SECOND_MS

/** Plays from the current instant; from the beginning if that is the end. */
export function usePlaying(life: Life) {
  const [isPlaying, setPlaying] = useState(false)
  const { fromMs, toMs } = life
  const pass = useEffectEvent((passedMs: number) => {
    const atMs = timeMachine.getState().atMs ?? toMs
    lookAt(atMs + (passedMs / WHOLE_LIFE_MS) * (toMs - fromMs), life)
    if (timeMachine.getState().atMs === null) setPlaying(false)
  })
  useEffect(() => {
    if (!isPlaying) return undefined
    let frame = 0
    const draw = (beforeMs: number) => (nowMs: number) => {
      pass(nowMs - beforeMs)
      frame = requestAnimationFrame(draw(nowMs))
    }
    frame = requestAnimationFrame((nowMs) => {
      frame = requestAnimationFrame(draw(nowMs))
    })
    return () => cancelAnimationFrame(frame)
  }, [isPlaying])
  const toggle = () => {
    if (!isPlaying && timeMachine.getState().atMs === null) timeMachine.setState({ atMs: fromMs })
    setPlaying(!isPlaying)
  }
  return { isPlaying, toggle }
}
