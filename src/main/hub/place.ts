// Where screens in browsers reach a hub: always on its own machine, and on the venue's network where the venue has a certificate. Owns
// the differences between the two; must never let a browser in (http-server.ts does).

import type { Certificate } from './certificate.ts'

export const HOST = '127.0.0.1'
/** The port that an https address leaves out. */
const HTTPS_PORT = 443

export interface Place {
  /** The host name or address it listens on. */
  readonly host: string
  readonly port: number
  /** Null: plain http, which never leaves the machine. */
  readonly certificate: Certificate | null
}

/** Screens on the venue's network: each is signed in to like a desk, and sees what that desk may see. */
export interface ScreensPlace extends Place {
  readonly certificate: Certificate
}

export function ownMachine(port: number): Place {
  return { host: HOST, port, certificate: null }
}

/** `http://127.0.0.1:8480`, `https://desk.example:8443`; `port`: the one it actually got. */
export function addressOf({ certificate }: Place, port: number): string {
  return certificate ? originOf(certificate, `${certificate.name}:${port}`) : `http://${HOST}:${port}`
}

/** Refuses pages of another host name that resolves to this machine (DNS rebinding). */
export function isOurHost(
  { certificate }: Place,
  host: string | undefined,
  port: number | undefined,
): boolean {
  if (!certificate) return host === `${HOST}:${port}` || host === `localhost:${port}`
  const { name = '', said = String(HTTPS_PORT) } =
    /^(?<name>[\w.-]+|\[[\da-f:]+\])(?::(?<said>\d+))?$/i.exec(host ?? '')?.groups ?? {}
  return said === String(port) && certificate.names(name.replace(/^\[|\]$/g, ''))
}

/** The origin that a page of ours has, where the browser called us `host`. */
export function originOf(certificate: Certificate | null, host: string | undefined): string {
  return certificate ? `https://${host?.replace(new RegExp(`:${HTTPS_PORT}$`), '')}` : `http://${host}`
}
