import { createServer } from 'node:http'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { MANIFEST_BYTES_MAX } from './manifest.ts'
import { type Installer, installerOf, replaceFile } from './installer.ts'
import { machineId, shareOf } from './machine-share.ts'
import { layRelease, maker, packageName } from './release.fixture.ts'
import { UpdateDesk, type UpdateParts } from './update-desk.ts'
import { feedPlace, folderPlace } from './update-place.ts'
import { tempFolder } from '../temp-folder.fixture.ts'

const yes = () => true
const own = maker()
/** A version that no screen has shown. */
const unseen = { version: '9.0.0', digest: 'e'.repeat(128) }

/** A machine with a program of one file, a folder for updates and a maker that it knows. */
function machine(more: Partial<UpdateParts> = {}, room = tempFolder()) {
  const [folder, program] = [join(room, 'updates'), join(room, 'program')]
  mkdirSync(folder, { recursive: true })
  writeFileSync(program, 'the old program')
  const done: string[] = []
  const installer: Installer = { packageKind: 'here', replace: (file) => replaceFile(file, program) }
  const desk = new UpdateDesk({
    version: '1.0.0',
    key: own.key,
    named: { folder, feed: null },
    places: { folder: folderPlace(folder), feed: null },
    installer,
    staging: join(room, 'checked'),
    shareOf: () => 50,
    hubVersion: () => null,
    backUp: () => {
      done.push('backup')
      return Promise.resolve(true)
    },
    onInstalled: () => done.push('begins anew'),
    mayWait: true,
    log: { error: () => {}, info: () => {}, debug: () => {} },
    ...more,
  })
  const looked = async () => {
    desk.look('folder')
    await desk.settled
    return desk.state().problem?.kind ?? desk.state().offer?.version
  }
  /** As a person asks for what the screen shows. */
  const install = async (mayNow = yes) => {
    desk.install(desk.offered() ?? unseen, mayNow)
    await desk.settled
  }
  return { desk, folder, room, program, done, looked, install }
}

test('[6.1] a signed newer version is shown with its digest, checked whole, and replaces the program behind a backup', async () => {
  const { desk, folder, program, done, looked, install } = machine()
  const { files } = layRelease(folder, own)
  expect(await looked()).toBe('9.0.0')
  expect(desk.state().offer).toMatchObject({
    digest: files['here']?.sha512,
    fileName: packageName,
    isOwn: true,
  })
  expect(desk.offered()).toEqual({
    version: '9.0.0',
    digest: files['here']?.sha512,
    from: '1.0.0',
    isWaiting: false,
  })
  expect([readFileSync(program, 'utf8'), done]).toEqual(['the old program', []])
  await install()
  expect([readFileSync(program, 'utf8'), done]).toEqual(['the newer program', ['backup', 'begins anew']])
  expect(desk.state().step).toBe('installed')
  expect(statSync(program).mode & 0o777).toBe(0o755)
})

test('[6.1] what another maker signed, or nobody, or what was changed after it was signed, is called unsigned', async () => {
  const { desk, folder, looked } = machine()
  layRelease(folder, maker())
  expect(await looked()).toBe('unsigned')
  layRelease(folder, own)
  const file = join(folder, 'guichet-update.json')
  const sealed = readFileSync(file, 'utf8')
  writeFileSync(file, sealed.replace('9.0.0', '9.0.1'))
  expect(await looked()).toBe('unsigned')
  const { manifest } = JSON.parse(sealed) as { manifest: string }
  for (const text of [manifest, '{', '', JSON.stringify({ manifest, signature: '' })]) {
    writeFileSync(file, text)
    expect(await looked()).toBe('unsigned')
  }
  expect(desk.offered()).toBeNull()
})

test('[6.1] what is signed and not understood is said to be so, and leads nowhere', async () => {
  const { folder, looked } = machine()
  for (const files of [
    { here: { name: '../program', sha512: 'a'.repeat(128), size: 1 } },
    { here: { name: '.hidden', sha512: 'a'.repeat(128), size: 1 } },
    { here: { name: 'x', sha512: 'short', size: 1 } },
  ]) {
    layRelease(folder, own, { files })
    expect(await looked()).toBe('unreadable')
  }
})

