// The window's pages, from our own protocol with an exact list of files. Owns what `app://guichet/…` answers; must never reach
// the network or a path outside the list.

import { type Session, protocol } from 'electron'
import { contentPolicy } from '../../shared/contract/content-policy.ts'
import { type PageFile, readPageFiles } from '../hub/page-files.ts'

export const APP_ORIGIN = 'app://guichet'

/** Before the app is ready: the scheme must be known to Chromium as a secure, standard one. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

export function serveAppProtocol(session: Session, folder: string): void {
  const pages = readPageFiles(folder)
  session.protocol.handle('app', (request) => {
    const { pathname } = new URL(request.url)
    return answer(pages.get(pathname), pathname)
  })
}

function answer(page: PageFile | undefined, path: string): Response {
  if (!page) return new Response('Not here.', { status: 404 })
  const headers = {
    'Content-Type': page.type,
    'Content-Security-Policy': contentPolicy('window', path),
    'X-Content-Type-Options': 'nosniff',
  }
  return new Response(new Uint8Array(page.body), { headers })
}
