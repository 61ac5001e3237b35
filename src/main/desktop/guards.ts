// What is refused to every page, every session and every stranger that asks Chromium for something [6.4]. Owns the whole list; gets from
// Electron only what it is passed, so that each line is tested without it; must never make an exception that is not named here.

import type { App, BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron'
import { CUSTOMER_PAGE } from '../../shared/contract/customer-page.ts'
import { APP_ORIGIN } from './app-origin.ts'
import { isGatesCamera } from './gates-camera.ts'

/** What our own page wrote, such as a plan to take away; the person chooses where in Electron's own dialog. */
const OWN_FILES = `blob:${APP_ORIGIN}/`

/**
 * Nothing leaves our pages: no foreign request or download, and of the permissions only a gate's camera, never its microphone.
 * `mayKeepFiles`: false on a locked screen, where the dialog would show the whole disk to anybody.
 */
export function guardSession(session: Session, mayKeepFiles: boolean): void {
  session.setPermissionRequestHandler((contents, permission, decide, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    decide(isGatesCamera(APP_ORIGIN, { permission, kinds, address: addressOf(contents) }))
  })
  session.setPermissionCheckHandler((contents, permission, _origin, { mediaType = 'unknown' }) =>
    isGatesCamera(APP_ORIGIN, { permission, kinds: [mediaType], address: addressOf(contents) }),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, download) => {
    if (!mayKeepFiles || !download.getURL().startsWith(OWN_FILES)) event.preventDefault()
  })
  // Whatever the scheme: https, ws, file and any that may come one day.
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: ![`${APP_ORIGIN}/`, OWN_FILES].some((own) => details.url.startsWith(own)) }),
  )
}

/** Electron also asks for contents that have no page. */
function addressOf(contents: WebContents | null): string | null {
  return contents?.getURL() ?? null
}

interface GuardWishes {
  readonly mayKeepFiles: boolean
  /** Options for the one window that a page of ours may open, where there is room; every other is denied. */
  readonly customerWindow: () => BrowserWindowConstructorOptions | null
  readonly onCustomerWindow: (window: BrowserWindow) => void
}

/** Guards every page and every session from now on, whoever makes it. */
export function guardApp(app: App, { mayKeepFiles, ...wishes }: GuardWishes): void {
  app.on('session-created', (session) => guardSession(session, mayKeepFiles))
  app.on('web-contents-created', (_event, contents) => guardContents(contents, wishes))
  // Our pages come from this machine: a server that shows a certificate, or wants one or a password, is not ours.
  app.on('certificate-error', (event, ...[, , , , decide]) => {
    event.preventDefault()
    decide(false)
  })
  app.on('select-client-certificate', (event, ...[, , , choose]) => {
    event.preventDefault()
    choose()
  })
  app.on('login', (event, ...[, , , answer]) => {
    event.preventDefault()
    answer()
  })
}

function guardContents(
  contents: WebContents,
  { customerWindow, onCustomerWindow }: Omit<GuardWishes, 'mayKeepFiles'>,
): void {
  // Our own page may reload itself: a screen that broke offers that.
  contents.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault()
  })
  // No page of ours has frames inside.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('context-menu', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const made = url === `${APP_ORIGIN}${CUSTOMER_PAGE}` ? customerWindow() : null
    return made ? { action: 'allow', overrideBrowserWindowOptions: made } : { action: 'deny' }
  })
  contents.on('did-create-window', onCustomerWindow)
}
