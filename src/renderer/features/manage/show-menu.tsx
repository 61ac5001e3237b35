// Actions on one show of the calendar. Owns the menu; the screens it leads to are separate, and the house decides about a move.

import { CalendarClock, ScrollText, Ticket } from 'lucide-react'
import { useState } from 'react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import { showPlaces } from '../../stores/places.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FullBar } from '../../ui/full-bar.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { localText, readLocal } from './local-time.ts'
import { leftOf } from './made-changes.ts'
import { PriceCell } from './price-cell.tsx'
import { carryOut, undo } from './run-changes.ts'
import styles from './show-calendar.module.css'
import { showWays } from './show-ways.tsx'
import { useFailedText } from './use-failed-text.ts'

interface Props {
  readonly row: ShowRow
  readonly onClose: () => void
}

export function ShowMenu({ row, onClose }: Props) {
  const say = useSay()
  const { day, clock } = useFormats()
  const { showId, title, startsAtMs, zone, venue } = row
  const time = `${day(startsAtMs, zone)} ${clock(startsAtMs, zone)}`
  return (
    <Dialog title={`${isolated(title)} · ${time}`} isOpen onClose={onClose}>
      <p>
        <bdi>{venue}</bdi>
      </p>
      <FullBar counts={row.counts} />
      <MoveField row={row} />
      <div className={styles['ways']}>
        <Button onPress={() => goTo({ name: 'sell', showId })}>
          <Ticket size={18} aria-hidden /> {say('calendar.sell')}
        </Button>
        {showWays.map(({ name, Icon }) => (
          <Button key={name} onPress={() => goTo({ name, showId })}>
            <Icon size={18} aria-hidden /> {say(showPlaces[name])}
          </Button>
        ))}
        <Button onPress={() => goTo({ name: 'terms', at: 'shows', id: showId })}>
          <ScrollText size={18} aria-hidden /> {say('terms.title')}
        </Button>
        <PriceCell row={row} time={time} />
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{say('calendar.close')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

/** By the venue's calendar and clock, as in the table; done at once, since undoing is just as quick. */
function MoveField({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const { startsAtMs, zone } = row
  const now = localText(startsAtMs, zone)
  const [typed, setTyped] = useState<string | null>(null)
  const { told, move, back, mayUndo } = useMove(row)
  const text = typed ?? now
  const submit = () => {
    setTyped(null)
    void move(text)
  }
  return (
    <form
      className={styles['move']}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field label={say('calendar.start', { zone: isolated(zone) })}>
        {(ids) => (
          <input
            {...ids}
            dir="ltr"
            autoComplete="off"
            value={text}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" isDisabled={text === now}>
        <CalendarClock size={18} aria-hidden /> {say('calendar.move')}
      </Button>
      <p role="status" className={styles['told']}>
        {told}
      </p>
      {mayUndo && <Button onPress={() => void back()}>{say('manage.undo')}</Button>}
    </form>
  )
}

function useMove({ showId, startsAtMs, zone }: ShowRow) {
  const say = useSay()
  const { day, clock } = useFormats()
  const failedText = useFailedText()
  const [told, setTold] = useState('')
  const [made, setMade] = useState<readonly ChangeId[]>([])
  const move = async (text: string) => {
    const atMs = readLocal(text, zone)
    if (atMs === null) return setTold(say('table.unreadable', { column: say('manage.start'), text }))
    const change = { of: 'shows', kind: 'move', byMs: atMs - startsAtMs } as const
    const done = await carryOut([{ change, ids: [showId] }], () => {})
    if (done.failed) return setTold(failedText(done.failed))
    const reason = done.left[0]?.reason
    if (reason) return setTold(say(`manage.reason.${reason}`))
    setMade(done.changeIds)
    return setTold(say('calendar.moved', { day: day(atMs, zone), time: clock(atMs, zone) }))
  }
  const back = async () => {
    const done = await undo(made, () => {})
    setMade(leftOf(made, { undone: done.changeIds.length, failed: done.failed }))
    setTold(
      done.failed
        ? failedText(done.failed)
        : say('manage.undone', { changed: done.changes, skipped: done.skipped }),
    )
  }
  return { told, move, back, mayUndo: made.length > 0 }
}