test('[6.1] a downgrade is refused and named, as is the version that runs', async () => {
  const { folder, looked } = machine()
  layRelease(folder, own, { version: '0.9.9' })
  expect(await looked()).toBe('older')
  layRelease(folder, own, { version: '1.0.0' })
  expect(await looked()).toBe('same')
})

test('[6.1] a file that is longer, shorter or another than was signed is none, and nothing of it stays', async () => {
  const { folder, room, looked } = machine()
  layRelease(folder, own)
  for (const bytes of ['the newer program!', 'the newer', 'the other program']) {
    writeFileSync(join(folder, packageName), bytes)
    expect(await looked()).toBe('damaged')
    expect(readdirSync(join(room, 'checked'))).toEqual([])
  }
})

test('[6.1] what is installed is what was checked, whatever lies on the stick by then; rotted since, it is not installed', async () => {
  const { desk, folder, program, looked, install } = machine()
  layRelease(folder, own)
  await looked()
  writeFileSync(join(folder, packageName), 'something else')
  writeFileSync(desk.state().offer?.place ?? '', 'the newer prograM')
  await install()
  expect([desk.state().problem?.kind, readFileSync(program, 'utf8')]).toEqual(['damaged', 'the old program'])
  expect(await looked()).toBe('damaged')
  layRelease(folder, own)
  await looked()
  writeFileSync(join(folder, packageName), 'something else')
  await install()
  expect(readFileSync(program, 'utf8')).toBe('the newer program')
})

test('[SYNC 5.9] without a backup nothing is installed; nor where somebody began to sell while it was made', async () => {
  const without = machine({ backUp: () => Promise.resolve(false) })
  layRelease(without.folder, own)
  await without.looked()
  await without.install()
  expect(without.desk.state()).toMatchObject({ step: 'idle', problem: { kind: 'no-backup' } })
  const sold = machine()
  layRelease(sold.folder, own)
  await sold.looked()
  await sold.install(() => false)
  expect(sold.desk.state().problem?.kind).toBe('not-now')
  for (const { program } of [without, sold]) expect(readFileSync(program, 'utf8')).toBe('the old program')
})

test('[6.1] another version than the one that was offered is not installed, nor any before one was', async () => {
  const { desk, folder, done, looked, install } = machine()
  await install()
  layRelease(folder, own)
  await looked()
  desk.install({ version: '9.0.1', digest: desk.offered()?.digest ?? '' }, yes)
  await desk.settled
  expect([done, desk.state().step]).toEqual([[], 'idle'])
})

test('[6.1] another file under the version that was shown is neither waited for nor installed', async () => {
  const { desk, folder, program, done, looked } = machine()
  layRelease(folder, own)
  await looked()
  const shown = desk.offered() ?? unseen
  layRelease(folder, own, { bytes: 'another program of this name' })
  expect(await looked()).toBe('9.0.0')
  desk.wait(shown)
  desk.install(shown, yes)
  await desk.settled
  expect([readFileSync(program, 'utf8'), done, desk.state().step]).toEqual(['the old program', [], 'idle'])
})

test('[6.1] while an update waits for the close nobody looks for another, and what was shown is what is installed', async () => {
  const { desk, folder, program, looked, install } = machine()
  const { files } = layRelease(folder, own)
  await looked()
  desk.wait(desk.offered() ?? unseen)
  layRelease(folder, own, { bytes: 'another program of this name' })
  await looked()
  expect(desk.state()).toMatchObject({ step: 'waiting', offer: { digest: files['here']?.sha512 } })
  await install()
  expect(readFileSync(program, 'utf8')).toBe('the newer program')
})

test('[C3] an update that waits is there after a new start, with what changed, and is installed as the file that was shown', async () => {
  const before = machine()
  layRelease(before.folder, own)
  await before.looked()
  before.desk.wait(before.desk.offered() ?? unseen)
  const after = machine({}, before.room)
  expect(after.desk.state()).toMatchObject({ step: 'waiting', offer: { notes: { en: 'Faster.' } } })
  expect(after.desk.waiting()).toMatchObject({ version: '9.0.0' })
  await after.install()
  expect(readFileSync(after.program, 'utf8')).toBe('the newer program')
  const last = machine({}, before.room).desk
  expect([last.waiting(), last.state().step]).toEqual([null, 'idle'])
})

