import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ListingId } from '../../shared/domain/ids.ts'
import type { ListingImage } from '../../shared/domain/catalogue.ts'
import type { News } from '../../shared/contract/topics.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import type { Pictures } from './ports.ts'
import { TestHouse } from './test-house.ts'

const listingId = 1 as ListingId

/** The header of a lossy WebP of this size. */
function webp(width: number, height: number, more: readonly number[] = []): Uint8Array {
  const size = [width & 255, width >> 8, height & 255, height >> 8]
  const body = [0, 0, 0, 0x9d, 0x01, 0x2a, ...size]
  return Uint8Array.from([...Buffer.from('RIFF\x20\0\0\0WEBPVP8 '), 10, 0, 0, 0, ...body, ...more])
}

function keptIn(files: Map<string, Uint8Array>): Pictures {
  return {
    has: (digest) => files.has(digest),
    read: (digest) => files.get(digest) ?? null,
    keep: (digest, bytes) => void files.set(digest, bytes),
  }
}

function open() {
  const files = new Map<string, Uint8Array>()
  const store = new SqliteStore(openDatabase(':memory:'))
  return { files, house: new TestHouse({ store, pictures: keptIn(files) }) }
}

async function sent(house: TestHouse, bytes: Uint8Array): Promise<string> {
  const digest = createHash('sha256').update(bytes).digest('hex')
  const text = Buffer.from(bytes).toString('base64')
  await house.done('manager', 'put-picture', { digest, index: 0, count: 1, text })
  return digest
}

const imageOf = (digest: string, turn: Partial<ListingImage> = {}): ListingImage => ({
  digest,
  width: 60,
  height: 40,
  alt: { en: 'A stage' },
  ...turn,
})

function change(images: readonly ListingImage[]) {
  return { change: { of: 'listings', kind: 'images', images } as const, rows: { ids: [listingId] } }
}

test('[A3] pictures of a listing are kept in their order, shown to every screen, and there again when their removal is undone', async () => {
  const { house } = open()
  const covers: (string | undefined)[] = []
  const counts: (number | undefined)[] = []
  house.desk('desk-2').subscribe({ kind: 'shows' }, (news: News) => {
    if (news.kind !== 'shows') return
    covers.push(news.rows[0]?.cover?.digest)
    counts.push(news.rows[0]?.images)
  })
  const [a, b] = [await sent(house, webp(60, 40)), await sent(house, webp(80, 40))]
  await house.done('manager', 'change-rows', change([imageOf(b, { width: 80 }), imageOf(a)]))
  expect(covers.at(-1)).toBe(b)
  const { rows } = await house.done('manager', 'listing-rows', { ids: [listingId] })
  expect(rows[0]?.images.map(({ digest }) => digest)).toEqual([b, a])
  const told = await house.done('gate', 'listing-images', { listingId })
  expect(told.images.map(({ digest }) => digest)).toEqual([b, a])
  expect(counts.at(-1)).toBe(2)
  const shown = await house.done('gate', 'listing-picture', { listingId, digest: a })
  expect(shown.type).toBe('image/webp')
  expect(Buffer.from(shown.text, 'base64')).toEqual(Buffer.from(webp(60, 40)))

  const { changeId } = await house.done('manager', 'change-rows', change([]))
  expect(covers.at(-1)).toBeUndefined()
  await house.done('manager', 'undo-change', { changeId })
  expect(covers.at(-1)).toBe(b)
  expect(checkInvariants(house.store)).toEqual([])
})

test('[V9] the house looks for itself: what is not here, not as said, too large, not drawn anew or with words in it is refused', async () => {
  const { house, files } = open()
  const problem = async (image: ListingImage) => {
    const answer = await house.ask('manager', 'change-rows', change([image]))
    return answer.kind === 'refused' && answer.refusal.code === 'INVALID_INPUT'
      ? answer.refusal.problem
      : answer
  }
  const good = await sent(house, webp(60, 40))
  expect(await problem(imageOf('0'.repeat(64)))).toBe('no-picture')
  expect(await problem(imageOf(good, { width: 61 }))).toBe('malformed')
  expect(await problem(imageOf(good, { height: 41 }))).toBe('malformed')
  const noted = await sent(house, webp(60, 40, [...Buffer.from('EXIF'), 2, 0, 0, 0, 1, 2]))
  expect(await problem(imageOf(noted))).toBe('malformed')
  const large = await sent(house, webp(6000, 6000))
  expect(await problem(imageOf(large, { width: 6000, height: 6000 }))).toBe('too-large')
  const png = Buffer.alloc(40)
  png.set([
    ...Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    0,
    0,
    0,
    13,
    ...Buffer.from('IHDR'),
    0,
    0,
    0,
    60,
    0,
    0,
    0,
    40,
  ])
  expect(await problem(imageOf(await sent(house, png)))).toBe('malformed')
  expect(files.size).toBe(4)
  expect((await house.done('manager', 'listing-rows', { ids: [listingId] })).rows[0]?.images).toEqual([])
})

test('[V9] a picture that is no listing’s is shown to nobody by this way: others prove payments', async () => {
  const { house } = open()
  const proof = await sent(house, webp(60, 40))
  expect(await house.ask('desk-1', 'listing-picture', { listingId, digest: proof })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'picture' },
  })
})

test('[A3] more than five, one twice, or one without words is refused before it is looked at', async () => {
  const { house } = open()
  const ask = (images: readonly ListingImage[]) => house.ask('manager', 'change-rows', change(images))
  const many = Array.from({ length: 6 }, (_, index) => imageOf(String(index).repeat(64)))
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const images of [
    many,
    [imageOf('a'.repeat(64)), imageOf('a'.repeat(64))],
    [imageOf('a'.repeat(64), { alt: {} })],
  ])
    expect(await ask(images)).toMatchObject({ refusal: { code: 'INVALID_INPUT' } })
})
