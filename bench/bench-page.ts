// The page of the bench in a real browser: built once, served from memory, its functions called by name. Owns the browser's side of that;
// must never time anything itself: the page and the browser's own trace do.

import { join } from 'node:path'
import type { Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { readPageFiles } from '../src/main/hub/page-files.ts'
import type { Subject } from './page/page-bench.ts'

const built = join(import.meta.dirname, '..', 'out', 'bench')
/** No server has this name; the bench answers its requests. */
const origin = 'http://bench.guichet.test'
/** A desk's smaller screen, on which the limits were measured. */
export const viewport = { width: 1280, height: 800 }

/** Frames as fast as they can be drawn: otherwise every one would take a sixtieth of a second. */
export const unthrottled = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

export async function buildPage(): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    plugins: [react()],
    logLevel: 'error',
    build: { outDir: built, emptyOutDir: true },
  })
}

export async function openPage(page: Page, subject: Subject): Promise<Page> {
  const files = readPageFiles(built)
  await page.route(`${origin}/**`, (route) => {
    const file = files.get(new URL(route.request().url()).pathname)
    return route.fulfill(file ? { body: file.body, contentType: file.type } : { status: 404 })
  })
  page.on('pageerror', (error) => console.log(`the page failed: ${error.message}`))
  await page.goto(`${origin}/?subject=${subject}`)
  await page.waitForFunction(() => window.pageBench !== undefined)
  return page
}

type Asked<Bench, Name extends keyof Bench> = Bench[Name] extends (...args: infer Args) => infer Answer
  ? { readonly args: Args; readonly answer: Awaited<Answer> }
  : never

/** `Bench`: the functions that the measured page offers. */
export function asking<Bench>() {
  return async <Name extends keyof Bench & string>(
    page: Page,
    name: Name,
    ...args: Asked<Bench, Name>['args']
  ): Promise<Asked<Bench, Name>['answer']> => {
    const asked: { readonly name: string; readonly args: readonly unknown[] } = { name, args: [...args] }
    const answer: unknown = await page.evaluate(({ name, args }) => {
      const bench = window.pageBench as unknown as Record<string, (...args: readonly unknown[]) => unknown>
      return bench[name]?.(...args)
    }, asked)
    return answer
  }
}
