// The command line of the kiosk and of the hub alike. Owns names, limits and the help text; an unknown word is refused, so that nothing
// slips through to Chromium or SQLite.

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type DeskPlace, deskScreens, placeOfLink } from '../../shared/contract/desk-place.ts'
import { LAN_PORT } from '../../shared/contract/network.ts'
import { type ClaimStrategy, claimStrategies } from '../store/store.ts'
import { type UpdateOptions, noUpdates, readUpdates } from '../update/update-options.ts'
import { defaultDataFolder } from './data-folder.ts'
import {
  ANY_HUB,
  SCREENS_PORT,
  bareJoin,
  hubOf,
  placeOf,
  screensOf,
  whole,
  type HubAddress,
  type LanPlace,
  type ScreensOption,
} from './option-places.ts'
import { type TerminalMood, terminalMoods } from './simulated-terminal.ts'

export interface Options {
  readonly data: string
  /** 0: any free port. */
  readonly port: number
  /** [S3] Where kiosks reach this house, which allows them to; null: as a manager last set it on the screen. */
  readonly lan: LanPlace | null
  /** [SYNC 5.7] At most so many kiosks at once. */
  readonly kiosksMax: number
  /** [S3] The hub that this machine must join before it starts. */
  readonly joinHub: HubAddress | 'find' | null
  /** [S5] Hubs announce themselves on the network: this one does, and others are found by it. */
  readonly findsHubs: boolean
  /** The machine leaves its hub and has a house of its own again. */
  readonly leaveHub: boolean
  /** [SYNC 5.9] A folder on another disk, where backups go as well; null: none. */
  readonly backupTo: string | null
  /** [I42] The secrets are copied there unsealed, for the safe, and nothing else is done; null: no. */
  readonly copyKeysTo: string | null
  /** Serves browsers of the venue's network, with a certificate that the venue installed; null: this machine alone. */
  readonly screens: ScreensOption | null
  /** Where newer versions come from, and whose signature they carry. */
  readonly updates: UpdateOptions
  readonly headless: boolean
  /** [A7] The window fills the screen, and only a manager's PIN and password leave it. */
  readonly kiosk: boolean
  readonly demo: boolean
  readonly holdSeconds: number | null
  readonly lockSeconds: number | null
  /** [A5] Cash only while the desk's shift is open. */
  readonly requireShift: boolean
  /** [C2] */
  readonly claims: ClaimStrategy
  /** [P6] What the demo's terminal answers, question by question; the last one stays. */
  readonly terminal: readonly TerminalMood[]
  /** Other processes of this machine may write this house too. */
  readonly shared: boolean
  /** Where the window begins: a link of ours that the system was asked to open; null: where it always does. */
  readonly place: DeskPlace | null
  /** [I11] Somebody confirmed that the date is right: the house really was closed as long as this machine's clock says. */
  readonly dateIsRight: boolean
  /** The window gets its first size and place back. */
  readonly resetWindow: boolean
  /** The window drawn without the graphics card: for one that shows nothing. */
  readonly safeMode: boolean
  readonly version: boolean
  readonly help: boolean
}

/** Options of a house that a program opens for itself: no window, any free port, and defaults otherwise. */
export function quietOptions(data: string, setting: Partial<Options> = {}): Options {
  const own = {
    port: 0,
    lan: null,
    kiosksMax: KIOSKS.usual,
    joinHub: null,
    findsHubs: false,
    leaveHub: false,
    backupTo: null,
    copyKeysTo: null,
    screens: null,
    updates: noUpdates,
    headless: true,
    kiosk: false,
    demo: true,
    holdSeconds: null,
    lockSeconds: null,
    requireShift: false,
    place: null,
    dateIsRight: false,
    resetWindow: false,
    safeMode: false,
    version: false,
    help: false,
  }
  return { data, ...own, claims: 'pessimistic', terminal: ['approve'], shared: false, ...setting }
}

/** The hub's usual port; nothing else is registered for it. */
const PORT = 8480
/** Twice the counters of the largest venue; and as many as one hub was seen to carry with flat memory. */
const KIOSKS = { min: 1, usual: 64, max: 500 }