test('[C3] called off, it is nobody’s any more, after a new start either; it can be asked for again', async () => {
  const { desk, folder, room, looked } = machine()
  layRelease(folder, own)
  await looked()
  desk.wait(desk.offered() ?? unseen)
  desk.callOff()
  expect([desk.waiting(), desk.state().step, desk.state().offer?.version]).toEqual([null, 'idle', '9.0.0'])
  expect(machine({}, room).desk.waiting()).toBeNull()
  desk.wait(desk.offered() ?? unseen)
  expect(machine({}, room).desk.waiting()).not.toBeNull()
})

test('[6.1] what is found to wait is believed as little as when it came: another maker’s, a running version’s, a missing file’s is none', async () => {
  const waiting = async () => {
    const one = machine()
    layRelease(one.folder, own)
    await one.looked()
    one.desk.wait(one.desk.offered() ?? unseen)
    return one
  }
  const kept = (room: string, more: Partial<UpdateParts> = {}) => machine(more, room).desk.waiting()
  const { room } = await waiting()
  expect(kept(room, { key: null })).toBeNull()
  expect(kept(room, { key: maker().key })).toBeNull()
  // A kiosk of a hub is told of no close.
  expect(kept(room, { mayWait: false })).toBeNull()
  expect(kept(room)).not.toBeNull()
  expect(kept(room, { version: '9.0.0' })).toBeNull()
  expect(readdirSync(join(room, 'checked'))).toEqual([])
  const gone = await waiting()
  rmSync(gone.desk.state().offer?.place ?? '')
  expect(kept(gone.room)).toBeNull()
})

test('[6.1] somebody who began to sell while the backup was made puts a waiting update off, and it says that it waits', async () => {
  const { desk, folder, program, room, looked, install } = machine()
  layRelease(folder, own)
  await looked()
  desk.wait(desk.offered() ?? unseen)
  await install(() => false)
  expect(desk.state()).toMatchObject({ step: 'waiting', problem: null })
  expect(machine({}, room).desk.waiting()).not.toBeNull()
  await install()
  expect(readFileSync(program, 'utf8')).toBe('the newer program')
})

test('[6.1] to wait clears what was wrong before', async () => {
  const { desk, folder, looked, install } = machine()
  layRelease(folder, own)
  await looked()
  await install(() => false)
  expect(desk.state().problem?.kind).toBe('not-now')
  desk.wait(desk.offered() ?? unseen)
  expect(desk.state()).toMatchObject({ step: 'waiting', problem: null })
})

test('[6.1] where what is here is not what was asked for, that is said, and nothing of it is kept', async () => {
  for (const word of ['install', 'wait'] as const) {
    const { desk, folder, room, done, looked } = machine()
    layRelease(folder, own)
    // oxlint-disable-next-line no-await-in-loop -- one machine after the other
    await looked()
    const other = { version: '9.0.0', digest: 'e'.repeat(128) }
    if (word === 'install') desk.install(other, yes)
    else desk.wait(other)
    expect(desk.state()).toMatchObject({ step: 'idle', offer: null, problem: { kind: 'another' } })
    expect([readdirSync(join(room, 'checked')), done]).toEqual([[], []])
  }
})

test('[6.1] a file that rotted while it waited is not installed: that is said, and nothing of it is kept', async () => {
  const { desk, folder, room, program, looked, install } = machine()
  layRelease(folder, own)
  await looked()
  desk.wait(desk.offered() ?? unseen)
  writeFileSync(desk.state().offer?.place ?? '', 'the newer prograM')
  await install()
  expect(desk.state()).toMatchObject({ step: 'idle', offer: null, problem: { kind: 'damaged' } })
  expect([readdirSync(join(room, 'checked')), readFileSync(program, 'utf8')]).toEqual([[], 'the old program'])
})

test('[6.1] a folder that somebody chose is looked at as the named one is', async () => {
  const { desk } = machine()
  const stick = tempFolder()
  desk.lookIn(stick)
  await desk.settled
  expect(desk.state().problem).toEqual({ kind: 'nothing', detail: stick })
  layRelease(stick, own)
  desk.lookIn(stick)
  await desk.settled
  expect(desk.state().offer?.version).toBe('9.0.0')
})

