// The desktop app in tests: real Electron where its program is here, else the very same built bundles with a stand-in for it. Owns the
// choice and reports it; must never let a test know more of one than of the other.

import { join } from 'node:path'
import { type Browser, type BrowserContext, type Page, _electron } from '@playwright/test'
import { startAgain } from '../src/main/desktop/begin-anew.ts'
import { electronVersion, installedElectron } from '../scripts/electron-program.ts'
import { loggedErrors, makeDataFolder, makeDemoFolder, removeDataFolder } from './data-folder.ts'
import type { HubOptions } from './hub-process.ts'
import { type Program, followed, nodeProgram, startProgram } from './program.ts'
import { StandInPages, running } from './stand-in/pages.ts'
import { type Evaluate, type SystemAround, systemAround } from './system-around.ts'

const root = join(import.meta.dirname, '..')

export type DesktopOptions = HubOptions & {
  /** Raw words for the command line, for what the app must refuse. */
  readonly words?: readonly string[]
}

export interface Desktop {
  readonly page: Page
  readonly context: BrowserContext
  readonly data: string
  /** The process id of main. */
  readonly pid: number
  /** As the system does it, not the page: a page may not navigate, not even to itself. */
  reload(): Promise<void>
  /** Runs a function in main's process, as Playwright does in real Electron. */
  readonly evaluate: Evaluate
  /** Sends a message to main from a frame that is not our own page's. */
  forge(url: string, channel: string, ...args: unknown[]): Promise<void>
  errors(): readonly string[]
  readonly system: SystemAround
  /** What the program printed. */
  readonly lines: readonly string[]
  /** Ends the program as a power cut does. */
  kill(): Promise<void>
  /** Resolves when it has ended, whatever the cause. */
  readonly ended: Promise<unknown>
  /** Asks it to end, as a system or a terminal does; resolves to its exit code. */
  terminate(): Promise<number | null>
  /** Closes the window as a person does, waits for the app to end, removes its folder. Throws when it does not end well. */
  close(): Promise<void>
}

/** The program that runs main. */
export function desktopProgram(): string {
  return (desktopKind().isReal ? installedElectron() : null) ?? nodeProgram()
}

/** `desktop: real Electron 45.3.4`, or what stands in for it and why. */
export function desktopKind(): { readonly isReal: boolean; readonly line: string } {
  const version = electronVersion()
  if (installedElectron() === null)
    return { isReal: false, line: 'desktop: stand-in (Electron’s program is not here)' }
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)
    return { isReal: false, line: `desktop: stand-in (Electron ${version} is here, a display is not)` }
  return { isReal: true, line: `desktop: real Electron ${version}` }
}

export async function launchDesktop(browser: Browser, options: DesktopOptions = {}): Promise<Desktop> {
  const data = options.data ?? (options.demo === false ? makeDataFolder() : makeDemoFolder())
  const remove = () => {
    if (options.data === undefined) removeDataFolder(data)
  }
  const words = argumentsOf(options, data)
  try {
    const env = { ...process.env, ...options.env }
    const running = desktopKind().isReal
      ? await launchReal(words, { env, data })
      : await launchStandIn(browser, words, env)
    // A locked one that nobody let out reports so to whoever started it.
    const wellEnded = words.includes('--kiosk') ? [0, startAgain] : [0]
    const desktop = await desktopOf(running, wellEnded)
    const close = () => desktop.close().finally(remove)
    return { ...desktop, close, data, errors: () => loggedErrors(data) }
  } catch (error) {
    remove()
    throw error
  }
}

/** What differs between the two. */
interface Running {
  readonly page: Page
  readonly program: Program
  /** The end of the program, and of its page. */
  readonly ended: Promise<number | null>
  readonly evaluate: Evaluate
  readonly closeWindows: () => Promise<void>
}

