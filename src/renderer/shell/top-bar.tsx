// The bar over every screen: home, where else to go, who sells, and how the screen looks. Never taller than 48 px.

import { CircleHelp, Command, Languages, Menu, SunMoon } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Connection } from '../../shared/contract/frame-client.ts'
import { languages } from '../messages/languages.ts'
import { reprintLast } from '../papers/reprint-last.ts'
import { connection } from '../stores/connection.ts'
import { preferences, schemes } from '../stores/preferences.ts'
import { type Screen, goTo, screen } from '../stores/screen.ts'
import { asksForPin, isOfCustomers, isOfGate, isOfOffice, who } from '../stores/who.ts'
import { Button } from '../ui/button.tsx'
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

/** Staff and the audit log are the office's, and so under its name. */
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
  const { connection: link } = useStore(connection)
  const [showsKeys, setShowsKeys] = useState(false)
  const [showsCommands, setShowsCommands] = useState(false)
  const people = useStore(who)
  const isShut = asksForPin(people)
  const isGates = isOfGate(people)
  const isCustomers = isOfCustomers(people)
  // A scanned ticket opens its booking: what stood over the screen before was about another one.
  useEffect(
    () =>
      screen.subscribe(() => {
        setShowsKeys(false)
        setShowsCommands(false)
      }),
    [],
  )
  const keys = {
    '?': () => setShowsKeys(true),
    'Ctrl+k': () => setShowsCommands(true),
    'Ctrl+p': () => void reprintLast(),
  }
  useKeys(isShut || isGates || isCustomers ? {} : keys)
  const shown = isOfOffice(people) ? places : places.slice(0, 2)
  if (isShut || isCustomers) return <SlimBar link={link} />
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
  // A gate is often a phone, and has nowhere else to go.
  if (isGates || now.name === 'gate')
    return (
      <SlimBar link={link}>
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
      <LinkSign link={link} />
      <LanguageChoice />
      <SchemeChoice />
      <WhoMenu />
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

/** Before anybody is in there is no way to go, but the words and the light can be chosen. */
function SlimBar({ link, children }: { readonly link: Connection; readonly children?: ReactNode }) {
  const say = useSay()
  return (
    <header className={styles.bar}>
      <strong className={styles.brand}>{say('app.name')}</strong>
      {children}
      <span className={styles.room} />
      <LinkSign link={link} />
      <LanguageChoice />
      <SchemeChoice />
      {children && <WhoMenu />}
    </header>
  )
}

function LinkSign({ link }: { readonly link: Connection }) {
  const say = useSay()
  return (
    <span className={styles.link} data-state={link} role="status">
      <span>{say(`connection.${link}.short`)}</span>
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
