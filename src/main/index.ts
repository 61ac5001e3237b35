// The kiosk's composition root: one house in this process, one window on it over IPC. Wiring only.

import { join } from 'node:path'
import { app, dialog, session } from 'electron'
import packageJson from '../../package.json' with { type: 'json' }
import { serveIpc } from './carriers/ipc-server.ts'
import { APP_ORIGIN, declareAppProtocol, serveAppProtocol } from './desktop/app-protocol.ts'
import { guardContents, guardSession } from './desktop/guards.ts'
import { customerWindow, openWindow } from './desktop/window.ts'
import { type Options, helpText, readOptions } from './house/options.ts'
import { systemClock } from './house/world.ts'
import { desktopPrinters } from './desktop/paper-window.ts'
import { runHub, startProblem } from './hub/run-hub.ts'
import { type Served, openServed } from './hub/served.ts'

const { version } = packageJson
/** Where the build put us: `out/main`, beside `out/preload` and `out/renderer`. */
const built = join(import.meta.dirname, '..')

function start(): void {
  const options = readOptions(ownArguments())
  if ('problem' in options) return quit(options.problem, 2)
  if (options.help) return quit(helpText, 0)
  if (!app.requestSingleInstanceLock({ data: options.data })) return quit('Guichet is open already.', 0)
  declareAppProtocol()
  guardContents(app, () => customerWindow(built))
  void app.whenReady().then(() => (options.headless ? serve(options) : openKiosk(options)))
}

/** Without a window this is a hub, and its screens are for browsers. */
async function serve(options: Options): Promise<void> {
  const pages = join(built, 'renderer')
  await runHub({ options, version, pages, onClosed: () => app.quit() }).catch((error: unknown) =>
    quit(startProblem(error), 1),
  )
}

async function openKiosk(options: Options): Promise<void> {
  try {
    openDesk(
      await openServed(options, version, {
        printers: desktopPrinters(options.data),
        // Its windows belong to the house that was: the program itself begins anew.
        onJoined: () => {
          app.relaunch()
          app.quit()
        },
      }),
    )
  } catch (error) {
    dialog.showErrorBox('Guichet cannot sell', error instanceof Error ? error.message : String(error))
    app.exit(1)
  }
}

function openDesk(served: Served): void {
  const { log } = served
  guardSession(session.defaultSession)
  serveAppProtocol(session.defaultSession, join(built, 'renderer'))
  serveIpc({
    desk: served.boxOfficeOf('desk-1'),
    origin: APP_ORIGIN,
    nowMs: () => served.nowMs(),
    elapsedMs: () => systemClock.elapsedMs(),
    log,
  })
  const window = openWindow(built)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  // The customer's window shows what the seller's says: alone it is nothing.
  window.on('closed', () => app.quit())
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => served.close())
}

/** A packaged app is called with its options; in development the first word is the folder. */
function ownArguments(): string[] {
  return process.argv.slice(app.isPackaged ? 1 : 2)
}

function quit(message: string, code: number): void {
  console.log(message)
  app.exit(code)
}

start()
