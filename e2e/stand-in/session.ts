// Electron's session in the stand-in: keeps the handlers that main sets, and asks them as Electron would. Must never answer for
// a handler that is not there.

import { EventEmitter } from 'node:events'
import type { DownloadItem, Protocol, Session, WebRequest } from 'electron'
import type { Answered, Asked, GuardAnswers } from './messages.ts'
import { only } from './only.ts'
import { isPrevented } from './tell.ts'

type Handler<Name extends keyof Session> = Session[Name] extends (handler: infer Given) => void
  ? NonNullable<Given>
  : never
type RequestListener = (
  details: { readonly url: string; readonly method: string },
  decide: (decision: { readonly cancel?: boolean }) => void,
) => void

export interface StandInSession {
  readonly session: object
  /** null: the request may not be made. */
  answer(asked: Asked | null): Promise<Answered | null>
  guards(): Pick<GuardAnswers, 'permissionRequest' | 'permissionCheck' | 'devicePermission'> &
    Pick<
      GuardAnswers,
      | 'willDownloadIsPrevented'
      | 'ownDownloadIsPrevented'
      | 'foreignRequestIsCancelled'
      | 'ownRequestIsCancelled'
    >
}

/** `schemes`: those that main declared before it was ready; no other can be a page's. */
export function makeSession(schemes: ReadonlySet<string>): StandInSession {
  const emitter = new EventEmitter()
  const pages = new Map<string, Parameters<Protocol['handle']>[1]>()
  let onRequest: RequestListener | null = null
  let onPermissionRequest: Handler<'setPermissionRequestHandler'> | null = null
  let onPermissionCheck: Handler<'setPermissionCheckHandler'> | null = null
  let onDevicePermission: Handler<'setDevicePermissionHandler'> | null = null

  const isCancelled = ({ url, method }: { url: string; method: string }): boolean => {
    let cancelled = false
    onRequest?.({ url, method }, ({ cancel = false }) => {
      cancelled = cancel
    })
    return cancelled
  }

  const parts = {
    setPermissionRequestHandler: (handler) => {
      onPermissionRequest = handler
    },
    setPermissionCheckHandler: (handler) => {
      onPermissionCheck = handler
    },
    setDevicePermissionHandler: (handler) => {
      onDevicePermission = handler
    },
  } satisfies Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >

  return {
    session: only(
      'session',
      Object.assign(emitter, parts, {
        protocol: only('session.protocol', {
          handle: (scheme, handler) => {
            if (!schemes.has(scheme)) throw new Error(`${scheme}: is not a secure, standard scheme`)
            pages.set(scheme, handler)
          },
        } satisfies Pick<Protocol, 'handle'>),
        webRequest: only('session.webRequest', {
          onBeforeRequest: (listener: Parameters<WebRequest['onBeforeRequest']>[0] | RequestListener) => {
            onRequest = listener as RequestListener
          },
        }),
      }),
    ),

    answer: async (asked) => {
      if (!asked || isCancelled(asked)) return null
      const { url, method } = asked
      const page = pages.get(new URL(url).protocol.slice(0, -1))
      if (!page) return null
      const response = await page(new Request(url, { method }))
      const body = new Uint8Array(await response.arrayBuffer())
      return { status: response.status, headers: Object.fromEntries(response.headers), body }
    },

    guards: () => {
      let permissionRequest: boolean | null = null
      const answer = (isGranted: boolean) => {
        permissionRequest = isGranted
      }
      onPermissionRequest?.(nobody, 'media', answer, { requestingUrl: foreign } as never)
      return {
        permissionRequest,
        permissionCheck: onPermissionCheck?.(null, 'media', foreign, {} as never) ?? null,
        devicePermission: onDevicePermission?.({ deviceType: 'usb', origin: foreign } as never) ?? null,
        willDownloadIsPrevented: isDownloadPrevented(emitter, foreign),
        ownDownloadIsPrevented: isDownloadPrevented(emitter, 'blob:app://guichet/a-plan'),
        foreignRequestIsCancelled: isCancelled({ url: foreign, method: 'GET' }),
        ownRequestIsCancelled: isCancelled({ url: 'app://guichet/', method: 'GET' }),
      }
    },
  }
}

function isDownloadPrevented(emitter: EventEmitter, url: string): boolean {
  const download = only('downloadItem', { getURL: () => url } satisfies Pick<DownloadItem, 'getURL'>)
  return isPrevented((event) => emitter.emit('will-download', event, download, nobody))
}

const foreign = 'https://foreign.invalid/'
const nobody = null as never
