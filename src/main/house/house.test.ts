import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { verify } from 'node:crypto'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { StartRefused } from '../store/open-database.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { lockHouse, openDataFolder } from './data-folder.ts'
import { openLog } from './log.ts'
import { helpText, readOptions } from './options.ts'
import { openTicketKey } from './ticket-key.ts'

test('[S3] options are read as they are said, and have their defaults', () => {
  expect(readOptions([])).toMatchObject({
    port: 8480,
    kiosksMax: 64,
    headless: false,
    kiosk: false,
    demo: true,
    holdSeconds: null,
    lockSeconds: null,
    requireShift: false,
    claims: 'pessimistic',
    shared: false,
    terminal: ['approve'],
    help: false,
  })
  const claims = ['--claims', 'optimistic', '--shared']
  const said = [
    '--data',
    'd',
    '--port',
    '0',
    '--headless',
    '--no-demo',
    '--date-is-right',
    '--hold-seconds',
    '60',
    ...claims,
  ]
  said.push('--lan', '192.168.1.5:9000', '--kiosks', '500', '--join', 'hub.local', '--leave')
  said.push('--lock-seconds', '90', '--require-shift', '--terminal', 'decline,lost', '--backup-to', '/usb/g')
  said.push('--screens', ':8443', '--certificate', '/c.pem', '--certificate-key', '/k.pem')
  said.push('--no-find', '--updates', '/usb', '--updates', 'https://guichet.example', '--update-key', '/k')
  expect(readOptions(said)).toEqual({
    screens: { host: null, port: 8443, certificate: resolve('/c.pem'), key: resolve('/k.pem') },
    data: 'd',
    port: 0,
    lan: { host: '192.168.1.5', port: 9000 },
    kiosksMax: 500,
    joinHub: { host: 'hub.local', port: 8481 },
    leaveHub: true,
    findsHubs: false,
    backupTo: resolve('/usb/g'),
    copyKeysTo: null,
    updates: { folder: resolve('/usb'), feed: 'https://guichet.example', keyFile: resolve('/k') },
    headless: true,
    kiosk: false,
    place: null,
    resetWindow: false,
    safeMode: false,
    version: false,
    dateIsRight: true,
    demo: false,
    holdSeconds: 60,
    claims: 'optimistic',
    shared: true,
    terminal: ['decline', 'lost'],
    lockSeconds: 90,
    requireShift: true,
    help: false,
  })
})

test('[S5] --join without an address means a hub that is found', () => {
  expect(readOptions(['--join'])).toMatchObject({ joinHub: 'find' })
  expect(readOptions(['--join', '--headless'])).toMatchObject({ joinHub: 'find', headless: true })
  expect(readOptions([])).toMatchObject({ joinHub: null, findsHubs: true })
})

test.for([
  ['--remote-debugging-port=9222'],
  ['--remote-debugging-pipe'],
  ['--inspect'],
  ['--inspect-brk=0.0.0.0:9229'],
  ['--js-flags=--expose-gc'],
  ['--no-sandbox'],
  ['--disable-web-security'],
  ['--load-extension=x'],
  ['--proxy-server=127.0.0.1:1'],
  ['--host-rules=MAP * 127.0.0.1'],
  ['--require=x.js'],
  ['-r', 'x.js'],
  ['--kiosk', '--headless'],
  ['extra'],
  ['--port'],
  ['--port', '65536'],
  ['--port', '-1'],
  ['--port', '80a'],
  ['--port', '1e3'],
  ['--port', ''],
  ['--hold-seconds', '0'],
  ['--hold-seconds', '3601'],
  ['--hold-seconds', '1.5'],
  ['--lock-seconds', '4'],
  ['--lock-seconds', '28801'],
  ['--headless=yes'],
  ['--kiosks', '0'],
  ['--kiosks', '501'],
  ['--join', ''],
  ['--join', 'https://hub.local'],
  ['--join', 'hub.local:0'],
  ['--lan', ''],
  ['--lan', 'hub.example'],
  ['--lan', '192.168.1'],
  ['--lan', '192.168.1.5:65536'],
  ['--lan', '192.168.1.5:8481/x'],
  ['--screens', ':8443'],
  ['--screens', ':8443', '--certificate', 'c.pem'],
  ['--certificate-key', 'k.pem'],
  ['--screens', 'desk.example', '--certificate', 'c.pem', '--certificate-key', 'k.pem'],
  ['--claims', 'hopeful'],
  ['--terminal', 'approve,maybe'],
  ['--claims', 'in-process', '--shared'],
])('[S5] %j is refused with a line that can be shown', (...args) => {
  const words = args.flat().filter((word): word is string => typeof word === 'string')
  expect(readOptions(words)).toMatchObject({ problem: expect.stringContaining('Try --help.') })
})

