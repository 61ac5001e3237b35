// The windows of the stand-in, as pages of the test's Chromium. Owns the pages; must never change a message on its way except for the
// page's address: Chromium accepts no scheme of ours from outside, `PAGE_ORIGIN` counts as just as secure, and no name server knows it.

import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page, Request, Route } from '@playwright/test'
import { type Far, openLine } from '../line.ts'
import { pageLine } from '../page-line.ts'
import type { MainSide } from './electron.ts'
import { preloadScript } from './preload-script.ts'

const PAGE_ORIGIN = 'https://guichet.app.invalid/'
const APP_ORIGIN = 'app://guichet/'
const onPage = (url: string) => url.replace(APP_ORIGIN, PAGE_ORIGIN)
const inApp = (url: string) => (url.startsWith(PAGE_ORIGIN) ? url.replace(PAGE_ORIGIN, APP_ORIGIN) : url)
/** The page's scripts cannot guess it. */
const hiddenName = `__standIn${crypto.randomUUID()}`

/** Whose windows are open, by folder, as in Electron's own lock; and what pages stored there. */
export const running = new Map<string, StandInPages>()
const left = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()

export class StandInPages {
  readonly main: Far<MainSide>
  /** The seller's page, once it is loaded. */
  readonly first: Promise<Page>
  readonly #loaded = Promise.withResolvers<Page>()
  readonly #browser: Browser
  /** The window id of each page; null: main denied it one. */
  readonly #ids = new Map<Page, Promise<number | null>>()
  #context: BrowserContext | null = null
  #folder = ''

  constructor(browser: Browser, program: ChildProcess) {
    this.#browser = browser
    this.first = this.#loaded.promise
    this.main = openLine<MainSide>(program, this.testSide).far
    program.once('exit', () => running.delete(this.#folder))
  }

  /** Closes all pages as a person closes windows; what they stored is kept. */
  async leave(): Promise<void> {
    const context = this.#context
    this.#context = null
    if (!context) return
    left.set(this.#folder, await context.storageState())
    await context.close()
  }

  /** What main's process may ask of the test. */
  readonly testSide = {
    first: (folder: string) => void running.set((this.#folder = folder), this),
    second: (folder: string, data: unknown) => running.get(folder)?.main.second(data),
    load: async (id: number, url: string, preload: string) => {
      const page = (await this.#pageOf(id)) ?? (await this.#open(id, preload))
      // Going to the current address would only be a jump within the same page.
      await (page.url() === onPage(url) ? page.reload() : page.goto(onPage(url)))
      this.#loaded.resolve(page)
    },
    toPage: pageLine(hiddenName, (id) => this.#pageOf(id)),
    close: async (id: number) => (await this.#pageOf(id))?.close(),
  }

  async #pageOf(id: number): Promise<Page | undefined> {
    for (const [page, window] of this.#ids) if ((await window) === id) return page
    return undefined
  }

  async #open(id: number, preload: string): Promise<Page> {
    const storageState = left.get(this.#folder) ?? { cookies: [], origins: [] }
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 800 }, storageState })
    this.#context = context
    await context.route('**/*', (route, request) => this.#serve(route, request))
    await context.exposeBinding(hiddenName, async ({ page, frame }, channel: string, args: unknown[]) => {
      const window = await this.#idOf(page)
      const sender = { url: inApp(frame.url()), isMain: frame === page.mainFrame() }
      if (window !== null) await this.main.says(window, sender, channel, args).catch(gone)
    })
    await context.addInitScript(preloadScript(readFileSync(preload, 'utf8'), hiddenName))
    const page = await context.newPage()
    this.#ids.set(page, Promise.resolve(id))
    page.once('close', () => void this.main.closed(id).catch(gone))
    context.on('page', (opened) => void this.#idOf(opened))
    return page
  }

  /** Main is asked once about each page that another page opened. */
  #idOf(page: Page): Promise<number | null> {
    const id = this.#ids.get(page) ?? this.#asked(page)
    this.#ids.set(page, id)
    return id
  }

  async #asked(page: Page): Promise<number | null> {
    const opener = await page.opener()
    // The test's own page.
    if (!opener) return null
    const by = await this.#idOf(opener)
    const id = by === null ? null : await this.main.opened(by, inApp(page.url()))
    if (id === null) await page.close()
    else page.once('close', () => void this.main.closed(id).catch(gone))
    return id
  }

  async #serve(route: Route, request: Request): Promise<void> {
    const isNavigation = request.isNavigationRequest()
    const asked = this.main.request(inApp(request.url()), request.method(), isNavigation)
    const answered = await asked.catch(gone)
    // A page that wanted to navigate stays as it is when aborted; anything else, when blocked, fails as in Electron.
    const done = answered
      ? route.fulfill({ ...answered, body: Buffer.from(answered.body) })
      : route.abort(isNavigation ? 'aborted' : 'blockedbyclient')
    await done.catch(gone)
  }
}
export type TestSide = StandInPages['testSide']

/** For pages that were closed meanwhile: nothing waits for them. */
const gone = () => null
