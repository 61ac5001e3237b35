// Every command, of this screen or available anywhere, as a list of words and actions. Owns which commands are available
// anywhere; must never know a screen's own steps, which the screen offers itself.

import { useStore } from 'zustand'
import type { ShowRow } from '../../shared/contract/shapes.ts'
import { languages } from '../messages/languages.ts'
import { comingShows } from '../stores/coming-shows.ts'
import { openCustomerWindow, speakToCustomer } from '../stores/customer-window.ts'
import { beginFinding } from '../stores/finding.ts'
import { deskPlaces, officePlaces, showPlaces, tablePlaces } from '../stores/places.ts'
import { askToLeave, kioskScreen } from '../stores/kiosk-screen.ts'
import { preferences, schemes } from '../stores/preferences.ts'
import { scannerDialog } from '../stores/scanner-settings.ts'
import { sale } from '../stores/sale.ts'
import { goTo, screen } from '../stores/screen.ts'
import { shows } from '../stores/shows.ts'
import { offeredSteps, steps } from '../stores/steps.ts'
import { isOfOffice, signOut, switchStaff, who } from '../stores/who.ts'
import { boxOffice } from '../box-office.ts'
import { reprintLast } from '../papers/reprint-last.ts'
import type { MessageId } from '../messages/catalogue.ts'
import { isolated, useFormats, useSay } from '../ui/words.tsx'
import { enterFind } from './find-focus.ts'

export interface Command {
  readonly id: string
  readonly group: 'palette.go' | 'palette.do' | 'palette.shows' | 'palette.past' | 'palette.looks'
  readonly words: string
  readonly shortcut?: string
  readonly run: () => void
}

export function useCommands(showKeys: () => void): Command[] {
  const here = useStepsHere()
  // A step offered by the screen has its own words and key; listing the general command too would show it twice.
  const elsewhere = useStepsElsewhere(showKeys).filter(({ id }) => here.every((one) => one.id !== id))
  return [...here, ...usePlaces(), ...elsewhere, ...useShowCommands(), ...useOfShows(), ...useLooks()]
}

/** The steps that the open screen offers, with their keys. */
function useStepsHere(): Command[] {
  const { shown } = useStore(steps)
  return offeredSteps(shown).map(({ id, words, keys: [key], run }) => ({
    id: `do ${id}`,
    group: 'palette.do',
    words,
    run,
    ...(key && { shortcut: shownKey(key) }),
  }))
}

function shownKey(key: string): string {
  return key === 'Escape' ? 'Esc' : key.replace(/(?<=^|\+)[a-z]$/, (letter) => letter.toUpperCase())
}

function usePlaces(): Command[] {
  const say = useSay()
  const people = useStore(who)
  const go = (id: MessageId, run: () => void, shortcut?: string): Command => ({
    id: `go ${id}`,
    group: 'palette.go',
    words: say(id),
    run,
    ...(shortcut && { shortcut }),
  })
  /** Named after the menu in which it is found without the palette. */
  const underManage = (one: Command) => ({ ...one, words: `${say('app.manage')}: ${one.words}` })
  return [
    ...namesOf(deskPlaces).map((name) => go(deskPlaces[name], () => goTo({ name }))),
    go('palette.find', findAnything, 'F2'),
    ...(isOfOffice(people)
      ? [
          ...namesOf(tablePlaces).map((kind) =>
            underManage(go(tablePlaces[kind], () => goTo({ name: 'manage', kind }))),
          ),
          ...namesOf(officePlaces).map((name) => underManage(go(officePlaces[name], () => goTo({ name })))),
          underManage(go('reports.alerts', () => goTo({ name: 'reports', part: 'alerts' }))),
          underManage(go('backup.title', () => goTo({ name: 'kiosks' }))),
          go('app.import', () => goTo({ name: 'import' })),
        ]
      : []),
    ...(people.me && !people.isOpen
      ? [
          go('who.switch', () => switchStaff(true)),
          go('who.lock', () => void signOut(true)),
          go('who.out', () => void signOut(false)),
        ]
      : []),
  ]
}

