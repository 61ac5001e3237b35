// The search text, and what the house found. Owns the requests: one at a time, and of the texts typed meanwhile only the last;
// must never show an answer to anything but the text in the field.

import { createStore } from 'zustand/vanilla'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { ask, boxOffice } from '../box-office.ts'
import { comingShows, isCalled } from './coming-shows.ts'
import { type Screen, goTo, screen } from './screen.ts'
import { shows } from './shows.ts'

export type FindScreen = Extract<Screen, { name: 'find' }>
type Wanted = Input<'find-bookings'>
type FindAnswer = Answer<Output<'find-bookings'>>

interface Finding {
  readonly wanted: Wanted | null
  readonly answer: FindAnswer | null
  /** The user wants to move into the results, and they have not arrived yet. */
  readonly isAwaited: boolean
}

export const finding = createStore<Finding>(() => ({ wanted: null, answer: null, isAwaited: false }))

let next: Wanted | null = null
let isAsking = false

export async function lookFor(wanted: Wanted): Promise<void> {
  next = wanted
  if (isAsking) return
  isAsking = true
  while (next) {
    const asked: Wanted = next
    next = null
    // oxlint-disable-next-line no-await-in-loop -- one question at a time: the next is whatever was typed last
    const answer = await ask('find-bookings', asked)
    finding.setState({ wanted: asked, answer })
  }
  isAsking = false
}

/** Moves into the results as soon as they match the search text; the screen that shows them does it. */
export function awaitFound(): void {
  finding.setState({ isAwaited: true })
}

export function awaitNoMore(): void {
  if (finding.getState().isAwaited) finding.setState({ isAwaited: false })
}

/** If the current screen is about one show, the search means its seats. */
export function beginFinding(text: string): FindScreen {
  const { now } = screen.getState()
  const found: FindScreen = { name: 'find', text, showId: 'showId' in now ? now.showId : null }
  goTo(found)
  return found
}

/** Whether what is shown answers the latest search. */
export function isAnswered({ wanted }: Finding, { text, showId }: FindScreen): boolean {
  return wanted !== null && wanted.text === text.trim() && wanted.showId === showId
}

/** Enter in the field: opens the first show whose name matches, or else the only booking found. A scanner sends Enter as well. */
export async function openFirst({ text, showId }: FindScreen): Promise<void> {
  if (text.trim() === '') return
  const [show] = comingShows(shows.getState().rows.values(), boxOffice.hubNowMs()).filter((row) =>
    isCalled(row, text),
  )
  if (show) return goTo({ name: 'sell', showId: show.showId })
  const answer = await ask('find-bookings', { text, showId })
  const { now } = screen.getState()
  const isStillAsked = now.name === 'find' && now.text === text
  if (!isStillAsked || answer.kind !== 'done') return
  const { bookings, isOurs } = answer.value
  const [only] = bookings
  if (only && bookings.length === 1 && isOurs !== false) goTo({ name: 'booking', bookingId: only.bookingId })
}
