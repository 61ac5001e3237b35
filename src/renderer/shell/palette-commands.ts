// Everything that can be done from anywhere, as a list of words with what they do. Owns which commands there are; a command does
// nothing but what a button of some screen does as well.

import { useStore } from 'zustand'
import { languages } from '../messages/languages.ts'
import { comingShows } from '../stores/coming-shows.ts'
import { beginFinding } from '../stores/finding.ts'
import { parked, recallFirst } from '../stores/parked.ts'
import { preferences, schemes } from '../stores/preferences.ts'
import { parkSale, sale } from '../stores/sale.ts'
import { goTo } from '../stores/screen.ts'
import { shows } from '../stores/shows.ts'
import { boxOffice } from '../box-office.ts'
import type { MessageId } from '../messages/catalogue.ts'
import { isolated, useFormats, useSay } from '../ui/words.tsx'

export interface Command {
  readonly id: string
  readonly group: 'palette.go' | 'palette.do' | 'palette.shows' | 'palette.looks'
  readonly words: string
  readonly shortcut?: string
  readonly run: () => void
}

export function useCommands(showKeys: () => void): Command[] {
  return [...usePlaces(), ...useSteps(showKeys), ...useShowCommands(), ...useLooks()]
}

function usePlaces(): Command[] {
  const say = useSay()
  const go = (id: MessageId, run: () => void, shortcut?: string): Command => ({
    id,
    group: 'palette.go',
    words: say(id),
    run,
    ...(shortcut && { shortcut }),
  })
  return [
    go('app.home', () => goTo({ name: 'tonight' })),
    go('palette.find', () => beginFinding(''), 'F2'),
    go('palette.manage', () => goTo({ name: 'manage' })),
    go('app.import', () => goTo({ name: 'import' })),
  ]
}

/** Only what can be done now: a cart to park, one to recall, one to pay. */
function useSteps(showKeys: () => void): Command[] {
  const say = useSay()
  const { booking } = useStore(sale)
  const { bookings } = useStore(parked)
  const steps: (Command | null)[] = [
    booking && step('palette.pay', 'F9', () => goTo({ name: 'pay', showId: booking.showId })),
    booking && step('keys.park', 'F4', parkSale),
    bookings.length > 0 ? step('keys.recall', 'F5', recallFirst) : null,
    step('keys.title', '?', showKeys),
  ]
  return steps.flatMap((one) => one ?? [])

  function step(id: MessageId, shortcut: string, run: () => void): Command {
    return { id, group: 'palette.do', words: say(id), shortcut, run }
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

function useLooks(): Command[] {
  const say = useSay()
  const speak = languages.map(({ code, name }) => ({
    id: `language ${code}`,
    group: 'palette.looks' as const,
    words: `${say('app.language')}: ${isolated(name)}`,
    run: () => preferences.setState({ language: code }),
  }))
  const look = schemes.map((scheme) => ({
    id: `scheme ${scheme}`,
    group: 'palette.looks' as const,
    words: `${say('app.scheme')}: ${say(`app.scheme.${scheme}`)}`,
    run: () => preferences.setState({ scheme }),
  }))
  return [...speak, ...look]
}
