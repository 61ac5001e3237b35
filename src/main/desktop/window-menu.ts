// The menu as Electron shows it, and the actions behind it: folders, diagnostics, backup, restore. Owns every system box shown for them;
// the house is asked each time who may (office-door.ts), and restore-desk.ts has the order of a restore.

import { release } from 'node:os'
import { dirname } from 'node:path'
import { type BrowserWindow, type FileFilter, Menu, clipboard, dialog, shell } from 'electron'
import type { DeskPlace } from '../../shared/contract/desk-place.ts'
import type { BoxOffice } from '../../shared/contract/port.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { menuTemplate } from './menu.ts'
import { type Wait, mayManage, openSales } from './office-door.ts'
import { type Looked, restoreFromMenu } from './restore-desk.ts'
import { type WindowLanguage, filled, wordsOf } from './window-words.ts'

export interface WindowMenuParts {
  readonly window: BrowserWindow
  readonly office: BoxOffice
  readonly go: (place: DeskPlace) => void
  readonly wait: Wait
  readonly folders: Readonly<Record<'path' | 'logs' | 'backups' | 'crashes', string>>
  readonly version: string
  readonly told: string
  /** Null: the house is at a hub. */
  readonly sequence: () => number | null
  readonly look: (file: string) => Promise<Looked>
  readonly restore: (file: string) => Promise<void>
  readonly beginAnew: () => void
  /** Looks for a newer version in that folder; null: this machine is not updated from within. */
  readonly updateFrom: ((folder: string) => void) | null
}

/** What the start found of an interrupted restore. */
type Ended = { readonly kind: 'finished'; readonly aside: string | null } | { readonly kind: 'undone' }

export class WindowMenu {
  readonly #parts: WindowMenuParts
  #language: WindowLanguage

  constructor(parts: WindowMenuParts, language: WindowLanguage) {
    this.#parts = parts
    this.#language = language
    this.#show()
  }

  speak(language: WindowLanguage): void {
    if (language === this.#language) return
    this.#language = language
    this.#show()
  }

  get #words() {
    return wordsOf(this.#language)
  }

  #show(): void {
    const { go, folders, updateFrom } = this.#parts
    const deeds = {
      go,
      backUp: () => void this.#backUp(),
      restore: () => void this.#restore(),
      update: updateFrom && (() => void this.#update(updateFrom)),
      openData: () => void this.#open(folders.path),
      openLogs: () => void this.#open(folders.logs),
      copyDiagnostics: () => void this.#copyDiagnostics(),
    }
    const template = menuTemplate({ words: this.#words, platform: process.platform, deeds })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  /** [SYNC 5.9] Said once, to whoever sees the first window after it. */
  async sayEnded(ended: Ended): Promise<void> {
    const { restoreFinished, restoreUndone } = this.#words
    const isDone = ended.kind === 'finished'
    await this.#tell(isDone ? filled(restoreFinished, { aside: ended.aside ?? '–' }) : restoreUndone)
  }

  /** [I40] Says why, where not. */
  async #mayManage(): Promise<boolean> {
    const { office, wait } = this.#parts
    const may = await mayManage(office, wait)
    if (may !== 'yes') await this.#tell(this.#words[may])
    return may === 'yes'
  }

  async #open(folder: string): Promise<void> {
    if (!(await this.#mayManage())) return
    const detail = await shell.openPath(folder)
    if (detail !== '') await this.#tell(filled(this.#words.notOpened, { detail }))
  }

  async #copyDiagnostics(): Promise<void> {
    if (!(await this.#mayManage())) return
    const { version, told, folders } = this.#parts
    const machine = `${process.platform} ${process.arch} ${release()}`
    const { versions } = process
    await clipboard.writeText(diagnosticsOf({ ...folders, version, versions, machine, told }))
    await this.#tell(this.#words.copied)
  }

  /** The house makes it, and its own screen says how it went. */
  async #backUp(): Promise<void> {
    if (!(await this.#mayManage())) return
    const { office, go } = this.#parts
    const answer = await office.call('back-up', {})
    if (answer.kind !== 'done') await this.#tell(this.#words.silent)
    // A house that waits for its kiosks has no such screen: it answers once the backup is made.
    else if (!answer.value.isAsked) await this.#tell(this.#words.backedUp)
    else go({ kind: 'screen', name: 'kiosks' })
  }

  async #restore(): Promise<void> {
    const { office, wait } = this.#parts
    await restoreFromMenu({
      ...this.#parts,
      words: () => this.#words,
      admitted: () => mayManage(office, wait),
      openSales: () => openSales(office),
      chooseFile: () => this.#chooseBackup(),
      dateOf: (atMs) => new Date(atMs).toLocaleString(this.#language),
      confirm: (detail) => this.#confirm(detail),
      tell: (text) => this.#tell(text),
    })
  }

  /** The page shows what is found, and it is installed from there. */
  async #update(updateFrom: (folder: string) => void): Promise<void> {
    if (!(await this.#mayManage())) return
    const { chooseUpdate, manifests, silent } = this.#words
    const file = await this.#choose(chooseUpdate, { name: manifests, extensions: ['json'] })
    if (file === null) return
    // The house decides at this moment who may, and which version a kiosk's hub has.
    const answer = await this.#parts.office.call('updates', {})
    if (answer.kind !== 'done') return this.#tell(silent)
    updateFrom(dirname(file))
    this.#parts.go({ kind: 'screen', name: 'updates' })
  }

  #chooseBackup(): Promise<string | null> {
    const { chooseBackup, backups } = this.#words
    return this.#choose(chooseBackup, { name: backups, extensions: ['db'] }, this.#parts.folders.backups)
  }

  async #choose(title: string, filter: FileFilter, place?: string): Promise<string | null> {
    const { filePaths } = await dialog.showOpenDialog(this.#parts.window, {
      title,
      ...(place !== undefined && { defaultPath: place }),
      filters: [filter],
      properties: ['openFile', 'dontAddToRecent'],
    })
    return filePaths[0] ?? null
  }

  /** Enter and Escape both mean no. */
  async #confirm(detail: string): Promise<boolean> {
    const { confirm, cancel, doRestore } = this.#words
    const buttons = [cancel, doRestore]
    const box = { type: 'warning', message: confirm, detail, buttons, defaultId: 0, cancelId: 0 } as const
    const { response } = await dialog.showMessageBox(this.#parts.window, {
      ...box,
      buttons: [...buttons],
      noLink: true,
    })
    return response === 1
  }

  async #tell(message: string): Promise<void> {
    await dialog.showMessageBox(this.#parts.window, { type: 'info', message, noLink: true })
  }
}
