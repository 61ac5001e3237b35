// The one search of the house, over every screen. Owns the typed text and passing it to the screen, and where the keyboard focus
// goes afterwards; what is found is decided by the house (stores/finding.ts).

import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react'
import { useStore } from 'zustand'
import { FIND_TEXT_MAX } from '../../shared/contract/limits.ts'
import {
  type FindScreen,
  awaitFound,
  awaitNoMore,
  beginFinding,
  finding,
  isAnswered,
  openFirst,
} from '../stores/finding.ts'
import { type Screen, addressOf, goBack, goTo, screen } from '../stores/screen.ts'
import { firstFound } from '../ui/first-found.ts'
import { useKeys } from '../ui/use-keys.ts'
import { useSay } from '../ui/words.tsx'
import styles from './find-field.module.css'
import { enterFind, findField, leaveFind } from './find-focus.ts'

/**
 * Letters in quicker succession are searched as one text: a scanner types a ticket's code in half a second, while people leave
 * longer pauses between letters.
 */
const PAUSE_MS = 100

/** The one search of the house: shows, bookings, customers, seats, scanned tickets. F2 focuses it from anywhere. */
export function FindField() {
  const say = useSay()
  const { now } = useStore(screen)
  const { text, isTyping, type, forget, lookNow } = useTyped(now)
  const [isHere, setHere] = useState(false)
  useKeys({ F2: enterFind })
  useEffect(
    () =>
      screen.subscribe((opened, before) => {
        if (hasTheKeyboard(opened.now, before.now)) leaveFind()
      }),
    [],
  )
  const leave = () => {
    forget()
    if (now.name === 'find') goBack({ name: 'tonight' })
    else leaveFind()
  }
  const goDown = () => {
    const asked = isTyping ? lookNow() : now
    if (asked.name === 'find' && !isAnswered(finding.getState(), asked)) awaitFound()
    else firstFound()?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void openFirst(lookNow())
    else if (event.key === 'ArrowDown') goDown()
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <label className={styles.find}>
      <Search size={16} aria-hidden />
      <input
        ref={findField}
        type="search"
        aria-label={say('find.field')}
        placeholder={say(isHere ? 'find.empty' : 'find.field')}
        onFocus={() => setHere(true)}
        onBlur={() => {
          setHere(false)
          awaitNoMore()
        }}
        aria-keyshortcuts="F2"
        maxLength={FIND_TEXT_MAX}
        value={text}
        onChange={({ currentTarget }) => {
          awaitNoMore()
          type(currentTarget.value)
        }}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">F2</kbd>
    </label>
  )
}

/**
 * A seat map or a booking takes the keyboard when somebody opens it, by the search, a scan or a key. A search begun after that
 * keeps the keyboard, however long the opened screen takes to load. Nobody opens the seats from the payment screen: that change
 * means its time was up.
 */
function hasTheKeyboard(opened: Screen, before: Screen): boolean {
  const isOpened = opened.name === 'sell' || opened.name === 'booking'
  return isOpened && before.name !== 'pay' && addressOf(opened) !== addressOf(before)
}

/** The text in the field, passed to the screen after a pause, or at once. */
function useTyped(now: Screen) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (now.name === 'find' ? now.text : '')
  const look = (wanted: string): FindScreen => {
    setTyped(null)
    if (now.name !== 'find') return beginFinding(wanted)
    goTo({ ...now, text: wanted })
    return { ...now, text: wanted }
  }
  const lookFor = useEffectEvent(look)
  useEffect(() => {
    if (typed === null) return undefined
    const timer = setTimeout(() => lookFor(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return {
    text,
    /** The screen has not received the text yet. */
    isTyping: typed !== null,
    type: setTyped,
    forget: () => setTyped(null),
    lookNow: () => look(text),
  }
}
