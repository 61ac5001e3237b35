import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { isTooLarge, readImageHeader } from './image-header.ts'

const bytesOf = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  )
const long = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const little = (value: number) => long(value).toReversed()

const pngHead = (width: number, height: number) =>
  [
    ...bytesOf('\x89PNG\r\n\x1a\n', long(13), 'IHDR', long(width), long(height), [8, 2, 0, 0, 0], long(0)),
  ] as const
const png = (width: number, height: number, ...more: (string | readonly number[])[]) =>
  bytesOf(pngHead(width, height), ...more, long(0), 'IEND', long(0))
const jpeg = (marker: number, ...before: (string | readonly number[])[]) =>
  bytesOf([0xff, 0xd8], ...before, [0xff, marker, 0, 11, 8, 0, 40, 0, 60, 1, 0, 0, 0, 0])
const exif = bytesOf([0xff, 0xe1, 0, 8], 'Exif\0\0')
const webp = (kind: string, body: readonly number[], ...more: (string | readonly number[])[]) =>
  bytesOf('RIFF', little(4 + 8 + body.length), 'WEBP', kind, little(body.length), body, ...more)
const lossy = [0, 0, 0, 0x9d, 0x01, 0x2a, 60, 0, 40, 0]

test('[V9] each kind of picture says its size, whatever its file is called', () => {
  expect(readImageHeader(png(60, 40))).toEqual({
    type: 'image/png',
    width: 60,
    height: 40,
    hasMetadata: false,
  })
  const frames = [0xc0, 0xc2].map((marker) => readImageHeader(jpeg(marker)))
  const size = { width: 60, height: 40, hasMetadata: false }
  for (const frame of frames) expect(frame).toEqual({ type: 'image/jpeg', ...size })
  const sizes = [
    webp('VP8 ', lossy),
    webp('VP8L', [0x2f, ...little(59 | (39 << 14)), 0, 0, 0, 0, 0]),
    webp('VP8X', [0, 0, 0, 0, 59, 0, 0, 39, 0, 0]),
  ].map((bytes) => readImageHeader(bytes))
  for (const one of sizes) expect(one).toEqual({ type: 'image/webp', ...size })
})

test('[V9] what is no picture, or a broken one, is none', () => {
  const broken = [
    bytesOf(''),
    bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    bytesOf('GIF89a', little(60)),
    png(60, 40).subarray(0, 20),
    png(0, 40),
    bytesOf('\x89PNG\r\n\x1a\n', long(13), 'IHDX', long(1), long(1), Array(20).fill(0)),
    bytesOf([0xff, 0xd8, 0xff]),
    bytesOf([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3, 4, 5, 6, 7, 8]),
    webp('ALPH', lossy),
    webp('VP8 ', lossy).subarray(0, 29),
    bytesOf('RIFF', little(40), 'WAVE', 'VP8 ', little(10), lossy),
  ]
  expect(broken.map((bytes) => readImageHeader(bytes))).toEqual(Array(broken.length).fill(null))
})

test('[V9] words of whoever took it are found in each kind', () => {
  const told = [
    png(60, 40, long(2), 'tEXt', 'ab', long(0)),
    jpeg(0xc0, [...exif]),
    jpeg(0xc0, [0xff, 0xdb, 0, 4, 1, 2], [0xff, 0xfe, 0, 3, 65]),
    webp('VP8X', [8, 0, 0, 0, 59, 0, 0, 39, 0, 0], 'EXIF', little(3), [1, 2, 3, 0]),
    webp('VP8 ', lossy, 'ALPH', little(1), [1, 0], 'XMP ', little(0)),
  ]
  expect(told.map((bytes) => readImageHeader(bytes)?.hasMetadata)).toEqual(Array(5).fill(true))
})

test('[V9] a picture of more dots than a desk can decode is too large, by either side or by both', () => {
  const large = (width: number, height: number) => isTooLarge({ width, height })
  expect([
    large(5000, 5000),
    large(5001, 5000),
    large(16_384, 1),
    large(16_385, 1),
    large(1, 16_385),
  ]).toEqual([false, true, false, true, true])
})

const samples = [
  png(60, 40, long(2), 'tEXt', 'ab', long(0)),
  jpeg(0xc0, [...exif]),
  webp('VP8X', [8, 0, 0, 0, 59, 0, 0, 39, 0, 0], 'EXIF', little(3), [1, 2, 3, 0]),
]

property.prop(
  [
    fc.constantFrom(...samples),
    fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 12 }),
    fc.nat(80),
    fc.uint8Array({ maxLength: 40 }),
  ],
  { numRuns: 2000 },
)(
  '[V9] [fuzz] a broken header is never more than no picture: nothing throws, nothing goes on for ever',
  (sample, turns, cut, tail) => {
    const bytes = Uint8Array.from([...sample.subarray(0, cut), ...tail])
    for (const [at, value] of turns) if (at < bytes.length) bytes[at] = value
    const header = readImageHeader(bytes)
    expect(header === null || (header.width > 0 && header.height > 0)).toBe(true)
  },
)
