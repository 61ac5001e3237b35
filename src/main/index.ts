// The kiosk's composition root: one house in this process, one window on it over IPC. Wiring only.

import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserWindow, Menu, app, crashReporter, dialog, safeStorage } from 'electron'
import packageJson from '../../package.json' with { type: 'json' }
import { type DeskPlace, deskPlace, placeOfLink } from '../shared/contract/desk-place.ts'
import type { BoxOffice } from '../shared/contract/port.ts'
import { serveIpc } from './carriers/ipc-server.ts'
import { APP_ORIGIN } from './desktop/app-origin.ts'
import { declareAppProtocol, deskPages } from './desktop/app-protocol.ts'
import { beginAnew, startAgain } from './desktop/begin-anew.ts'
import { cannotSell } from './desktop/cannot-sell.ts'
import { dropOldCrashes } from './desktop/crash-files.ts'
import { DeskLine } from './desktop/desk-line.ts'
import { type EarlyWindow, beginWindow } from './desktop/early-window.ts'
import { guardApp } from './desktop/guards.ts'
import { KioskLock } from './desktop/kiosk-lock.ts'
import { OrderlyEnd } from './desktop/orderly-end.ts'
import { crashFolder, liveIn } from './desktop/own-folder.ts'
import { PageCare } from './desktop/page-care.ts'
import { untilStill } from './desktop/page-still.ts'
import { StayAwake } from './desktop/stay-awake.ts'
import { UnderWay } from './desktop/under-way.ts'
import { bringForward, customerWindow, dress, followDisplays, sleepBlocker } from './desktop/window.ts'
import { systemStore } from './desktop/system-store.ts'
import { WindowMenu } from './desktop/window-menu.ts'
import { firstLanguage, wordsOf } from './desktop/window-words.ts'
import { keysIn } from './house/data-folder.ts'
import { noteFailures } from './house/note-failures.ts'
import { type Options, helpText, readOptions } from './house/options.ts'
import { ownAppImage } from './house/own-app-image.ts'
import type { BackupPreview } from './house/preview-backup.ts'
import { restoreHouse } from './house/restore-house.ts'
import { runThread } from './house/run-thread.ts'
import { endedText } from './house/unfinished-restore.ts'
import { type SecretShelf, copiedText, copySecrets, openShelf } from './house/secret-shelf.ts'
import { systemChance, systemClock } from './house/world.ts'
import { desktopPrinters } from './desktop/paper-window.ts'
import { type Served, openServed } from './hub/served.ts'

const { version } = packageJson
/** Where the build put us: `out/main`, beside `out/preload` and `out/renderer`. */
const built = join(import.meta.dirname, '..')

/** Where the window begins, or goes to: from the command line, a second start, or the system. */
let wanted: DeskPlace | null = null
let lead = (place: DeskPlace): void => {
  wanted = place
}

function start(): void {
  const options = readOptions(ownArguments())
  if ('problem' in options) return quit(options.problem, 2)
  if (options.help) return quit(helpText, 0)
  if (options.version) return quit(version, 0)
  try {
    liveIn(options.data, app, crashReporter)
  } catch (error) {
    return quit(`The data folder cannot be written: ${String(error)}`, 1)
  }
  const { place } = options
  if (!app.requestSingleInstanceLock({ place }))
    return quit('Guichet is open already.', options.kiosk ? startAgain : 0)
  wanted = place
  if (options.safeMode) app.disableHardwareAcceleration()
  dropOldCrashes(crashFolder(options.data), (text) => console.error(text))
  hearLinks()
  declareAppProtocol()
  app.enableSandbox()
  const wishes = { folder: built, isLocked: options.kiosk }
  guardApp(app, {
    mayKeepFiles: !options.kiosk,
    customerWindow: () => customerWindow(wishes),
    onCustomerWindow: (window) => followDisplays(window, wishes),
  })
  const lock = lockOf(options)
  void app.whenReady().then(() => begin(options, lock))
}