test('[S3] both ends of each number are allowed, and the help names every option', () => {
  for (const args of [
    ['--port', '65535'],
    ['--hold-seconds', '1'],
    ['--hold-seconds', '3600'],
  ]) {
    expect(readOptions(args)).not.toHaveProperty('problem')
  }
  for (const option of [
    '--data',
    '--port',
    '--kiosks',
    '--headless',
    '--no-demo',
    '--terminal',
    '--hold-seconds',
    '--claims',
    '--shared',
  ]) {
    expect(helpText).toContain(option)
  }
})

test('[S5] a data folder is made for its owner alone', () => {
  const folder = openDataFolder(join(tempFolder(), 'a', 'b'))
  for (const path of [folder.path, folder.logs, folder.keys]) expect(statSync(path).mode & 0o777).toBe(0o700)
  expect(() => openDataFolder(folder.path)).not.toThrow()
})

test('[I43] a data folder that cannot be made refuses the start', () => {
  const file = join(tempFolder(), 'file')
  writeFileSync(file, '')
  expect(() => openDataFolder(join(file, 'data'))).toThrow(StartRefused)
})

test('[C2] one house, one process: a second is refused until the first lets go', () => {
  const folder = openDataFolder(tempFolder())
  const { letGo } = lockHouse(folder)
  expect(() => lockHouse(folder)).toThrow('no other Guichet has this data folder open')
  letGo()
  lockHouse(folder).letGo()
})

test('[C2] a house is shared by those alone who say so, and nobody has it for himself while they do', () => {
  const folder = openDataFolder(tempFolder())
  const first = lockHouse(folder, true)
  const second = lockHouse(folder, true)
  expect([first.isAlone, second.isAlone]).toEqual([true, false])
  expect(() => lockHouse(folder)).toThrow('no other Guichet has this data folder open')
  first.letGo()
  expect(() => lockHouse(folder)).toThrow('no other Guichet has this data folder open')
  second.letGo()
  const { letGo } = lockHouse(folder)
  expect(() => lockHouse(folder, true)).toThrow('no other Guichet has this data folder for itself')
  letGo()
})

test("[T1] the house's key is made once, kept for its owner alone, and signs the same way after a restart", () => {
  const folder = tempFolder()
  const first = openTicketKey(folder)
  const second = openTicketKey(folder)
  expect(first.sign('text')).toBe(second.sign('text'))
  expect(first.sign('text')).toMatch(/^[0-9A-HJKMNP-TV-Z]{103}$/)
  expect(first.sign('text')).not.toBe(first.sign('texT'))
  expect(statSync(join(folder, 'ticket-key.pem')).mode & 0o777).toBe(0o600)
  expect(verify(null, Buffer.from('text'), second.publicKey, Buffer.alloc(64))).toBe(false)
})

test('[I42] a log line carries what it is given and its time, a file a day', () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'logs'))
  const { log, close } = openLog(join(folder, 'logs'), { nowMs: () => Date.UTC(2026, 10, 20, 23, 59) })
  log.info({ bookingId: 'b' }, 'seats-held')
  close()
  const line = JSON.parse(readFileSync(join(folder, 'logs', 'guichet-2026-11-20.log'), 'utf8')) as object
  expect(line).toMatchObject({ bookingId: 'b', msg: 'seats-held', level: 30 })
  expect(line).not.toHaveProperty('hostname')
})