function findAnything(): void {
  beginFinding('')
  enterFind()
}

function namesOf<Name extends string>(places: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(places) as Name[]
}

/** Commands for the cart in hand on screens that do not handle its keys; only those possible now. */
function useStepsElsewhere(showKeys: () => void): Command[] {
  const say = useSay()
  const { booking } = useStore(sale)
  const { isKiosk } = useStore(kioskScreen)
  const found: (Command | null)[] = [
    booking && step('next', 'palette.pay', () => goTo({ name: 'pay', showId: booking.showId })),
    { ...step('again', 'print.again', () => void reprintLast()), shortcut: 'Ctrl+P' },
    { ...step('keys', 'keys.title', showKeys), shortcut: '?' },
    step('customer', 'customer.open', openCustomerWindow),
    isKiosk ? { ...step('leave', 'kiosk.leave', askToLeave), shortcut: 'Ctrl+L' } : null,
    step('scanner', 'scanner.title', () => scannerDialog.setState({ isOpen: true })),
  ]
  return found.flatMap((one) => one ?? [])

  function step(id: string, words: MessageId, run: () => void): Command {
    return { id: `do ${id}`, group: 'palette.do', words: say(words), run }
  }
}

function useShowCommands(): Command[] {
  const { clock, day } = useFormats()
  const { rows } = useStore(shows)
  return comingShows(rows.values(), boxOffice.hubNowMs()).map(
    ({ showId, title, venue, startsAtMs, zone }) => ({
      id: `show ${showId}`,
      group: 'palette.shows',
      words: `${isolated(title)} · ${day(startsAtMs, zone)} ${clock(startsAtMs, zone)} · ${isolated(venue)}`,
      run: () => goTo({ name: 'sell', showId }),
    }),
  )
}

/** [A6] [A2] What the office does with any show: the one on the screen first, then the nearest in time. */
function useOfShows(): Command[] {
  const say = useSay()
  const { clock, day } = useFormats()
  const { rows } = useStore(shows)
  const { now } = useStore(screen)
  if (!isOfOffice(useStore(who))) return []
  const nowMs = boxOffice.hubNowMs()
  const here = 'showId' in now ? now.showId : null
  const distance = ({ showId, startsAtMs }: ShowRow) => (showId === here ? -1 : Math.abs(startsAtMs - nowMs))
  return [...rows.values()]
    .toSorted((a, b) => distance(a) - distance(b))
    .flatMap(({ showId, title, startsAtMs, zone }) => {
      const about = `${isolated(title)} · ${day(startsAtMs, zone)} ${clock(startsAtMs, zone)}`
      return namesOf(showPlaces).map((name) => ({
        id: `${name} ${showId}`,
        group: 'palette.past' as const,
        words: `${say(showPlaces[name])}: ${about}`,
        run: () => goTo({ name, showId }),
      }))
    })
}

function useLooks(): Command[] {
  const say = useSay()
  const speak = languages.map(({ code, name }) => ({
    id: `language ${code}`,
    group: 'palette.looks' as const,
    words: `${say('app.language')}: ${isolated(name)}`,
    run: () => preferences.setState({ language: code }),
  }))
  const customers = languages.map(({ code, name }) => ({
    id: `customer ${code}`,
    group: 'palette.looks' as const,
    words: say('customer.speak', { language: isolated(name) }),
    run: () => speakToCustomer(code),
  }))
  const look = schemes.map((scheme) => ({
    id: `scheme ${scheme}`,
    group: 'palette.looks' as const,
    words: `${say('app.scheme')}: ${say(`app.scheme.${scheme}`)}`,
    run: () => preferences.setState({ scheme }),
  }))
  const { sound } = useStore(preferences)
  const mute = {
    id: 'sound',
    group: 'palette.looks' as const,
    words: say(sound ? 'sound.off' : 'sound.on'),
    run: () => preferences.setState({ sound: !sound }),
  }
  return [...speak, ...customers, ...look, mute]
}