async function begin(options: Options, lock: KioskLock, begun: EarlyWindow | null = null): Promise<void> {
  const { copyKeysTo, headless } = options
  // The window's process starts while the house is opened here, which takes about as long.
  const early = headless || copyKeysTo ? null : (begun ?? beginFor(options, lock))
  try {
    const keys = keysIn(options.data)
    const shelf = await openShelf(keys, await systemStore(safeStorage, process.platform))
    if (copyKeysTo) return quit(copiedText(copySecrets(keys, copyKeysTo, shelf), copyKeysTo), 0)
    await (early ? openKiosk(options, lock, shelf, early) : serve(options, shelf))
  } catch (error) {
    if (headless) return quit((await hubProgram()).startProblem(error), 1)
    const show: EarlyWindow['letIn'] = (answers) => (early ?? beginFor(options, lock)).letIn(answers)
    const openByThisDate = () => void begin({ ...options, dateIsRight: true }, lock, early)
    await cannotSell(error, { openByThisDate, isLocked: lock.isHeld, show })
  }
}

/** macOS tells the running program; elsewhere a link is an argument of a second start, which `second-instance` reports. */
function hearLinks(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient('guichet')
  app.on('open-url', (event, link) => {
    event.preventDefault()
    const place = placeOfLink(link)
    if (place) lead(place)
  })
}

/** Loaded only where there is no window: no seller's start waits for what only a hub needs. */
const hubProgram = () => import('./hub/run-hub.ts')

/** Without a window this is a hub, and its screens are in browsers. */
async function serve(options: Options, shelf: SecretShelf): Promise<void> {
  const { runHub, startProblem } = await hubProgram()
  const pages = join(built, 'renderer')
  await runHub({ options, version, pages, shelf, onClosed: () => app.quit() }).catch((error: unknown) =>
    quit(startProblem(error), 1),
  )
}

/** [A7] Held until a manager releases it, or the system ends the program; then it closes in order, as on any other day. */
function lockOf({ kiosk }: Options): KioskLock {
  const lock = new KioskLock(kiosk, () => app.quit())
  app.on('browser-window-created', (_event, window) => lock.hold(window))
  app.on('before-quit', () => lock.letGo())
  if (kiosk) Menu.setApplicationMenu(null)
  return lock
}

async function openKiosk(
  options: Options,
  lock: KioskLock,
  shelf: SecretShelf,
  { window, letIn, hasDied }: EarlyWindow,
): Promise<void> {
  const { answers, still: pageStill } = untilStill(deskPages(join(built, 'renderer')), (ms) => wait(ms))
  const served = await openServed(options, version, {
    printers: desktopPrinters(options.data, lock.isHeld),
    shelf,
    pageStill,
    // The windows belong to the previous house: the program itself starts over.
    onJoined: () => startOver(options),
    onInstalled: () => startOver(options),
  })
  openDesk(served, window, options, lock)
  letIn(answers)
  if (hasDied()) window.webContents.reload()
}

function beginFor({ resetWindow, safeMode }: Options, { isHeld }: KioskLock): EarlyWindow {
  const place = { reset: resetWindow, keepsPlace: !safeMode && !isHeld }
  return beginWindow({ folder: built, isLocked: isHeld }, place)
}

function openDesk(served: Served, window: BrowserWindow, options: Options, lock: KioskLock): void {
  const underWay = new UnderWay()
  const desk = lock.around(underWay.through(served.boxOfficeOf('desk-1')))
  serveIpc({
    desk: new StayAwake(sleepBlocker()).around(desk),
    origin: APP_ORIGIN,
    nowMs: () => served.nowMs(),
    elapsedMs: () => systemClock.elapsedMs(),
    log: served.log,
  })
  const end = endOf(served, underWay, window, lock)
  let menu: WindowMenu | null = null
  let untold = served.ended
  if (untold) console.log(endedText(untold))
  const line = new DeskLine({
    contents: window.webContents,
    origin: APP_ORIGIN,
    onWord: ({ scheme, language }) => {
      dress(scheme)
      menu?.speak(language)
      // Told once somebody can read it, in the desk's language.
      if (untold) void menu?.sayEnded(untold)
      untold = null
    },
  })
  // [A7] A locked screen has no menu.
  if (!lock.isHeld) menu = menuOf(served, { window, end, desk, options, go: (place) => line.go(place) })
  careFor(window, served, line, options.kiosk)
  leadBy(window, line)
}