test('[6.1] a sale that began while the file was put in its place is not ended by a new start: the file is there for the next one', async () => {
  const { desk, folder, program, done, looked, install } = machine()
  layRelease(folder, own)
  await looked()
  await install(() => readFileSync(program, 'utf8') === 'the old program')
  expect([readFileSync(program, 'utf8'), done]).toEqual(['the newer program', ['backup']])
  expect(desk.state()).toMatchObject({ step: 'installed', problem: null })
})

test('[6.1] a program that belongs to the system is left to its administrator: checked, backed up, and where it lies', async () => {
  const { desk, folder, program, done, looked, install } = machine({
    installer: { packageKind: 'here', replace: null },
  })
  layRelease(folder, own)
  await looked()
  await install()
  expect(desk.state()).toMatchObject({ step: 'ready', offer: { isOwn: false } })
  expect(existsSync(desk.state().offer?.place ?? '')).toBe(true)
  expect([readFileSync(program, 'utf8'), done]).toEqual(['the old program', ['backup']])
})

const byAdministrator = { installer: { packageKind: 'here', replace: null } } as const

/** Left to an administrator of the machine; returns what the next start says of it, once somebody asks. */
async function leftReady() {
  const before = machine(byAdministrator)
  layRelease(before.folder, own)
  await before.looked()
  await before.install()
  const { room } = before
  const file = join(room, 'checked', packageName)
  const next = async (more: Partial<UpdateParts> = {}) => {
    const { desk, done } = machine({ ...byAdministrator, ...more }, room)
    const first = desk.state().step
    await desk.settled
    const { step, offer, problem } = desk.state()
    return { desk, first, step, version: offer?.version, offer, problem: problem?.kind, done }
  }
  return { ...before, file, next }
}

test('[C3] what an administrator has yet to install is offered after a new start too: looked at whole, with what changed and where it lies', async () => {
  const { file, next } = await leftReady()
  const { first, step, offer, desk, done } = await next()
  expect([first, step]).toEqual(['looking', 'ready'])
  expect(offer).toMatchObject({ version: '9.0.0', notes: { en: 'Faster.' }, place: file, isOwn: false })
  expect([desk.waiting(), done]).toEqual([null, []])
  // And after the start that follows; a kiosk of a hub too, though it waits for no close.
  expect(await next({ mayWait: false })).toMatchObject({ step: 'ready' })
})

test('[C3] nothing is read of it before somebody asks, and what is looked for meanwhile is not taken for it', async () => {
  const { room, folder } = await leftReady()
  const { desk } = machine(byAdministrator, room)
  layRelease(folder, own, { version: '9.1.0' })
  desk.look('folder')
  await desk.settled
  expect(desk.state()).toMatchObject({ step: 'idle', offer: { version: '9.1.0' } })
  await desk.settled
  expect(desk.state().offer?.version).toBe('9.1.0')
})

test('[6.1] where it cannot be offered any more, it is said why: rotten or gone, another maker’s, past the hub', async () => {
  const rotten = await leftReady()
  writeFileSync(rotten.file, 'the newer prograM')
  expect(await rotten.next()).toMatchObject({ step: 'idle', version: undefined, problem: 'damaged' })
  expect(readdirSync(join(rotten.room, 'checked'))).toEqual([])
  const gone = await leftReady()
  rmSync(gone.file)
  expect(await gone.next()).toMatchObject({ step: 'idle', problem: 'damaged' })
  const { next } = await leftReady()
  expect(await next({ key: maker().key })).toMatchObject({ version: undefined, problem: 'unsigned' })
  expect(await next({ hubVersion: () => '8.0.0' })).toMatchObject({ version: undefined, problem: 'past-hub' })
  expect(await next({ hubVersion: () => '9.0.0' })).toMatchObject({ step: 'ready', version: '9.0.0' })
})

