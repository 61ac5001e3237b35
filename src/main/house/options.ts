// What may be said on the command line, to the kiosk and to the hub alike. Owns names, limits and the help text; an unknown word
// is refused, so that nothing slips through to Chromium or SQLite.

import { isIPv4 } from 'node:net'
import { parseArgs } from 'node:util'
import { type ClaimStrategy, claimStrategies } from '../store/store.ts'
import { defaultDataFolder } from './data-folder.ts'
import { type TerminalMood, terminalMoods } from './simulated-terminal.ts'

export interface Options {
  readonly data: string
  /** 0: any that is free. */
  readonly port: number
  /** [S3] Where kiosks reach this house, and that they may; null: as a manager last said on its screen. */
  readonly lan: LanPlace | null
  /** [S3] The hub that this machine is to join, before it starts. */
  readonly joinHub: { readonly host: string; readonly port: number } | null
  /** It goes back to a house of its own. */
  readonly leaveHub: boolean
  readonly headless: boolean
  readonly demo: boolean
  readonly holdSeconds: number | null
  readonly lockSeconds: number | null
  /** [A5] Cash only while the desk's shift is open. */
  readonly requireShift: boolean
  /** [C2] */
  readonly claims: ClaimStrategy
  /** [P6] What the demo's terminal says, question by question; the last one stays. */
  readonly terminal: readonly TerminalMood[]
  /** Other processes of this machine may write this house too. */
  readonly shared: boolean
  readonly help: boolean
}

/** Of a house that a program opens for itself: no window, any port, and else what stands where no word is said. */
export function quietOptions(data: string, setting: Partial<Options> = {}): Options {
  const own = {
    port: 0,
    lan: null,
    joinHub: null,
    leaveHub: false,
    headless: true,
    demo: true,
    holdSeconds: null,
    lockSeconds: null,
    requireShift: false,
    help: false,
  }
  return { data, ...own, claims: 'pessimistic', terminal: ['approve'], shared: false, ...setting }
}

/** `host` null: the machine's own address on its network, the first where it has several. */
export interface LanPlace {
  readonly host: string | null
  readonly port: number
}

/** Beside the screens' port. */
const LAN_PORT = 8481
export const usualLan: LanPlace = { host: null, port: LAN_PORT }

/** The hub's usual port; nothing else is registered for it. */
const PORT = 8480
/** A hold shorter than this cannot be paid, a longer one is a reservation. */
const HOLD_SECONDS = { min: 1, max: 3600 }

/** Shorter locks while one thinks, longer is a shift. */
const LOCK_SECONDS = { min: 5, max: 28_800 }

export const helpText = `Guichet: a box office for reserved seats.

  --data DIR         where this house keeps its data (default ${defaultDataFolder()})
  --port N           port of the hub on 127.0.0.1 (default ${PORT}; 0: any free one)
  --lan [ADDRESS]:PORT  let kiosks of the venue's network join, as the Kiosks page does (port ${LAN_PORT} if you name none)
  --join ADDRESS[:PORT]  become a kiosk of that hub: asks for the code that its manager reads out, and remembers it
  --leave            forget the hub, and open this machine’s own house again
  --headless         serve only: open no window and no browser
  --no-demo          start an empty house, without demo data
  --hold-seconds N   how long a hold lives, ${HOLD_SECONDS.min} to ${HOLD_SECONDS.max} (default 300)
  --lock-seconds N   an untouched desk asks for the PIN again, ${LOCK_SECONDS.min} to ${LOCK_SECONDS.max} (default 300)
  --require-shift    cash is taken only while the desk's shift is open
  --claims WHICH     how a seat is claimed: ${claimStrategies.join(', ')} (default pessimistic)
  --terminal WHAT    what the demo’s terminal answers: ${terminalMoods.join(', ')};
                     several with commas answer one after the other (default approve)
  --shared           other processes of this machine may write this house too; each must say so
  --help             this text

A link lets one browser in, once. While the hub runs, kill -USR2 PID makes it print another (not on Windows).`

/** A line that can be shown as it is, or the options. */
export function readOptions(args: readonly string[]): Options | { readonly problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        lan: { type: 'string' },
        join: { type: 'string' },
        leave: { type: 'boolean' },
        headless: { type: 'boolean' },
        'no-demo': { type: 'boolean' },
        'hold-seconds': { type: 'string' },
        'lock-seconds': { type: 'string' },
        'require-shift': { type: 'boolean' },
        claims: { type: 'string' },
        terminal: { type: 'string' },
        shared: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    return {
      data: values.data ?? defaultDataFolder(),
      port: values.port === undefined ? PORT : whole('--port', values.port, { min: 0, max: 65_535 }),
      lan: values.lan === undefined ? null : lanOf(values.lan),
      joinHub: values.join === undefined ? null : hubOf(values.join),
      leaveHub: values.leave ?? false,
      headless: values.headless ?? false,
      demo: !(values['no-demo'] ?? false),
      holdSeconds: seconds('--hold-seconds', values['hold-seconds'], HOLD_SECONDS),
      lockSeconds: seconds('--lock-seconds', values['lock-seconds'], LOCK_SECONDS),
      requireShift: values['require-shift'] ?? false,
      ...claimsOf(values.claims ?? 'pessimistic', values.shared ?? false),
      terminal: moodsOf(values.terminal ?? 'approve'),
      help: values.help ?? false,
    }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { problem: `${said.replace(/\.?$/, '.')} Try --help.` }
  }
}

/** `192.168.1.5:8481`, `:8481` or `192.168.1.5`. */
function lanOf(text: string): LanPlace {
  const { host = '', port } = /^(?<host>[\d.]*|localhost)(?::(?<port>\d+))?$/.exec(text)?.groups ?? {}
  const isNothing = host === '' && port === undefined
  if (isNothing || (host !== '' && host !== 'localhost' && !isIPv4(host)))
    throw new Error(`--lan takes an IPv4 address, a port, or both (192.168.1.5:${LAN_PORT}), not “${text}”.`)
  return {
    host: host === '' ? null : host,
    port: port === undefined ? LAN_PORT : whole('--lan', port, { min: 0, max: 65_535 }),
  }
}

/** `192.168.1.5:8481`, or a name that the network knows. */
function hubOf(text: string): NonNullable<Options['joinHub']> {
  const { host, port } = /^(?<host>[\w.-]+)(?::(?<port>\d+))?$/.exec(text)?.groups ?? {}
  if (!host) throw new Error(`--join takes the hub’s address, like 192.168.1.5:${LAN_PORT}, not “${text}”.`)
  return { host, port: port === undefined ? LAN_PORT : whole('--join', port, { min: 1, max: 65_535 }) }
}

function moodsOf(text: string): readonly TerminalMood[] {
  return text.split(',').map((word) => {
    const mood = terminalMoods.find((one) => one === word)
    if (!mood) throw new Error(`--terminal takes ${terminalMoods.join(', ')}, not “${word}”.`)
    return mood
  })
}

/** [C2] A lock in memory keeps off nobody but this process. */
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

function whole(name: string, text: string, { min, max }: { min: number; max: number }): number {
  const value = Number(text)
  const fits = /^\d+$/.test(text) && value >= min && value <= max
  if (!fits) throw new Error(`${name} takes a whole number from ${min} to ${max}, not “${text}”.`)
  return value
}
