// The hub's pages and its door: the built screens, the one-time link, and, to its own machine alone, /healthz and /metrics. Owns who is
// let in (session cookie, Host, Origin); must never answer a question about the house except its health.

import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { type Server as TlsServer, createServer as createTlsServer } from 'node:https'
import { contentPolicy } from '../../shared/contract/content-policy.ts'
import type { Metrics } from './metrics.ts'
import type { PageFile } from './page-files.ts'
import { HOST, type Place, isOurHost, originOf } from './place.ts'
import type { Health } from './served.ts'
import type { SessionKeys } from './session-keys.ts'

export interface HttpParts {
  readonly pages: ReadonlyMap<string, PageFile>
  readonly keys: SessionKeys
  readonly metrics: Metrics
  readonly health: () => Health & { readonly version: string }
}

export function makeHttpServer(parts: HttpParts, place: Place): Server | TlsServer {
  const listener = (request: IncomingMessage, response: ServerResponse) =>
    answer(parts, place, request, response)
  const { certificate } = place
  // Browsers without TLS 1.3 are too old for these screens.
  return certificate
    ? createTlsServer({ cert: certificate.cert, key: certificate.key, minVersion: 'TLSv1.3' }, listener)
    : createServer(listener)
}

function answer(
  { pages, keys, health, metrics }: HttpParts,
  place: Place,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value)
  if (!isOurHost(place, request.headers.host, portOf(request)))
    return end(response, 421, 'text/plain', 'Wrong host.')
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return end(response, 405, 'text/plain', 'Only GET.')
  // Not every request target is an address: `//[` is none, and must not end the house.
  const url = URL.parse(request.url ?? '/', `http://${HOST}`)
  if (!url) return end(response, 400, 'text/plain', 'Not an address.')
  const isOwnMachine = place.certificate === null
  if (isOwnMachine && url.pathname === '/healthz')
    return end(response, 200, 'application/json', JSON.stringify(health()))
  if (isOwnMachine && url.pathname === '/metrics')
    return void metrics.text().then((text) => end(response, 200, metrics.contentType, text))
  const token = url.searchParams.get('token')
  // A link preview that sends only HEAD must not use up a person's link.
  if (url.pathname === '/' && token !== null && request.method === 'GET')
    return letIn(request, response, keys.redeem(token), place)
  const page = pages.get(url.pathname)
  // Browsers ask for it by themselves, and a 404 would show as an error in every console.
  if (!page && url.pathname === '/favicon.ico') return end(response, 204, 'image/x-icon', '')
  if (!page) return end(response, 404, 'text/plain', 'Not here.')
  response.setHeader('Content-Security-Policy', contentPolicy('browser', url.pathname))
  return end(response, 200, page.type, page.body)
}

/** The desk for whoever opens a socket: our own page in a browser that has our cookie; else null. */
export function deskOfSocket(request: IncomingMessage, keys: SessionKeys, place: Place): string | null {
  const { origin, host } = request.headers
  const isOwnPage = origin === originOf(place.certificate, host)
  if (!isOurHost(place, host, portOf(request)) || !isOwnPage) return null
  const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const start = `${cookieName(request)}=`
  const own = cookies.find((pair) => pair.startsWith(start))
  return own ? keys.deskOf(own.slice(start.length)) : null
}

/** Cookies know no ports: two hubs on one machine must not sign each other's browsers out. */
function cookieName(request: IncomingMessage): string {
  return `guichet-${portOf(request)}`
}

const safeHeaders = {
  'Content-Security-Policy': contentPolicy('browser'),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
}

function portOf({ socket }: IncomingMessage): number | undefined {
  return (socket.address() as { port?: number }).port
}

/** A used link leads to the page too: whoever has a session goes on, others are told that it was used. */
function letIn(
  request: IncomingMessage,
  response: ServerResponse,
  cookie: string | null,
  { certificate }: Place,
): void {
  const guards = `HttpOnly; SameSite=Strict; Path=/; Max-Age=31536000${certificate ? '; Secure' : ''}`
  if (cookie) response.setHeader('Set-Cookie', `${cookieName(request)}=${cookie}; ${guards}`)
  response.setHeader('Location', '/')
  end(response, 303, 'text/plain', '')
}

function end(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
