// What a picture's header says: its kind, its size in pixels, and whether it carries metadata of the person who took it. Read before
// anything is decoded. Must never believe a length that leads out of the file.

export interface ImageHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp'
  readonly width: number
  readonly height: number
  /** EXIF, XMP, comments: where, when and with what it was taken. */
  readonly hasMetadata: boolean
}

/** The largest file that may be chosen: enough for a good camera's photograph. */
export const IMAGE_FILE_BYTES_MAX = 5 * 1024 * 1024
/** Pixels: decoding takes four bytes each, and a hundred megabytes is what a desk can spare. */
export const IMAGE_DOTS_MAX = 25_000_000
/** Pixels on one side: the largest that a canvas draws. */
export const IMAGE_SIDE_MAX = 16_384

/** Null: not a picture of these kinds, or a broken one. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const found = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes)
  return found && found.width > 0 && found.height > 0 ? found : null
}

export function isTooLarge({ width, height }: Pick<ImageHeader, 'width' | 'height'>): boolean {
  return width > IMAGE_SIDE_MAX || height > IMAGE_SIDE_MAX || width * height > IMAGE_DOTS_MAX
}

function readPng(bytes: Uint8Array): ImageHeader | null {
  if (!isAt(bytes, 0, '\x89PNG\r\n\x1a\n') || !isAt(bytes, 12, 'IHDR') || bytes.length < 33) return null
  const view = viewOf(bytes)
  const size = { width: view.getUint32(16), height: view.getUint32(20) }
  return {
    type: 'image/png',
    ...size,
    hasMetadata: pngChunks(bytes, view).some((name) => pngNotes.has(name)),
  }
}

const pngNotes: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

function pngChunks(bytes: Uint8Array, view: DataView): string[] {
  const names: string[] = []
  // Each chunk: length, name, content, checksum.
  for (let at = 8; at + 12 <= bytes.length; at += view.getUint32(at) + 12)
    names.push(textAt(bytes, at + 4, 4))
  return names
}

/** JPEG's start-of-frame markers: the codes missing in between mean tables or arithmetic coding conditions. */
const jpegFrames: ReadonlySet<number> = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
])
/** Markers of EXIF and XMP, Photoshop's data, and comments. */
const jpegNotes: ReadonlySet<number> = new Set([0xe1, 0xed, 0xfe])

function readJpeg(bytes: Uint8Array): ImageHeader | null {
  if (!isAt(bytes, 0, '\xff\xd8\xff')) return null
  const view = viewOf(bytes)
  let hasMetadata = false
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    hasMetadata ||= jpegNotes.has(marker)
    if (jpegFrames.has(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return { type: 'image/jpeg', width, height, hasMetadata }
    }
  }
  return null
}

function readWebp(bytes: Uint8Array): ImageHeader | null {
  if (!isAt(bytes, 0, 'RIFF') || !isAt(bytes, 8, 'WEBP') || bytes.length < 30) return null
  const view = viewOf(bytes)
  const size = webpSize(textAt(bytes, 12, 4), view)
  const hasMetadata = riffChunks(bytes, view).some((name) => name === 'EXIF' || name === 'XMP ')
  return size && { type: 'image/webp', ...size, hasMetadata }
}

/** The three kinds of WebP encode the size in three ways: lossy, lossless, extended (more than one part). */
function webpSize(kind: string, view: DataView): { width: number; height: number } | null {
  if (kind === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (kind !== 'VP8X') return null
  const side = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1
  return { width: side(24), height: side(27) }
}

function riffChunks(bytes: Uint8Array, view: DataView): string[] {
  const names: string[] = []
  for (let at = 12; at + 8 <= bytes.length; ) {
    names.push(textAt(bytes, at, 4))
    const length = view.getUint32(at + 4, true)
    // A chunk of odd length is followed by a padding byte.
    at += 8 + length + (length % 2)
  }
  return names
}

function isAt(bytes: Uint8Array, at: number, text: string): boolean {
  return textAt(bytes, at, text.length) === text
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
