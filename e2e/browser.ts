// Which browser drives the screens in tests, pictures and measurements: one that is installed, else Playwright's own, else the
// distribution's. Owns the search and its order; must never end without a browser or a plain failure, so that no test is skipped.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type LaunchOptions, chromium } from '@playwright/test'
import { findChrome, onPath } from '../src/main/hub/find-chrome.ts'

/** About 180 MB; a network that takes longer than this would hold up the tests for nothing. */
const DOWNLOAD_PATIENCE_MS = 10 * 60_000
const root = join(import.meta.dirname, '..')

/** No requests of the browser's own, no graphics card: the same on a desk and on a server. */
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The same engine without a window's own parts, which cost a quarter of a test's time. */
const windowless = ['chromium-headless-shell', 'chrome-headless-shell']

/** How to start it for a test that only looks at pages; figures and pictures need a whole browser. */
export function testBrowserOptions(): LaunchOptions {
  const shell = windowless.map(onPath).find((path) => path !== null)
  return optionsOf(shell ?? findBrowser())
}

/** How to start it. Searches and, where it must, installs: quick from the second time on. */
export function browserOptions(): LaunchOptions {
  return optionsOf(findBrowser())
}

function optionsOf(executablePath: string): LaunchOptions {
  return { executablePath, args, headless: true, chromiumSandbox: false }
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch(browserOptions())
}

function findBrowser(): string {
  const ready = findChrome() ?? playwrightsOwn()
  if (ready) return ready
  console.log('No Chromium or Chrome is installed: fetching one for the tests, once …')
  fetchPlaywrights()
  const fetched = playwrightsOwn()
  if (fetched) return fetched
  if (isDebianRoot()) fetchDebians()
  const installed = findChrome()
  if (installed) return installed
  // One line for the reader: a stack trace into this file helps nobody.
  throw Object.assign(new Error(noBrowser), { stack: noBrowser })
}

const noBrowser =
  'The tests need a browser and none could be had: install Chromium or Google Chrome so that it is on the PATH, and run again.'

function playwrightsOwn(): string | null {
  const path = chromium.executablePath()
  return existsSync(path) ? path : null
}

function fetchPlaywrights(): void {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const withLibraries = isDebianRoot() ? ['--with-deps'] : []
  run('Playwright’s own Chromium', process.execPath, [cli, 'install', ...withLibraries, 'chromium'])
}

function fetchDebians(): void {
  run('package lists', 'apt-get', ['update', '-q'])
  run('the distribution’s Chromium', 'apt-get', [
    'install',
    '-y',
    '-q',
    '--no-install-recommends',
    'chromium',
  ])
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && onPath('apt-get') !== null
}

function run(what: string, program: string, programArgs: readonly string[]): void {
  const { status } = spawnSync(program, programArgs, {
    cwd: root,
    stdio: 'ignore',
    timeout: DOWNLOAD_PATIENCE_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  console.log(`  ${what}: ${status === 0 ? 'here' : 'not to be had'}`)
}
