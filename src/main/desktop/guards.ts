import type { App, BrowserWindowConstructorOptions, Session, WebContents } from 'electron'
import { CUSTOMER_PAGE } from '../../shared/contract/customer-page.ts'
import { APP_ORIGIN } from './app-protocol.ts'
import { isGatesCamera } from './gates-camera.ts'

/** What our own page wrote, such as a plan to take along; where to, the person says in Electron's own dialog. */
const OWN_FILES = `blob:${APP_ORIGIN}/`

/**
 * Nothing leaves our pages: no navigation, no webview, no foreign request or download, and of permissions a gate's camera alone,
 * never with its microphone.
 */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    decide(isGatesCamera(APP_ORIGIN, { permission, kinds, address: addressOf(contents) }))
  })
  session.setPermissionCheckHandler((contents, permission, _origin, { mediaType = 'unknown' }) =>
    isGatesCamera(APP_ORIGIN, { permission, kinds: [mediaType], address: addressOf(contents) }),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, download) => {
    if (!download.getURL().startsWith(OWN_FILES)) event.preventDefault()
  })
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: ![`${APP_ORIGIN}/`, OWN_FILES].some((own) => details.url.startsWith(own)) }),
  )
}

/** Electron asks also for what has no page. */
function addressOf(contents: WebContents | null): string | null {
  return contents?.getURL() ?? null
}

/** `customerWindow`: how the one window that a page of ours may open is made; every other is denied. */
export function guardContents(app: App, customerWindow: () => BrowserWindowConstructorOptions): void {
  app.on('web-contents-created', (_event, contents) => {
    // Our own page may load itself again: that is what a screen that broke offers.
    contents.on('will-navigate', (event) => {
      if (!event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) =>
      url === `${APP_ORIGIN}${CUSTOMER_PAGE}`
        ? { action: 'allow', overrideBrowserWindowOptions: customerWindow() }
        : { action: 'deny' },
    )
  })
}
