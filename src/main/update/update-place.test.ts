import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tempFolder } from '../temp-folder.fixture.ts'
import { layRelease, maker, packageName } from './release.fixture.ts'
import { stage } from './staged-file.ts'
import { type UpdatePlace, feedPlace, folderPlace, isFeed } from './update-place.ts'

const own = maker()

/** A server on this machine; null: it has no such file. */
async function served(fileOf: (path: string) => Buffer | null) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const bytes = fileOf((request.url ?? '').slice(1))
    return bytes === null ? response.writeHead(404).end() : response.end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked }
}

async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

/** As the desk does it: the folder that it is copied to is made before the first piece is requested. */
function staged(place: UpdatePlace, checked: string): Promise<boolean> {
  const file = { name: packageName, size: 17, sha512: 'a'.repeat(128) }
  return stage(place.file(packageName), join(checked, packageName), file)
}

test('[6.1] a package that is not beside its manifest is a refusal that names it, from a folder and from a feed', async () => {
  const [folder, checked] = [tempFolder(), join(tempFolder(), 'checked')]
  layRelease(folder, own)
  rmSync(join(folder, packageName))
  await expect(staged(folderPlace(folder), checked)).rejects.toThrow(packageName)
  const { address } = await served((path) => {
    const file = join(folder, path)
    return existsSync(file) ? readFileSync(file) : null
  })
  await expect(staged(feedPlace(address), checked)).rejects.toThrow(`${packageName} is not there`)
  expect(readdirSync(checked)).toEqual([])
})

test('[6.1] a package is opened when its first piece is asked for, and no sooner: until then nobody would hear that it failed', async () => {
  const folder = tempFolder()
  layRelease(folder, own)
  rmSync(join(folder, packageName))
  const place = folderPlace(folder)
  const bytes = place.file(packageName)
  // Long enough for a file to be opened.
  await place.text()
  layRelease(folder, own)
  expect(await wholeOf(bytes)).toBe('the newer program')
  const { address, asked } = await served((path) => readFileSync(join(folder, path)))
  const feed = feedPlace(address)
  const fetched = feed.file(packageName)
  await feed.text()
  expect(asked).toEqual(['/guichet-update.json'])
  expect(await wholeOf(fetched)).toBe('the newer program')
})

test('[6.1] feeds are https, or this machine itself', () => {
  expect(isFeed('https://guichet.example/stable')).toBe(true)
  expect(isFeed('http://127.0.0.1:8000/')).toBe(true)
  for (const address of ['http://guichet.example', 'file:///tmp', 'ftp://x', 'no address'])
    expect(isFeed(address)).toBe(false)
})
