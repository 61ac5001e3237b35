// What only the system shows: menu, boxes, folders, displays. Main's process is addressed by Electron's own names, so that the same is
// asked of real Electron and of its stand-in. Must never know which of the two it is.

import type * as Electron from 'electron'

/** A function that runs in main's process from its source text, as with Playwright for Electron: it sees only its arguments. */
export type Evaluate = <Arg, Value>(
  work: (electron: typeof Electron, arg: Arg) => Value | Promise<Value>,
  arg: Arg,
) => Promise<Value>

interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface SystemAround {
  /** Chooses an entry of the menu. */
  press(id: string): Promise<void>
  /** The menu's labels. */
  menu(): Promise<readonly string[]>
  /** The answer to every box from now on; without it every box is cancelled. */
  choose(file: string | null, button: number): Promise<void>
  /** What main asked the system for under this name, in order, since its window was there; available also once it has ended. */
  asked(name: string): readonly unknown[]
  /** Tells main that the page's process died. */
  killPage(): Promise<void>
  /** From now on these displays are there; the first is the seller's. */
  plug(displays: readonly Bounds[]): Promise<void>
  /** Where each window stands, the seller's first. */
  windows(): Promise<readonly { readonly bounds: Bounds; readonly isFullScreen: boolean }[]>
}

/** The person's choices, kept in main's process. */
interface Kept {
  chosen: { readonly file: string | null; readonly button: number }
}

/** Marks the lines by which main's process reports what it was asked for. */
const SAID = 'asked of the system: '

/** `lines`: what the program prints. */
export async function systemAround(evaluate: Evaluate, lines: readonly string[]): Promise<SystemAround> {
  await evaluate(listenToMain, SAID)
  return {
    press: (id) =>
      evaluate(({ Menu }, id) => void Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), id),
    menu: () =>
      evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label), null),
    choose: (file, button) =>
      evaluate(
        (_electron, chosen) => {
          ;(globalThis as unknown as Kept).chosen = chosen
        },
        { file, button },
      ),
    asked: (name) =>
      lines
        .filter((line) => line.startsWith(SAID))
        .map((line) => JSON.parse(line.slice(SAID.length)) as [name: string, what: unknown])
        .flatMap(([one, what]) => (one === name ? [what] : [])),
    killPage: () =>
      evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
      }, null),
    plug: (displays) =>
      evaluate(({ screen }, displays) => {
        const before = screen.getAllDisplays().length
        const primary = screen.getPrimaryDisplay()
        const now = displays.map((bounds, place) => (place === 0 ? primary : { id: -place, bounds }))
        screen.getAllDisplays = () => now as Electron.Display[]
        screen.emit(now.length > before ? 'display-added' : 'display-removed', {}, now.at(-1))
      }, displays),
    windows: () =>
      evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()
            .toSorted((a, b) => a.id - b.id)
            .map((window) => ({ bounds: window.getBounds(), isFullScreen: window.isFullScreen() })),
        null,
      ),
  }
}

/** Runs in main. Boxes are answered, folders stay closed, the real clipboard stays untouched; a program that wants to relaunch ends. */
function listenToMain(
  { app, dialog, shell, clipboard, powerSaveBlocker }: typeof Electron,
  said: string,
): void {
  const kept = globalThis as unknown as Kept
  kept.chosen = { file: null, button: 0 }
  const note = (name: string, what: unknown) => console.log(said + JSON.stringify([name, what]))
  type Box = { readonly title?: string; readonly message?: string; readonly detail?: string }
  const showOpenDialog = async (_window: unknown, { title }: Box) => {
    note('dialog', title)
    const { file } = kept.chosen
    return { canceled: file === null, filePaths: file === null ? [] : [file] }
  }
  const showMessageBox = async (_window: unknown, { message, detail = '' }: Box) => {
    note('dialog', `${message} ${detail}`.trim())
    return { response: kept.chosen.button, checkboxChecked: false }
  }
  Object.assign(dialog, { showOpenDialog, showMessageBox })
  shell.openPath = async (path) => {
    note('openPath', path)
    return ''
  }
  Object.assign(clipboard, { writeText: async (text: string) => note('clipboard', text) })
  powerSaveBlocker.start = (kind) => {
    note('awake', kind)
    return 1
  }
  powerSaveBlocker.stop = () => {
    note('asleep', null)
    return true
  }
  app.relaunch = () => undefined
}
