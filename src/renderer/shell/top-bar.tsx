// The bar over every screen: home, other places, who sells, and the display settings. Never taller than 48 px.

import { CircleHelp, Command, Languages, LockKeyhole, Menu, SunMoon } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { languages } from '../messages/languages.ts'
import { reprintLast } from '../papers/reprint-last.ts'
import { connection } from '../stores/connection.ts'
import { gate } from '../stores/gate.ts'
import { askToLeave, kioskScreen } from '../stores/kiosk-screen.ts'
import { preferences, schemes } from '../stores/preferences.ts'
import { recovery } from '../stores/recovery.ts'
import { type Screen, goTo, screen } from '../stores/screen.ts'
import { asksForPin, isOfCustomers, isOfGate, isOfOffice, who } from '../stores/who.ts'
import { Button } from '../ui/button.tsx'
import { useIsCustomers } from '../ui/use-is-customers.ts'
import { useKeys } from '../ui/use-keys.ts'
import { useSay } from '../ui/words.tsx'
import { FindField } from './find-field.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { Palette } from './palette.tsx'
import { ParkedChip } from './parked-chip.tsx'
import styles from './top-bar.module.css'
import { WhoMenu } from './who-menu.tsx'

const places = [
  { name: 'tonight', text: 'app.home' },
  { name: 'shift', text: 'shift.title' },
  { name: 'manage', text: 'app.manage' },
  { name: 'import', text: 'app.import' },
] as const

/** Staff and the audit log belong to the office and are listed under its name. */
const placeOf: Partial<Record<Screen['name'], string>> = {
  tonight: 'tonight',
  shift: 'shift',
  manage: 'manage',
  plans: 'manage',
  spreadsheet: 'manage',
  staff: 'manage',
  kiosks: 'manage',
  audit: 'manage',
  reports: 'manage',
  messages: 'manage',
  printers: 'manage',
  updates: 'manage',
  'time-machine': 'manage',
  'off-sale': 'manage',
  seats: 'manage',
  series: 'manage',
  terms: 'manage',
  import: 'import',
}

export function TopBar() {
  const say = useSay()
  const { now } = useStore(screen)
  const [showsKeys, setShowsKeys] = useState(false)
  const [showsCommands, setShowsCommands] = useState(false)
  const people = useStore(who)
  // [SYNC 4.7] A house that waits for its kiosks answers nothing: there is nowhere to go yet.
  const isWaiting = useStore(recovery).state !== null
  const isShut = asksForPin(people) || isWaiting
  const isGates = isOfGate(people)
  const isCustomers = isOfCustomers(people)
  // A scanned ticket opens its booking, so whatever was open over the previous screen closes. At a door the answer must be seen.
  useEffect(() => {
    const close = () => {
      setShowsKeys(false)
      setShowsCommands(false)
    }
    const ends = [screen.subscribe(close), gate.subscribe(({ isAsking }) => isAsking && close())]
    return () => ends.forEach((end) => end())
  }, [])
  const keys = {
    '?': () => setShowsKeys(true),
    'Ctrl+k': () => setShowsCommands(true),
    'Ctrl+p': () => void reprintLast(),
  }
  useKeys(isShut || isGates || isCustomers ? {} : keys)
  const shown = isOfOffice(people) ? places : places.slice(0, 2)
  if (isShut || isCustomers) return <SlimBar />
  const over = (
    <>
      {showsCommands && (
        <Palette onClose={() => setShowsCommands(false)} showKeys={() => setShowsKeys(true)} />
      )}
      <KeysDialog isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
    </>
  )
  const commands = (
    <Button look="quiet" label={say('palette.title')} keys="Control+K" onPress={() => setShowsCommands(true)}>
      <Command size={18} aria-hidden className={styles.wide} />
      <Menu size={22} aria-hidden className={styles.onPhone} />
    </Button>
  )
  // A gate is often a phone, and has no other screens.
  if (isGates || now.name === 'gate')
    return (
      <SlimBar>
        {isGates ? <strong className={styles.here}>{say('gate.short')}</strong> : <Places shown={shown} />}
        {!isGates && commands}
        {over}
      </SlimBar>
    )
  return (
    <header className={styles.bar}>
      <strong className={styles.brand}>{say('app.name')}</strong>
      <Places shown={shown} />
      <FindField />
      <ParkedChip />
      <LinkSign />
      <LanguageChoice />
      <SchemeChoice />
      <WhoMenu />
      <KioskSign />
      {commands}
      <Button look="quiet" label={say('app.help')} keys="?" onPress={() => setShowsKeys(true)}>
        <CircleHelp size={18} aria-hidden />
      </Button>
      {over}
    </header>
  )
}

function Places({ shown }: { readonly shown: readonly (typeof places)[number][] }) {
  const say = useSay()
  const { now } = useStore(screen)
  return (
    <nav aria-label={say('app.main')} className={styles.places}>
      {shown.map(({ name, text }) => (
        <a
          key={name}
          href={`#/${name}`}
          onClick={() => goTo({ name })}
          aria-current={placeOf[now.name] === name ? 'page' : undefined}
        >
          {say(text)}
        </a>
      ))}
    </nav>
  )
}

/** Before anybody is signed in there are no links, but language and colour scheme can be chosen. */
function SlimBar({ children }: { readonly children?: ReactNode }) {
  const say = useSay()
  const isCustomers = useIsCustomers()
  return (
    <header className={styles.bar}>
      <strong className={styles.brand}>{say('app.name')}</strong>
      {children}
      <span className={styles.room} />
      <LinkSign />
      <LanguageChoice />
      {!isCustomers && <SchemeChoice />}
      {children && <WhoMenu />}
      <KioskSign />
    </header>
  )
}

/** [A7] Shows that the screen is locked, and offers the way out where there is no keyboard. */
function KioskSign() {
  const say = useSay()
  const { isKiosk } = useStore(kioskScreen)
  if (!isKiosk) return null
  return (
    <Button look="quiet" label={say('kiosk.leave')} keys="Control+L" onPress={askToLeave}>
      <LockKeyhole size={18} aria-hidden />
    </Button>
  )
}

function LinkSign() {
  const say = useSay()
  const { connection: link, copy } = useStore(connection)
  const isCopying = link === 'open' && copy !== null && copy.behind > 0
  return (
    <span className={styles.link} data-state={link} role="status">
      <span>
        {isCopying
          ? say('connection.copying.short', { behind: copy.behind })
          : say(`connection.${link}.short`)}
      </span>
    </span>
  )
}

function LanguageChoice() {
  const say = useSay()
  const { language } = useStore(preferences)
  return (
    <label className={styles.choice}>
      <Languages size={16} aria-hidden />
      <select
        aria-label={say('app.language')}
        value={language}
        onChange={({ currentTarget }) => {
          const chosen = languages.find(({ code }) => code === currentTarget.value)
          if (chosen) preferences.setState({ language: chosen.code })
        }}
      >
        {languages.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function SchemeChoice() {
  const say = useSay()
  const { scheme } = useStore(preferences)
  return (
    <label className={styles.choice}>
      <SunMoon size={16} aria-hidden />
      <select
        aria-label={say('app.scheme')}
        value={scheme}
        onChange={({ currentTarget }) => {
          const chosen = schemes.find((one) => one === currentTarget.value)
          if (chosen) preferences.setState({ scheme: chosen })
        }}
      >
        {schemes.map((one) => (
          <option key={one} value={one}>
            {say(`app.scheme.${one}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
