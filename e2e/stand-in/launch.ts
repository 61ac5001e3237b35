// The built main bundle in a Node process of its own, with the stand-in for Electron, and its window in the test's Chromium.
// Owns the process and the page; must never change a message on its way but for the page's address (see `onPage`).

import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, BrowserContext, Frame, Page, Request, Route } from '@playwright/test'
import { nodeProgram } from '../hub-process.ts'
import { makeCloneText, nodeBase64 } from './clone-text.ts'
import type { Answered, FromMain, GuardAnswers, SenderFrame, ToMain } from './messages.ts'
import { preloadScript } from './preload-script.ts'

const root = join(import.meta.dirname, '..', '..')
/** Chromium takes no scheme of ours from outside; this origin is as secure, and no name server knows it. */
const PAGE_ORIGIN = 'https://guichet.app.invalid'
const APP_ORIGIN = 'app://guichet'
const names = { toMain: '__standInToMain', toPage: `__standIn${crypto.randomUUID()}` }
const cloneText = makeCloneText(nodeBase64)

export class StandInDesktop {
  readonly lines: string[] = []
  /** `title: content` of each box that main showed instead of a window. */
  readonly errorBoxes: string[] = []
  /** What main's process ended with, once it has. */
  readonly ended: Promise<number | null>
  readonly #browser: Browser
  readonly #child: ChildProcess
  readonly #answers = new Map<number, (answered: Answered | null) => void>()
  readonly #opened = Promise.withResolvers<Page>()
  readonly #loaded = Promise.withResolvers<Page>()
  #context: BrowserContext | null = null
  #guards: (answers: GuardAnswers) => void = () => undefined
  #asked = 0
  #isGoing = false
  /** Messages reach the page in the order main sent them. */
  #toPage: Promise<unknown> = Promise.resolve()

  constructor(browser: Browser, args: readonly string[]) {
    this.#browser = browser
    const register = join(import.meta.dirname, 'register.ts')
    const main = join(root, 'out', 'main', 'index.js')
    this.#child = spawn(nodeProgram(), ['--import', register, main, ...args], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    })
    this.#child.on('message', (message: FromMain) => void this.#hear(message))
    for (const stream of [this.#child.stdout, this.#child.stderr])
      if (stream) createInterface({ input: stream }).on('line', (line) => this.lines.push(line))
    const end = () => this.#child.kill('SIGKILL')
    process.once('exit', end)
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (code) => {
        process.off('exit', end)
        resolve(code)
      })
    })
  }

  /** Its page, once it is loaded; throws with what main said where it ends before. */
  async page(): Promise<Page> {
    const page = await Promise.race([this.#loaded.promise, this.ended])
    if (typeof page === 'object' && page !== null) return page
    throw new Error(['the desktop app ended without a window', ...this.errorBoxes, ...this.lines].join('\n'))
  }

  /** As the system would, not the page. */
  async reload(): Promise<void> {
    const page = await this.page()
    await this.#go(() => page.reload())
  }

  /** A message as another frame than our own would send it. */
  forge(frame: SenderFrame, channel: string, ...args: unknown[]): void {
    this.#tell({ t: 'from-page', frame, channel, args })
  }

  guards(): Promise<GuardAnswers> {
    const { promise, resolve } = Promise.withResolvers<GuardAnswers>()
    this.#guards = resolve
    this.#tell({ t: 'guards?' })
    return promise
  }

  /** Closes the window, as a person does; the app ends by itself. */
  async close(): Promise<number | null> {
    await this.#context?.close()
    if (!this.#context) this.#child.kill('SIGKILL')
    return this.ended
  }

  #tell(message: ToMain): void {
    if (this.#child.connected) this.#child.send(message)
  }

  async #hear(message: FromMain): Promise<void> {
    if (message.t === 'window') await this.#openPage(message)
    else if (message.t === 'load') await this.#load(message.url)
    else if (message.t === 'to-page') this.#deliver([message.channel, message.args])
    else if (message.t === 'focus') await (await this.#loaded.promise).bringToFront()
    else if (message.t === 'error-box') this.errorBoxes.push(`${message.title}: ${message.content}`)
    else if (message.t === 'guards') this.#guards(message.answers)
    else {
      this.#answers.get(message.id)?.(message.answered)
      this.#answers.delete(message.id)
    }
  }

  async #openPage({ width, height, preload }: Extract<FromMain, { t: 'window' }>): Promise<void> {
    const context = await this.#browser.newContext({ viewport: { width, height } })
    this.#context = context
    await context.route('**/*', (route, request) => this.#serve(route, request))
    await context.exposeBinding(names.toMain, ({ frame }, text: string) => this.#fromPage(frame, text))
    await context.addInitScript(preloadScript(readFileSync(preload, 'utf8'), names))
    const page = await context.newPage()
    page.on('close', () => this.#tell({ t: 'window-closed' }))
    page.on('popup', (popup) => void popup.close())
    this.#opened.resolve(page)
  }

  async #load(url: string): Promise<void> {
    const page = await this.#opened.promise
    await this.#go(() => page.goto(onPage(url)))
    this.#tell({ t: 'loaded' })
    this.#loaded.resolve(page)
  }

  async #go(work: () => Promise<unknown>): Promise<void> {
    this.#isGoing = true
    await work().finally(() => {
      this.#isGoing = false
    })
  }

  #deliver(message: readonly unknown[]): void {
    const text = cloneText.encode(message)
    this.#toPage = Promise.all([this.#opened.promise, this.#toPage])
      .then(([page]) =>
        page.evaluate(
          ([name, written]) => (window as unknown as Record<string, (text: string) => void>)[name]?.(written),
          [names.toPage, text] as const,
        ),
      )
      // The page is gone, or another has taken its place: so is what was said to it.
      .catch(() => undefined)
  }

  #fromPage(frame: Frame, text: string): void {
    const [channel, args] = cloneText.decode(text) as [string, unknown[]]
    const isMainFrame = frame === frame.page().mainFrame()
    this.#tell({ t: 'from-page', frame: { url: inApp(frame.url()), isMainFrame }, channel, args })
  }

  async #serve(route: Route, request: Request): Promise<void> {
    const id = ++this.#asked
    const { promise, resolve } = Promise.withResolvers<Answered | null>()
    this.#answers.set(id, resolve)
    const isLeaving = request.isNavigationRequest() && isMainFrame(request) && !this.#isGoing
    this.#tell({ t: 'asked', id, asked: { url: inApp(request.url()), method: request.method(), isLeaving } })
    const answered = await Promise.race([promise, this.ended.then(() => null)])
    // Aborted, a page that wanted to leave stays as it is; blocked, anything else fails as Electron's own would.
    if (!answered) return route.abort(isLeaving ? 'aborted' : 'blockedbyclient').catch(unlessGone)
    const { status, headers, body } = answered
    await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) })
  }
}

/** A window that was closed while it asked waits for no answer. */
function unlessGone(error: unknown): void {
  if (!String(error).includes('has been closed')) throw error
}

function isMainFrame(request: Request): boolean {
  try {
    return request.frame().parentFrame() === null
  } catch {
    // A window that has no frame yet is about to get its main one.
    return true
  }
}

function onPage(url: string): string {
  return url.replace(APP_ORIGIN, PAGE_ORIGIN)
}

function inApp(url: string): string {
  return url.startsWith(`${PAGE_ORIGIN}/`) ? url.replace(PAGE_ORIGIN, APP_ORIGIN) : url
}