/** A shorter hold cannot be paid, a longer one is a reservation. */
const HOLD_SECONDS = { min: 1, max: 3600 }

/** A shorter time locks while the clerk thinks, a longer one is a shift. */
const LOCK_SECONDS = { min: 5, max: 28_800 }

export const helpText = `Guichet: a box office for reserved seats.

  --data DIR         where this house keeps its data (default ${defaultDataFolder()})
  --port N           port of the hub on 127.0.0.1 (default ${PORT}; 0: any free one)
  --lan [ADDRESS]:PORT  let kiosks of the venue's network join, as the Kiosks page does (port ${LAN_PORT} if you name none)
  --kiosks N         so many kiosks may be connected at once, ${KIOSKS.min} to ${KIOSKS.max} (default ${KIOSKS.usual})
  --join [ADDRESS[:PORT]]  become a kiosk of that hub, or of one that is found: asks for the code that its manager reads out, and remembers it
  --no-find          tell the network nothing of this house, and look for no hub in it
  --leave            forget the hub, and open this machine’s own house again
  --backup-to FOLDER  copy each backup there as well: a folder of yours on another disk, or on a stick
  --copy-keys-to FOLDER  copy the house's keys there as they are, for the safe, and end: whoever has them can make tickets
  --screens [ADDRESS]:PORT  let browsers of the venue’s network in by links, with --certificate FILE and --certificate-key FILE
                     of the venue (PEM, with its chain; port ${SCREENS_PORT} if you name none)
  --updates WHERE    newer versions come from there: a folder (the usual one: updates, in the data folder) or an https address
  --update-key FILE  what signs them, for a program that was built without its maker’s key
  --headless         serve only: open no window and no browser
  --kiosk            a locked screen: full, without a menu, left by a manager’s PIN and password alone
  --no-demo          start an empty house, without demo data
  --hold-seconds N   how long a hold lives, ${HOLD_SECONDS.min} to ${HOLD_SECONDS.max} (default 300)
  --lock-seconds N   an untouched desk asks for the PIN again, ${LOCK_SECONDS.min} to ${LOCK_SECONDS.max} (default 300)
  --require-shift    cash is taken only while the desk's shift is open
  --claims WHICH     how a seat is claimed: ${claimStrategies.join(', ')} (default pessimistic)
  --terminal WHAT    what the demo’s terminal answers: ${terminalMoods.join(', ')};
                     several with commas answer one after the other (default approve)
  --shared           other processes of this machine may write this house too; each must say so
  --date-is-right    this machine’s clock is right, however long the house was closed
  --screen WHICH     where the window begins: ${deskScreens.join(', ')}
  --reset-window     forget the window’s size and place
  --safe-mode        the window in its first size, drawn without the graphics card: for one that stays blank
  --version          which version this is
  --help             this text
  guichet://…        a link to a booking (guichet://booking/NUMBER) or a show (guichet://show/NUMBER): the window opens there

The hub’s link lets one browser in, once. While the hub runs, kill -USR2 PID makes it print another (not on Windows).`

