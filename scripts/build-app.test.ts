import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp, isBuilt } from './build-app.ts'

let root: string
let said: string[]

beforeEach(() => {
  said = []
  root = mkdtempSync(join(tmpdir(), 'guichet-build-'))
  for (const file of ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'src/a.ts', 'db/b.sql'])
    put(file, '1')
  // The stand-in for electron-vite writes what every build writes.
  put(
    'node_modules/electron-vite/bin/electron-vite.js',
    `const { mkdirSync, writeFileSync, existsSync } = require('node:fs')
     if (existsSync('src/broken.ts')) process.exit(1)
     mkdirSync('out/main', { recursive: true })
     writeFileSync('out/main/hub.js', 'built')`,
  )
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('[house] a program that is built is not built again, and says nothing', () => {
  expect(isBuilt(root)).toBe(false)
  expect(build()).toBe(true)
  expect(isBuilt(root)).toBe(true)
  expect(build()).toBe(true)
  expect(said).toHaveLength(1)
})

test.each([
  ['a source that changed', () => put('src/a.ts', '22')],
  ['a source that was put back with another time', () => utimesSync(join(root, 'src/a.ts'), 1, 1)],
  ['a new source', () => put('src/deep/c.ts', '1')],
  ['a source that is gone', () => rmSync(join(root, 'src/a.ts'))],
  ['a new migration', () => put('db/migrations/c.sql', '1')],
  ['another build', () => put('out/main/hub.js', 'built by hand')],
])('[house] %s is built', (_, change) => {
  build()
  change()
  expect(isBuilt(root)).toBe(false)
})

test('[house] a build that fails is no build, and the next start builds', () => {
  build()
  put('src/broken.ts', '1')
  expect(build()).toBe(false)
  expect(isBuilt(root)).toBe(false)
})

function build(): boolean {
  return buildApp((text) => said.push(text), root)
}

function put(file: string, content: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), content)
}
