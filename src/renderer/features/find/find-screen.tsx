// Search results: shows by name, bookings by number, scan, name or seat, and customers. Owns how results are listed; the house
// decides what is found.

import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Answer } from '../../../shared/contract/port.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { comingShows, isCalled } from '../../stores/coming-shows.ts'
import { type FindScreen as Wanted, awaitNoMore, finding, isAnswered, lookFor } from '../../stores/finding.ts'
import { goBack } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { firstFound } from '../../ui/first-found.ts'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { FoundList } from './found-list.tsx'
import { FoundNotes } from './found-notes.tsx'
import { NothingFound } from './nothing-found.tsx'
import { SeatsOf } from './seats-of.tsx'
import styles from './find-screen.module.css'

type Found = Output<'find-bookings'>

/** A few letters match many shows; to see more than these, type another letter. */
const SHOWS_MAX = 6
/** A show leaves the list when its sales close. */
const LOOK_EVERY_MS = 15_000

export function FindScreen({ wanted }: { readonly wanted: Wanted }) {
  const say = useSay()
  const text = wanted.text.trim()
  const { showId } = wanted
  const found = useStore(finding)
  const { answer, isAwaited } = found
  const isOld = !isAnswered(found, wanted)
  useEffect(() => void lookFor({ text, showId }), [text, showId])
  useEffect(() => {
    if (isAwaited && !isOld) goIn()
  }, [isAwaited, isOld])
  useKeys({ Escape: () => goBack({ name: 'tonight' }) })
  return (
    <div className={styles.find}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          {text === '' ? say('find.newest') : say('find.title', { text: isolated(text) })}
        </h1>
        {text !== '' && <SeatsOf wanted={wanted} />}
      </header>
      <div className={styles.list}>
        {answer === null ? (
          <Waiting text={say('find.looking')} />
        ) : (
          <Results answer={answer} wanted={wanted} isOld={isOld} />
        )}
      </div>
      <footer className={styles.foot}>
        <span>{say('find.hint')}</span>
      </footer>
    </div>
  )
}

/**
 * For a user who moved into the results before they had arrived, and has not begun to type again. The results are rendered by the
 * next frame.
 */
function goIn(): void {
  requestAnimationFrame(() => {
    if (!finding.getState().isAwaited) return
    awaitNoMore()
    firstFound()?.focus()
  })
}

interface ResultsProps {
  readonly answer: Answer<Found>
  readonly wanted: Wanted
  /** The latest text has no answer yet: the results shown belong to the previous one. */
  readonly isOld: boolean
}

function Results({ answer, wanted, isOld }: ResultsProps) {
  const say = useSay()
  const text = wanted.text.trim()
  const formats = useFormats()
  const nowMs = useHubNow(LOOK_EVERY_MS)
  const { rows } = useStore(shows)
  if (answer.kind !== 'done') {
    const words =
      answer.kind === 'refused'
        ? refusalText(answer.refusal, say, formats, 'UTC')
        : say(`notice.fault.${answer.reason}`, { incident: answer.incidentId })
    return (
      <Empty title={say('find.broken')} text={words}>
        <Button look="next" onPress={() => void lookFor({ text, showId: null })}>
          {say('app.again')}
        </Button>
      </Empty>
    )
  }
  const found = answer.value
  const named = text === '' ? [] : comingShows(rows.values(), nowMs).filter((row) => isCalled(row, text))
  const { bookings, customers } = found
  if (named.length + bookings.length + customers.length === 0 && !isOld) {
    return <NothingFound found={found} wanted={wanted} />
  }
  return (
    <>
      <FoundNotes found={found} />
      <FoundList shows={named.slice(0, SHOWS_MAX)} bookings={bookings} isNewest={text === ''} isOld={isOld} />
    </>
  )
}
