// The desktop app in tests: real Electron where its program is here, else the very same built bundles with a stand-in for it.
// Owns the choice and says it; must never let a test know more of one than of the other.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type Page, _electron } from '@playwright/test'
import { loggedErrors, makeDataFolder, makeDemoFolder, removeDataFolder } from './data-folder.ts'
import type { HubOptions } from './hub-process.ts'
import { installedElectron } from '../scripts/electron-program.ts'
import { StandInDesktop } from './stand-in/launch.ts'
import type { GuardAnswers, SenderFrame } from './stand-in/messages.ts'

const root = join(import.meta.dirname, '..')

export type DesktopOptions = HubOptions & {
  /** Words for the command line as they are, for what the app must refuse. */
  readonly words?: readonly string[]
}

export interface Desktop {
  readonly page: Page
  readonly context: BrowserContext
  readonly data: string
  /** As the system would, not the page: a page may not leave, not even for itself. */
  reload(): Promise<void>
  /** A message to main as another frame than our own page's would send it. */
  forge(frame: SenderFrame, channel: string, ...args: unknown[]): Promise<void>
  /** What main's guards answer; null: real Electron tells nobody, its behaviour does. */
  guards(): Promise<GuardAnswers | null>
  errors(): readonly string[]
  /** Closes the window as a person does, waits for the app to end, removes its folder. Throws when it does not end well. */
  close(): Promise<void>
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
  const args = argumentsOf(options, data)
  try {
    const desktop = desktopKind().isReal ? await launchReal(args, data) : await launchStandIn(browser, args)
    return {
      ...desktop,
      context: desktop.page.context(),
      data,
      errors: () => loggedErrors(data),
      close: () => desktop.close().finally(remove),
    }
  } catch (error) {
    remove()
    throw error
  }
}

type Running = Pick<Desktop, 'page' | 'reload' | 'forge' | 'guards' | 'close'>

async function launchStandIn(browser: Browser, args: readonly string[]): Promise<Running> {
  const app = new StandInDesktop(browser, args)
  const page = await app.page().catch(async (error: unknown) => {
    await app.close()
    throw error
  })
  return {
    page,
    reload: () => app.reload(),
    forge: async (frame, channel, ...sent) => app.forge(frame, channel, ...sent),
    guards: () => app.guards(),
    close: async () => {
      const code = await app.close()
      if (code !== 0) throw new Error(`the desktop app ended with ${code}:\n${app.lines.join('\n')}`)
    },
  }
}

async function launchReal(args: readonly string[], data: string): Promise<Running> {
  // Electron keeps one instance per settings folder: beside the house's own, so that tests do not find each other.
  const env = { ...process.env, XDG_CONFIG_HOME: join(data, 'electron'), APPDATA: join(data, 'electron') }
  const app = await _electron.launch({ args: [root, ...args], cwd: root, env })
  const page = await app.firstWindow()
  return {
    page,
    reload: async () => void (await page.reload()),
    forge: async (frame, channel, ...sent) => {
      const message = { frame, channel, sent }
      await app.evaluate(({ ipcMain, BrowserWindow }, { frame, channel, sent }) => {
        const sender = BrowserWindow.getAllWindows()[0]?.webContents
        ipcMain.emit(channel, { sender, senderFrame: { url: frame.url } }, ...sent)
      }, message)
    },
    guards: async () => null,
    close: () => app.close(),
  }
}

function argumentsOf({ holdSeconds, demo = true, words = [] }: DesktopOptions, data: string): string[] {
  const hold = holdSeconds === undefined ? [] : ['--hold-seconds', String(holdSeconds)]
  return ['--data', data, ...hold, ...(demo ? [] : ['--no-demo']), ...words]
}

/** Read from its package, which must not be loaded: that would fetch the program. */
function electronVersion(): string {
  const file = join(root, 'node_modules', 'electron', 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
