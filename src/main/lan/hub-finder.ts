// [S5] How a machine that wants to join finds the hubs of its network, and how a hub announces itself. Owns what is announced and how
// much of it is believed: nothing but where to ask. Pairing proves who a hub is.

import type { FoundHub } from '../engine/ports.ts'

/** A hub that may be joined, as it announces itself. */
export interface Announced {
  readonly name: string
  readonly host: string
  readonly port: number
  /** The first letters of its key: what two people compare. */
  readonly pin: string
}

/** The network's own way of asking who is there. Nothing here ever throws: a network that cannot be asked counts as empty. */
export interface HubFinder {
  /** Announces the hub until the returned function is called. */
  announce(hub: Announced): () => void
  /** Reports what is there, each time it changes, until the returned function is called. */
  look(onFound: (told: readonly Told[]) => void): () => void
}

/** As received from the network, from anybody. */
export interface Told {
  readonly name: string
  readonly txt: Readonly<Record<string, unknown>>
}

/** As many as a whole street of venues has; more is somebody playing tricks. */
const FOUND_MAX = 20
const NAME_MAX = 40
const address = /^(?<host>\d{1,3}(?:\.\d{1,3}){3}):(?<port>\d{1,5})$/

export function tellOf({ host, port, pin }: Announced): Readonly<Record<string, string>> {
  return { at: `${host}:${port}`, key: pin.slice(0, 16) }
}

/** Those that make sense, each address once; `own` is this machine's pin, which is left out. */
export function hubsAmong(told: readonly Told[], own: string | null): readonly FoundHub[] {
  const found = new Map<string, FoundHub>()
  for (const one of told.slice(0, FOUND_MAX * 2)) {
    const hub = hubOf(one)
    if (hub && !(own !== null && own.startsWith(hub.key))) found.set(`${hub.host}:${hub.port}`, hub)
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, FOUND_MAX)
}

function hubOf({ name, txt }: Told): FoundHub | null {
  const { host, port } = address.exec(String(txt['at']))?.groups ?? {}
  const key = String(txt['key'])
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) return null
  if (host.split('.').some((part) => Number(part) > 255) || !/^[0-9a-f]{16}$/.test(key)) return null
  return { name: readable(name), host, port: Number(port), key }
}

/** Removes line breaks and letters that change the writing direction or are invisible: the name is shown beside an address. */
function readable(name: string): string {
  return name
    .replace(/[\p{C}\u2028\u2029]/gu, '')
    .trim()
    .slice(0, NAME_MAX)
}
