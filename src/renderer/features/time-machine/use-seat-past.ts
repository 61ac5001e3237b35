// The story of one seat: the journal's steps, with who did it according to the house. Owns requesting it in pieces; must never show a
// part of a story as the whole.

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { MOMENTS_MAX } from '../../../shared/contract/limits.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import type { BookingId, KioskId, SeatId, ShowId } from '../../../shared/domain/ids.ts'
import type { SeatMoment } from '../../../shared/domain/seat-replay.ts'
import { ask } from '../../box-office.ts'
import { timeMachine } from '../../stores/time-machine.ts'

type Told = Output<'seat-moments'>['moments'][number]

/** One entry of the story; `over`: the end of a hold, which only the clock tells [H4]. */
export interface PastMoment {
  readonly atMs: number
  readonly revision: number | null
  readonly bookingId: BookingId | null
  readonly kind: Told['kind'] | 'over'
  readonly reason: string
  readonly by: Told['by']
  readonly kioskId: KioskId | null
}

/** The earliest first, updated as the show goes on. `moments` is null until loaded. */
export function useSeatPast(showId: ShowId, seatId: SeatId) {
  const { past } = useStore(timeMachine)
  const [moments, setMoments] = useState<readonly PastMoment[] | null>(null)
  const [isBroken, setBroken] = useState(false)
  const [times, setTimes] = useState(0)
  useEffect(() => {
    let isWanted = true
    const story = past?.replay.storyOf(seatId) ?? []
    void tellAll(showId, seatId, story).then((told) => {
      if (!isWanted) return
      setBroken(told === null)
      if (told) setMoments(told)
    })
    return () => {
      isWanted = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a retry loads again
  }, [past, showId, seatId, times])
  return { moments, isBroken, again: () => setTimes(times + 1) }
}

/** Null if the house did not answer. */
async function tellAll(
  showId: ShowId,
  seatId: SeatId,
  story: readonly SeatMoment[],
): Promise<readonly PastMoment[] | null> {
  const wanted = story.flatMap(({ revision }) => revision ?? [])
  const told = new Map<number, Told>()
  for (let from = 0; from < wanted.length; from += MOMENTS_MAX) {
    const revisions = wanted.slice(from, from + MOMENTS_MAX)
    // oxlint-disable-next-line no-await-in-loop -- a seat with many entries is loaded in pieces
    const answer = await ask('seat-moments', { showId, seatId, revisions })
    if (answer.kind !== 'done') return null
    for (const one of answer.value.moments) told.set(one.revision, one)
  }
  return story.flatMap<PastMoment>((moment) => {
    if (moment.revision === null) return [{ ...moment, kind: 'over', reason: '', by: null, kioskId: null }]
    const found = told.get(moment.revision)
    return found ? [{ ...moment, ...found }] : []
  })
}
