// Where screens in browsers reach a hub: always on its own machine, and on the venue's network where the venue has a certificate. Owns what
// differs between the two; must never let a browser in (http-server.ts does).

import type { Certificate } from './certificate.ts'

export const HOST = '127.0.0.1'
/** What an address leaves out. */
const HTTPS_PORT = 443

export interface Place {
  /** What it listens on. */
  readonly host: string
  readonly port: number
  /** Null: plain http, which never leaves the machine. */
  readonly certificate: Certificate | null
}

/** Screens on the venue's network: every one of them is signed in to like a desk, and reads what it sells. */
export interface ScreensPlace extends Place {
  readonly certificate: Certificate
}

export function ownMachine(port: number): Place {
  return { host: HOST, port, certificate: null }
}

/** `http://127.0.0.1:8480`, `https://desk.example:8443`; `port`: the one that it got. */
export function addressOf({ certificate }: Place, port: number): string {
  return certificate ? originOf(certificate, `${certificate.name}:${port}`) : `http://${HOST}:${port}`
}

/** A page of another name that points here (DNS rebinding) is refused. */
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

/** What a page of ours says it is from, where the browser called us `host`. */
export function originOf(certificate: Certificate | null, host: string | undefined): string {
  return certificate ? `https://${host?.replace(new RegExp(`:${HTTPS_PORT}$`), '')}` : `http://${host}`
}