function leadBy(window: BrowserWindow, line: DeskLine): void {
  lead = (place) => line.go(place)
  if (wanted) lead(wanted)
  app.on('second-instance', (_event, _words, _folder, data) => {
    bringForward(window)
    const { success, data: place } = deskPlace.safeParse((data as { place?: unknown } | null)?.place)
    if (success) lead(place)
  })
}

function endOf(served: Served, underWay: UnderWay, window: BrowserWindow, lock: KioskLock): OrderlyEnd {
  const end = new OrderlyEnd({
    isSettled: () => underWay.isSettled,
    settled: () => underWay.settled(),
    wait,
    close: () => served.close(),
    quit: () => app.quit(),
  })
  app.on('before-quit', (event) => end.begin(event))
  app.on('will-quit', () => {
    end.finish()
    if (lock.endCode !== 0) app.exit(lock.endCode)
  })
  const leave = () => {
    lock.allowEnd()
    app.quit()
  }
  // Windows ends the session without asking.
  window.on('session-end', () => {
    lock.allowEnd()
    end.finish()
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)
  // The customer's window mirrors the seller's: alone it is useless.
  window.on('closed', () => app.quit())
  app.on('window-all-closed', () => app.quit())
  return end
}

function careFor(window: BrowserWindow, { log }: Served, line: DeskLine, isLocked: boolean): void {
  const care = new PageCare({
    log,
    elapsedMs: () => systemClock.elapsedMs(),
    isLocked,
    wait: (ms) => wait(ms),
    loadAgain: () => {
      if (!window.isDestroyed()) window.webContents.reload()
    },
    giveUp: () => {
      dialog.showErrorBox('Guichet', wordsOf(firstLanguage(app.getPreferredSystemLanguages())).keepsDying)
      app.quit()
    },
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    line.lost()
    care.gone(details)
  })
  window.on('unresponsive', () => care.stuck())
  noteFailures(() => log)
}

interface MenuNeeds {
  readonly window: BrowserWindow
  readonly end: OrderlyEnd
  readonly desk: BoxOffice
  readonly options: Options
  readonly go: (place: DeskPlace) => void
}

function menuOf(served: Served, { window, end, desk, options, go }: MenuNeeds): WindowMenu {
  const { data } = options
  const parts = {
    window,
    office: desk,
    go,
    wait: (ms: number) => wait(ms),
    folders: { ...served.folder, crashes: crashFolder(data) },
    version,
    told: served.told,
    sequence: () => {
      const health = served.health()
      return 'sequence' in health ? health.sequence : null
    },
    look: (from: string) => runThread<BackupPreview>('./preview-thread.ts', { data, from }).report,
    restore: async (from: string) => {
      const who = await desk.call('house', {})
      const staffId = who.kind === 'done' ? who.value.actor?.staffId : undefined
      served.log.info({ from, staffId }, 'a manager closes the house, and a backup takes its place')
      end.finish()
      restoreHouse({ data, from, clock: systemClock, chance: systemChance })
    },
    beginAnew: () => startOver(options),
    updateFrom: served.updates && ((folder: string) => served.updates?.lookIn(folder)),
  }
  return new WindowMenu(parts, firstLanguage(app.getPreferredSystemLanguages()))
}

function startOver({ kiosk }: Options): void {
  beginAnew(app, kiosk, ownAppImage(process.env, process.execPath))
}

/** A packaged app is called with its options; in development the first argument is the folder. */
function ownArguments(): string[] {
  return process.argv.slice(app.isPackaged ? 1 : 2)
}

function quit(message: string, code: number): void {
  console.log(message)
  app.exit(code)
}

start()
