import { SearchX } from 'lucide-react'
import { useStore } from 'zustand'
import type { Output } from '../../../shared/contract/operations.ts'
import type { FindScreen } from '../../stores/finding.ts'
import { goTo } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './find-screen.module.css'
import { FoundNotes } from './found-notes.tsx'

interface Props {
  readonly found: Output<'find-bookings'>
  readonly wanted: FindScreen
}

/** No results: what else may be typed, and the one show in which a seat was searched. */
export function NothingFound({ found, wanted }: Props) {
  const say = useSay()
  const text = wanted.text.trim()
  return (
    <div className={styles.none} role="status">
      <SearchX size={40} aria-hidden />
      <FoundNotes found={found} />
      <h2 className={styles.title}>
        {text === '' ? say('find.none.yet') : say('find.none', { text: isolated(text) })}
      </h2>
      {text !== '' && <OnlyHere wanted={wanted} />}
      <p>{say('find.none.text')}</p>
    </div>
  )
}

/** A seat is searched in the show that was on screen only: somebody unaware of that would believe it was never sold. */
function OnlyHere({ wanted }: { readonly wanted: FindScreen }) {
  const say = useSay()
  const { clock, day } = useFormats()
  const { rows } = useStore(shows)
  const row = wanted.showId === null ? undefined : rows.get(wanted.showId)
  if (!row) return null
  const time = `${day(row.startsAtMs, row.zone)} ${clock(row.startsAtMs, row.zone)}`
  return (
    <>
      <p>{say('find.none.onlyHere', { title: isolated(row.title), time })}</p>
      <Button look="next" onPress={() => goTo({ ...wanted, showId: null })}>
        {say('find.none.everywhere')}
      </Button>
    </>
  )
}
