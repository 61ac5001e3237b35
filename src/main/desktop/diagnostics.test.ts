import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.fixture.ts'
import { crashFiles, dropOldCrashes } from './crash-files.ts'
import { diagnosticsOf } from './diagnostics.ts'

function crashed(count: number): string {
  const folder = tempFolder()
  mkdirSync(join(folder, 'pending'))
  for (let at = 1; at <= count; at += 1)
    for (const end of ['dmp', 'meta']) {
      const file = join(folder, 'pending', `${at}.${end}`)
      writeFileSync(file, 'what was in memory')
      utimesSync(file, at, at)
    }
  writeFileSync(join(folder, 'settings.dat'), 'Crashpad’s own')
  return folder
}

test('[I42] of crashes the last five are kept, and nothing that is no crash is touched', () => {
  const folder = crashed(8)
  dropOldCrashes(folder, (text) => expect.unreachable(text))
  expect(crashFiles(folder).map(({ atMs }) => atMs)).toEqual([8000, 7000, 6000, 5000, 4000])
  expect(readdirSync(join(folder, 'pending'))).toHaveLength(10)
  expect(readdirSync(folder)).toContain('settings.dat')
})

test('[C3] a dump that goes while it is looked at, or cannot be dropped, stops nothing, and is written down', () => {
  const folder = crashed(8)
  // A folder in the place of a file: it cannot be deleted as one.
  rmSync(join(folder, 'pending', '2.meta'))
  mkdirSync(join(folder, 'pending', '2.meta'))
  const said: string[] = []
  dropOldCrashes(
    folder,
    (text) => said.push(text),
    (file) => {
      if (file.endsWith('8.dmp')) rmSync(file)
      return statSync(file).mtimeMs
    },
  )
  expect(said).toEqual([expect.stringContaining('2.meta')])
  expect(crashFiles(folder).map(({ atMs }) => atMs)).toEqual([7000, 6000, 5000, 4000, 3000])
  dropOldCrashes(join(folder, 'never made'), (text) => said.push(text))
  expect(said).toEqual([expect.anything(), expect.stringContaining('ENOENT')])
})

const parts = {
  version: '1.2.3',
  versions: { ...process.versions, electron: '45.3.4', chrome: '156' },
  machine: 'linux x64 6.1',
  told: `sells from ${join(homedir(), 'guichet')}`,
}

function diagnosed(lines: readonly string[]): string {
  const logs = tempFolder()
  writeFileSync(join(logs, 'guichet-2026-11-19.log'), 'yesterday')
  writeFileSync(join(logs, 'guichet-2026-11-20.log'), `${lines.join('\n')}\n`)
  return diagnosticsOf({ ...parts, logs, crashes: crashed(1) })
}

test('[I42] diagnostics say versions, machine, crashes and the end of the newest log, and of a folder not whose it is', () => {
  const text = diagnosed(Array.from({ length: 250 }, (_, at) => `line ${at}.`))
  expect(text).toMatch(/^Guichet 1\.2\.3\nElectron 45\.3\.4, Chromium 156, Node 24/)
  expect(text).toContain('sells from ~/guichet')
  expect(text).toContain('crashes kept: 1970-01-01T00:00:01.000Z')
  expect(text).toContain('line 249.')
  expect(text).toContain('line 50.')
  expect(text).not.toContain('line 49.')
  expect(text).not.toContain('yesterday')
})

test.for<readonly [what: string, line: string, secret: string]>([
  [
    'a ticket’s code',
    'GUICHET1/TKT-20261120-1A2B3C4D/12/417/DESK-1/1042/20000/6Q2XVB5N0ZJ4K8AC/SIG',
    '6Q2XVB5N',
  ],
  ['an address', 'to asha.rao+x@mail.example.in now', 'asha'],
  ['a telephone', '"phone":"+91 98765 43210"', '43210'],
  ['a card', '4111 1111 1111 1111', '1111'],
  ['a link’s token', 'http://127.0.0.1:8480/?token=Zm9vYmFy', 'Zm9vYmFy'],
  ['a password in JSON', '{"password":"canary-secret"}', 'canary'],
  ['a PIN', 'pin: 90817263', '90817263'],
])('[I42] %s in a log line is not in the diagnostics', ([_what, line, secret]) => {
  expect(diagnosed([line, 'the end.'])).not.toContain(secret)
})

test('[C6] times, rows and seats in log lines stay readable', () => {
  const line =
    '{"level":30,"time":"2026-11-20T18:00:00.000Z","atMs":1795197600000,"sequence":10423,"seat":"D10"}'
  expect(diagnosed([line])).toContain(line)
})
