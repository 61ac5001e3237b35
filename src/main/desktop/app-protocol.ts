// The window's pages, from our own protocol with an exact list of files. Owns the answers of `app://guichet/…`; must never reach the
// network or a path outside the list.

import { type Session, protocol } from 'electron'
import { contentPolicy } from '../../shared/contract/content-policy.ts'
import { readPageFiles } from '../hub/page-files.ts'
import { NOTICE_POLICY, noticeStyle } from './notice-page.ts'

/** Answers a request for a path. */
export type PageAnswers = (path: string) => Response

/** Before the app is ready: Chromium must know the scheme as a secure, standard one. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

/** Requests that come before the answers are known wait for them. */
export function serveAppProtocol(session: Session, answers: Promise<PageAnswers>): void {
  session.protocol.handle('app', async (request) => (await answers)(new URL(request.url).pathname))
}

/** The pages of a desk, read now. */
export function deskPages(folder: string): PageAnswers {
  const pages = readPageFiles(folder)
  return (path) => {
    const page = pages.get(path)
    if (!page) return new Response('Not here.', { status: 404 })
    return answer(new Uint8Array(page.body), page.type, contentPolicy('window', path))
  }
}

/** [A7] One page of text in place of all of them. */
export function noticeAlone(page: string): PageAnswers {
  return (path) =>
    path === '/notice.css'
      ? answer(noticeStyle, 'text/css', NOTICE_POLICY)
      : answer(page, 'text/html; charset=utf-8', NOTICE_POLICY)
}

function answer(body: Uint8Array<ArrayBuffer> | string, type: string, policy: string): Response {
  const headers = {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
  }
  return new Response(body, { headers })
}