async function desktopOf(
  { page, program, ended, evaluate, closeWindows }: Running,
  wellEnded: readonly number[],
) {
  const { child, lines } = program
  let isKilled = false
  return {
    page,
    context: page.context(),
    pid: child.pid ?? 0,
    lines,
    evaluate,
    system: await systemAround(evaluate, lines),
    ended,
    reload: async () => void (await page.reload()),
    forge: (url: string, channel: string, ...args: unknown[]) =>
      evaluate(
        ({ ipcMain, BrowserWindow }, { url, channel, args }) => {
          const sender = BrowserWindow.getAllWindows()[0]?.webContents
          ipcMain.emit(channel, { sender, senderFrame: { url } }, ...args)
        },
        { url, channel, args },
      ),
    kill: async () => {
      isKilled = true
      child.kill('SIGKILL')
      await ended
    },
    terminate: () => {
      child.kill('SIGTERM')
      return ended
    },
    close: async () => {
      await closeWindows()
      const code = await ended
      if (!isKilled && !wellEnded.includes(code ?? -1))
        throw new Error(`the desktop app ended with ${code}:\n${lines.join('\n')}`)
    },
  }
}

/** Arguments by which Node runs main with the stand-in. */
const standIn = [
  '--import',
  join(import.meta.dirname, 'stand-in', 'register.ts'),
  join(root, 'out', 'main', 'index.js'),
]

async function launchStandIn(
  browser: Browser,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Running> {
  const program = startProgram(nodeProgram(), [...standIn, ...words], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { ...env, STAND_IN_OPEN: [...running.keys()].join('\n') },
  })
  const pages = new StandInPages(browser, program.child)
  const ended = program.ended.then(async (code) => {
    await pages.leave()
    return code
  })
  const page = await Promise.race([pages.first, ended.then(() => null)])
  if (page === null) throw new Error(['the desktop app ended without a window', ...program.lines].join('\n'))
  const evaluate: Evaluate = (work, arg) => pages.main.evaluate(String(work), arg) as Promise<never>
  return { page, program, ended, evaluate, closeWindows: () => pages.leave() }
}

async function launchReal(
  words: readonly string[],
  { env: given, data }: { readonly env: NodeJS.ProcessEnv; readonly data: string },
): Promise<Running> {
  // Electron keeps one instance per settings folder: it is beside the house's own, so that tests do not find each other.
  const own = { XDG_CONFIG_HOME: join(data, 'electron'), APPDATA: join(data, 'electron') }
  // Chromium refuses its sandbox to root; whoever runs a desktop as root has given it up already.
  const asRoot = process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}
  const env = { ...given, ...own, ...asRoot }
  const executablePath = installedElectron() ?? ''
  const app = await _electron.launch({ executablePath, args: [root, ...words], cwd: root, env })
  const program = followed(app.process())
  const page = await app.firstWindow()
  const evaluate = ((work: never, arg: never) => app.evaluate(work, arg)) as Evaluate
  return { page, program, ended: program.ended, evaluate, closeWindows: () => app.close() }
}

/** The desktop program without a window: a hub, on a free port. */
export function startHeadless(data: string): Program & { readonly link: Promise<string> } {
  const electron = desktopKind().isReal ? installedElectron() : null
  const words = [...(electron ? [root] : standIn), '--headless', '--port', '0', '--data', data]
  const { promise: link, resolve } = Promise.withResolvers<string>()
  const program = startProgram(electron ?? nodeProgram(), words, {}, (line) => {
    const found = /http:\/\/\S+token=\S+/.exec(line)?.[0]
    if (found !== undefined) resolve(found)
  })
  return { ...program, link }
}

function argumentsOf({ holdSeconds, demo = true, words = [] }: DesktopOptions, data: string): string[] {
  const hold = holdSeconds === undefined ? [] : ['--hold-seconds', String(holdSeconds)]
  return ['--data', data, '--no-find', ...hold, ...(demo ? [] : ['--no-demo']), ...words]
}
