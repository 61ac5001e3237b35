import type { App, Session } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'

/** Nothing leaves our page: no navigation, no new window, no webview, no permission, no foreign request, no download. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !details.url.startsWith(`${APP_ORIGIN}/`) }),
  )
}

export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    // Our own page may load itself again: that is what a screen that broke offers.
    contents.on('will-navigate', (event) => {
      if (!event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