/** The options, or a problem as a line that can be shown as it is. */
export function readOptions(args: readonly string[]): Options | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: args.map(bareJoin),
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        lan: { type: 'string' },
        kiosks: { type: 'string' },
        join: { type: 'string' },
        leave: { type: 'boolean' },
        'no-find': { type: 'boolean' },
        'backup-to': { type: 'string' },
        'copy-keys-to': { type: 'string' },
        screens: { type: 'string' },
        certificate: { type: 'string' },
        'certificate-key': { type: 'string' },
        updates: { type: 'string', multiple: true },
        'update-key': { type: 'string' },
        headless: { type: 'boolean' },
        kiosk: { type: 'boolean' },
        'no-demo': { type: 'boolean' },
        'hold-seconds': { type: 'string' },
        'lock-seconds': { type: 'string' },
        'require-shift': { type: 'boolean' },
        claims: { type: 'string' },
        terminal: { type: 'string' },
        shared: { type: 'boolean' },
        screen: { type: 'string' },
        'date-is-right': { type: 'boolean' },
        'reset-window': { type: 'boolean' },
        'safe-mode': { type: 'boolean' },
        version: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    return {
      data: values.data ?? defaultDataFolder(),
      port: values.port === undefined ? PORT : whole('--port', values.port, { min: 0, max: 65_535 }),
      lan: values.lan === undefined ? null : placeOf('--lan', values.lan, LAN_PORT),
      kiosksMax: values.kiosks === undefined ? KIOSKS.usual : whole('--kiosks', values.kiosks, KIOSKS),
      joinHub: values.join === undefined ? null : values.join === ANY_HUB ? 'find' : hubOf(values.join),
      findsHubs: !(values['no-find'] ?? false),
      leaveHub: values.leave ?? false,
      backupTo: values['backup-to'] === undefined ? null : resolve(values['backup-to']),
      copyKeysTo: values['copy-keys-to'] === undefined ? null : resolve(values['copy-keys-to']),
      screens: screensOf(values.screens, values.certificate, values['certificate-key']),
      updates: readUpdates(values.updates, values['update-key']),
      ...windowOf(values.headless ?? false, values.kiosk ?? false),
      demo: !(values['no-demo'] ?? false),
      holdSeconds: seconds('--hold-seconds', values['hold-seconds'], HOLD_SECONDS),
      lockSeconds: seconds('--lock-seconds', values['lock-seconds'], LOCK_SECONDS),
      requireShift: values['require-shift'] ?? false,
      ...claimsOf(values.claims ?? 'pessimistic', values.shared ?? false),
      terminal: moodsOf(values.terminal ?? 'approve'),
      place: placeIn(positionals, values.screen, values.headless ?? false),
      dateIsRight: values['date-is-right'] ?? false,
      resetWindow: values['reset-window'] ?? false,
      safeMode: values['safe-mode'] ?? false,
      version: values.version ?? false,
      help: values.help ?? false,
    }
  } catch (error) {
    return { problem: notUnderstood(error) }
  }
}

function notUnderstood(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  // Node's hint to put it behind “--” is of no use: there it is refused as well.
  const plain = said.replace(/\. To specify a positional.*$/s, '')
  return `${plain.replace(/\.?$/, '.')} Try --help.`
}

/** The `--screen` option, or the one word that is no option: what a system passes on when somebody opens a link of ours. */
function placeIn(
  words: readonly string[],
  screen: string | undefined,
  isHeadless: boolean,
): DeskPlace | null {
  const [link] = words
  if (link === undefined && screen === undefined) return null
  if (isHeadless) throw new Error('A link and --screen are for a window: they do not go with --headless.')
  const name = deskScreens.find((one) => one === screen)
  if (screen !== undefined && !name)
    throw new Error(`--screen takes ${deskScreens.join(', ')}, not “${screen}”.`)
  if (link === undefined) return name ? { kind: 'screen', name } : null
  const place = words.length === 1 ? placeOfLink(link) : null
  if (!place) throw new Error(`“${words.join(' ')}” is no option, and no link to a booking or a show.`)
  return place
}

function moodsOf(text: string): readonly TerminalMood[] {
  return text.split(',').map((word) => {
    const mood = terminalMoods.find((one) => one === word)
    if (!mood) throw new Error(`--terminal takes ${terminalMoods.join(', ')}, not “${word}”.`)
    return mood
  })
}

/** [A7] Without a window there is nothing to lock. */
function windowOf(headless: boolean, kiosk: boolean): Pick<Options, 'headless' | 'kiosk'> {
  if (headless && kiosk) throw new Error('--kiosk locks a window, and --headless opens none.')
  return { headless, kiosk }
}

/** [C2] A lock in memory keeps out nobody but this process itself. */
function claimsOf(text: string, shared: boolean): Pick<Options, 'claims' | 'shared'> {
  const claims = claimStrategies.find((strategy) => strategy === text)
  if (!claims) throw new Error(`--claims takes ${claimStrategies.join(', ')}, not “${text}”.`)
  if (claims === 'in-process' && shared)
    throw new Error('--claims in-process cannot be --shared: its lock is in the memory of one process.')
  return { claims, shared }
}

function seconds(name: string, text: string | undefined, span: { min: number; max: number }): number | null {
  return text === undefined ? null : whole(name, text, span)
}
