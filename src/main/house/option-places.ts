// Addresses and numbers as they are written on the command line. Owns their forms, and the default ports; must never guess at anything
// written in another form.

import { isIPv4 } from 'node:net'
import { resolve } from 'node:path'
import { LAN_PORT } from '../../shared/contract/network.ts'

/** `host` null: the machine's own address on its network, the first where it has several. */
export interface LanPlace {
  readonly host: string | null
  readonly port: number
}

/** PEM files. */
export interface ScreensOption extends LanPlace {
  readonly certificate: string
  readonly key: string
}

export interface HubAddress {
  readonly host: string
  readonly port: number
}

/** Next to the other ports, for browsers. */
export const SCREENS_PORT = 8443
export const usualLan: LanPlace = { host: null, port: LAN_PORT }

/** `192.168.1.5:8481`, `:8481` or `192.168.1.5`. */
export function placeOf(word: string, text: string, usualPort: number): LanPlace {
  const { host = '', port } = /^(?<host>[\d.]*|localhost)(?::(?<port>\d+))?$/.exec(text)?.groups ?? {}
  const isNothing = host === '' && port === undefined
  if (isNothing || (host !== '' && host !== 'localhost' && !isIPv4(host)))
    throw new Error(
      `${word} takes an IPv4 address, a port, or both (192.168.1.5:${usualPort}), not “${text}”.`,
    )
  return {
    host: host === '' ? null : host,
    port: port === undefined ? usualPort : whole(word, port, { min: 0, max: 65_535 }),
  }
}

/** All three or none: without a certificate that browsers trust, what is typed could be read on the way. */
export function screensOf(
  place: string | undefined,
  certificate: string | undefined,
  key: string | undefined,
): ScreensOption | null {
  if (place === undefined && certificate === undefined && key === undefined) return null
  if (place === undefined || certificate === undefined || key === undefined)
    throw new Error('--screens, --certificate and --certificate-key belong together.')
  return {
    ...placeOf('--screens', place, SCREENS_PORT),
    certificate: resolve(certificate),
    key: resolve(key),
  }
}

/** No address looks like this. */
export const ANY_HUB = '?'

/** Turns `--join` alone into "whichever hub is found". */
export function bareJoin(word: string, at: number, all: readonly string[]): string {
  const next = all[at + 1]
  return word === '--join' && (next === undefined || next.startsWith('--')) ? `--join=${ANY_HUB}` : word
}

/** `192.168.1.5:8481`, or a name that the network resolves. */
export function hubOf(text: string): HubAddress {
  const { host, port } = /^(?<host>[\w.-]+)(?::(?<port>\d+))?$/.exec(text)?.groups ?? {}
  if (!host) throw new Error(`--join takes the hub’s address, like 192.168.1.5:${LAN_PORT}, not “${text}”.`)
  return { host, port: port === undefined ? LAN_PORT : whole('--join', port, { min: 1, max: 65_535 }) }
}

export function whole(name: string, text: string, { min, max }: { min: number; max: number }): number {
  const value = Number(text)
  const fits = /^\d+$/.test(text) && value >= min && value <= max
  if (!fits) throw new Error(`${name} takes a whole number from ${min} to ${max}, not “${text}”.`)
  return value
}