test('[6.1] once it runs, or a newer one does, nobody speaks of it, and nothing of it stays', async () => {
  for (const version of ['9.0.0', '9.0.1']) {
    // oxlint-disable-next-line no-await-in-loop -- one machine after the other
    const { room, next } = await leftReady()
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect(await next({ version })).toMatchObject({ step: 'idle', version: undefined, problem: undefined })
    expect(readdirSync(join(room, 'checked'))).toEqual([])
  }
})

test('[C3] a stick with nothing on it does not take from an administrator what is ready', async () => {
  const { folder, looked, next } = await leftReady()
  rmSync(join(folder, 'guichet-update.json'))
  expect(await looked()).toBe('nothing')
  expect(await next()).toMatchObject({ step: 'ready', version: '9.0.0' })
})

test('[6.1] a build without a key takes nothing; an empty folder is said to be empty; one that cannot be read, too', async () => {
  const keyless = machine({ key: null })
  layRelease(keyless.folder, own)
  expect(await keyless.looked()).toBe('no-key')
  expect(await machine().looked()).toBe('nothing')
  const long = machine()
  writeFileSync(join(long.folder, 'guichet-update.json'), 'x'.repeat(MANIFEST_BYTES_MAX + 1))
  expect(await long.looked()).toBe('unreachable')
})

test('[V15] a place that cannot be written keeps the old program whole', async () => {
  const { desk, folder, program, room, looked, install } = machine()
  layRelease(folder, own)
  await looked()
  mkdirSync(`${program}.new`)
  chmodSync(room, 0o700)
  await install()
  expect(desk.state()).toMatchObject({ step: 'idle', problem: { kind: 'failed' } })
  expect(readFileSync(program, 'utf8')).toBe('the old program')
})

test('[6.1] a feed is asked for its manifest and the one file, is never followed elsewhere, and comes to some machines first', async () => {
  const folder = tempFolder()
  layRelease(folder, own, { rollout: 30 })
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url?.startsWith('/away/')) return response.writeHead(302, { location: '/feed/' }).end()
    const file = join(folder, (request.url ?? '').slice('/feed/'.length))
    return existsSync(file) ? response.end(readFileSync(file)) : response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const at = async (path: string, share: number) => {
    const feed = `${address}${path}`
    const { desk } = machine({
      named: { folder, feed },
      places: { folder: folderPlace(folder), feed: feedPlace(feed) },
      shareOf: () => share,
    })
    desk.look('feed')
    await desk.settled
    return desk.state().problem?.kind ?? desk.state().offer?.version
  }
  expect(await at('/feed', 29)).toBe('9.0.0')
  expect(asked).toEqual(['/feed/guichet-update.json', `/feed/${packageName}`])
  expect(await at('/feed/', 30)).toBe('not-yet')
  expect(await at('/nothing/', 0)).toBe('nothing')
  expect(await at('/away', 0)).toBe('unreachable')
})

test('[6.1] whose turn it is follows from machine and version: always the same, and spread over all', () => {
  const file = join(tempFolder(), 'machine-id')
  const id = machineId(file)
  expect(machineId(file)).toBe(id)
  expect(shareOf(id, '1.0.0')).toBe(shareOf(id, '1.0.0'))
  const shares = Array.from({ length: 2000 }, (_, at) => shareOf(`machine ${at}`, '1.0.0'))
  expect(shares.every((share) => Number.isInteger(share) && share >= 0 && share < 100)).toBe(true)
  const first = shares.filter((share) => share < 30).length
  expect(first).toBeGreaterThan(500)
  expect(first).toBeLessThan(700)
})

test('[6.1] which file of a release is for here: an AppImage by its loader’s word, all others by their system; sources are none', () => {
  const kind = (platform: string, isPackaged: boolean, appImage: string | null = null) => {
    const { packageKind, replace } = installerOf({ platform, arch: 'x64', appImage, isPackaged })
    return [packageKind, replace !== null]
  }
  expect(kind('linux', true, '/opt/Guichet.AppImage')).toEqual(['linux-x64-appimage', true])
  expect(kind('linux', true)).toEqual(['linux-x64-deb', false])
  expect(kind('win32', true)).toEqual(['win32-x64-exe', false])
  expect(kind('darwin', true, '/x')).toEqual(['darwin-x64-dmg', false])
  expect(kind('linux', false)).toEqual([null, false])
  expect(kind('aix', true)).toEqual([null, false])
})
